import { canonicalQuantity, UCUM } from '../fhir/ucum.ts';
import { asObject, asString } from './instance.ts';

/** Less than 0 if a value is before another, more if it is after it; undefined where that cannot be said. */
type Order = number | undefined;

const ofNumbers = (a: number, b: number): Order => (Number.isNaN(a - b) ? undefined : Math.sign(a - b));

const ofTexts = (a: string, b: string): Order => (a === b ? 0 : a < b ? -1 : 1);

/** The instant at which a date or time begins, in UTC if it has no time zone. */
const beginning = (text: string): number =>
  Date.parse(/T\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(text) ? `${text}Z` : text);

const ofQuantities = (
  a: Readonly<Record<string, unknown>> | undefined,
  b: Readonly<Record<string, unknown>> | undefined,
): Order => {
  const [first, second] = [Number(a?.value), Number(b?.value)];
  if (a?.system !== b?.system || a?.system === undefined) return undefined;
  if (a.code === b?.code) return a.code === undefined ? undefined : ofNumbers(first, second);
  if (a.system !== UCUM) return undefined;
  const one = canonicalQuantity(first, asString(a.code) ?? '');
  const other = canonicalQuantity(second, asString(b?.code) ?? '');
  return one && other && one.unit === other.unit ? ofNumbers(one.value, other.value) : undefined;
};

/** The order of two values of a type that has one: https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.minValue_x_ */
export const valueOrder = (type: string, a: unknown, b: unknown): Order => {
  switch (type) {
    case 'date':
    case 'dateTime':
    case 'instant':
      return typeof a === 'string' && typeof b === 'string'
        ? ofNumbers(beginning(a), beginning(b))
        : undefined;
    case 'time':
      return typeof a === 'string' && typeof b === 'string' ? ofTexts(a, b) : undefined;
    case 'Quantity':
    case 'Age':
    case 'Count':
    case 'Distance':
    case 'Duration':
      return ofQuantities(asObject(a), asObject(b));
    default:
      return ofNumbers(Number(a), Number(b));
  }
};
