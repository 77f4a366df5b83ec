import type { Quantity } from 'fhir/r5.js';
import { exact } from '../../fhir/content.ts';
import { ucumCode, unitOf } from '../quantity.ts';

/** What is measured and the bounds it has to be in. */
export interface Bound {
  readonly of: string;
  readonly low?: Quantity;
  readonly high?: Quantity;
}

const COMPARATORS: ReadonlyMap<string, NonNullable<Quantity['comparator']>> = new Map([
  ['≥', '>='],
  ['>=', '>='],
  ['at least', '>='],
  ['greater than or equal to', '>='],
  ['>', '>'],
  ['greater than', '>'],
  ['more than', '>'],
  ['≤', '<='],
  ['<=', '<='],
  ['at most', '<='],
  ['less than or equal to', '<='],
  ['<', '<'],
  ['less than', '<'],
]);

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const OF = String.raw`(?<of>\p{L}[\p{L}\d()'’-]*(?: [\p{L}\d()'’-]+){0,5}?)`;
const UNIT = String.raw`(?: ?(?<unit>\S+))?`;

const ONE = new RegExp(
  `^${OF}:?(?: (?:is|of|level))? ?(?<comparator>${[...COMPARATORS.keys()].join('|')}) ?(?<value>${NUMBER})${UNIT}$`,
  'iu',
);
const BETWEEN = new RegExp(
  `^${OF}:?(?: (?:is|of))? ?(?:between |from )?(?<low>${NUMBER}) ?(?:-|–|to|and) ?(?<high>${NUMBER})${UNIT}$`,
  'iu',
);
const OR_OLDER = new RegExp(
  `^(?<of>age[ds]?)(?: of)? (?<value>${NUMBER}) (?<unit>years?) (?:and|or) (?:older|over|above)$`,
  'iu',
);

// Words that make more of a criterion than one quantity and its bound.
const MORE =
  /\b(?:and|any|as|because|by|defined|due|during|for|from|history|if|in|known|no|non|not|on|or|prior|than|to|unless|who|with|within|without)\b/i;

const plain = (written: string): string => written.replaceAll(',', '').replace(/^0+(?=\d)/, '');

const quantity = (written: string, unit: string | undefined): Quantity => ({
  value: exact(plain(written)),
  ...(unit !== undefined && unitOf(unit)),
});

const isPlain = (of: string, unit: string | undefined): boolean =>
  !MORE.test(of) && (unit === undefined || ucumCode(unit) !== undefined);

/** A criterion, in markdown, that is one quantity and its bound, and nothing else: `Hemoglobin ≥ 9 g/dL`, `Age 18 to 65 years`. */
export const boundOf = (criterion: string): Bound | undefined => {
  const words = criterion
    .trim()
    .replace(/\\(?=[<>])/g, '')
    .replace(/[.;,]$/, '')
    .replace(/\s+/g, ' ');
  const older = OR_OLDER.exec(words)?.groups;
  const one = ONE.exec(words)?.groups ?? (older && { ...older, comparator: '>=' });
  if (one !== undefined) {
    const { of = '', comparator: said = '', value = '', unit } = one;
    const comparator = COMPARATORS.get(said.toLowerCase());
    if (comparator === undefined || !isPlain(of, unit)) return undefined;
    const bound = { ...quantity(value, unit), comparator };
    return comparator.startsWith('>') ? { of, low: bound } : { of, high: bound };
  }
  const { of = '', low, high, unit } = BETWEEN.exec(words)?.groups ?? {};
  if (low === undefined || high === undefined || !isPlain(of, unit)) return undefined;
  return Number(plain(low)) > Number(plain(high))
    ? undefined
    : { of, low: quantity(low, unit), high: quantity(high, unit) };
};
