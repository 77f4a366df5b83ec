import { DERIVATION, DERIVATION_REFERENCE, ORIGINAL_TEXT, RECORD_PATH } from '../fhir/source-mark.ts';
import type { Definitions } from './definitions.ts';
import { asObject, type Instance } from './instance.ts';
import { primitiveCheck } from './primitive.ts';

const stringFaults = primitiveCheck('string');
const integerFaults = primitiveCheck('integer');

const isString = (value: unknown): boolean => typeof value === 'string' && stringFaults(value).length === 0;

const isInteger = (value: unknown, least: number): boolean =>
  typeof value === 'number' && integerFaults(value).length === 0 && value >= least;

const REFERENCE = /^DocumentReference\/[A-Za-z0-9.-]{1,64}$/;

const isReference = (value: unknown): boolean => {
  const reference = asObject(value);
  return (
    reference !== undefined && hasOnly(reference, 'reference') && REFERENCE.test(`${reference.reference}`)
  );
};

const DERIVATIONS: ReadonlySet<unknown> = new Set(['stated', 'normalised', 'derived']);

/** Whether an object has these names and no others. */
const hasOnly = (object: object, first: string, second?: string): boolean => {
  let count = 0;
  for (const name in object) {
    if (name !== first && name !== second) return false;
    count += 1;
  }
  return count === (second === undefined ? 1 : 2);
};

const holds = (
  extension: unknown,
  url: string,
  name: string,
  isRight: (value: unknown) => boolean,
): boolean => {
  const object = asObject(extension);
  return object !== undefined && object.url === url && hasOnly(object, 'url', name) && isRight(object[name]);
};

const isPlace = (parts: unknown): boolean =>
  Array.isArray(parts) &&
  parts.length === 3 &&
  holds(parts[0], 'reference', 'valueReference', isReference) &&
  holds(parts[1], 'offset', 'valueInteger', (offset) => isInteger(offset, 0)) &&
  holds(parts[2], 'length', 'valueInteger', (length) => isInteger(length, 1));

/** What makes each kind of mark plain: the name of its content, and whether that is right. */
const PLAIN: ReadonlyMap<unknown, readonly [name: string, isRight: (value: unknown) => boolean]> = new Map([
  [DERIVATION_REFERENCE, ['extension', isPlace]],
  [RECORD_PATH, ['valueString', isString]],
  [DERIVATION, ['valueCode', (code) => DERIVATIONS.has(code)]],
  [ORIGINAL_TEXT, ['valueString', isString]],
]);

/**
 * Whether an extension is a mark of a value's source as the program writes them, with nothing that its definition could
 * find wrong: three quarters of a mapped resource are such, and they may stand on any element.
 */
export const isPlainMark = (extension: unknown, definitions: Definitions): boolean => {
  const url = asObject(extension)?.url;
  const plain = PLAIN.get(url);
  if (plain === undefined || !holds(extension, url as string, ...plain)) return false;
  return definitions.structureDefinition(url as string)?.type === 'Extension';
};

/** What `profiles/source-mark.fsh` asks of the marks of an element. */
export const RULES_OF_MARKS: ReadonlySet<string> = new Set([
  'span-complete',
  'span-not-empty',
  'span-has-derivation',
  'stated-has-span',
]);

/** Whether that holds at a glance: all its marks are plain and unread, and there is one derivation if there is a place. */
export const isPlainlyMarked = (element: Instance): boolean => {
  let places = 0;
  let derivations = 0;
  for (const one of element.named('extension')) {
    const url = asObject(one.value)?.url;
    if (url !== DERIVATION_REFERENCE && url !== DERIVATION) continue;
    if (!one.isUnread) return false;
    if (url === DERIVATION) derivations += 1;
    else places += 1;
  }
  return places === 0 ? derivations === 0 : derivations === 1;
};
