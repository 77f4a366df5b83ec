// Formats of primitive types: https://hl7.org/fhir/R5/datatypes.html#primitive

/** What is wrong with a primitive's value. */
export interface PrimitiveFault {
  readonly severity: 'error' | 'warning';
  readonly rule: 'primitive' | 'structure-type' | 'structure-empty' | 'ele-1';
  readonly text: string;
}

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?$/;
const ZONE = /(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const OID = /^urn:oid:[0-2](?:\.(?:0|[1-9]\d*))+$/;

/** An OID of so few digits is that of nobody's. */
const isOid = (text: string): boolean => OID.test(text) && text.lastIndexOf('.') >= 'urn:oid:'.length + 5;
const ID = /^[A-Za-z0-9.-]{1,64}$/;
const INTEGER = /^(?:0|[-+]?[1-9]\d*)$/;
const DECIMAL = /^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,17})?(?:[eE](?:0|[+-]?[1-9]\d{0,9}))?$/;
const MAX_INTEGER = 2 ** 31 - 1;

const isDate = (text: string): boolean => {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || year === '0000') return false;
  if (day === undefined || day <= '28') return true;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCDate() === Number(day);
};

/** A date with all its parts, a time and a time zone. */
const isInstant = (text: string): boolean =>
  text.charAt(10) === 'T' &&
  isDate(text.slice(0, 10)) &&
  ZONE.test(text) &&
  TIME.test(text.slice(11).replace(ZONE, ''));

const isInteger64 = (text: string): boolean =>
  /^(?:0|[-+]?[1-9]\d{0,18})$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);

/** One space between words, and none around them: https://hl7.org/fhir/R5/datatypes.html#code */
const isCode = (text: string): boolean => /^[^\s]+( [^\s]+)*$/.test(text);

/** Longest string R5 allows: https://hl7.org/fhir/R5/datatypes.html#string */
const MAX_STRING = 1024 * 1024;

const NONE: readonly never[] = [];

const error = (text: string, rule: PrimitiveFault['rule'] = 'primitive'): PrimitiveFault => ({
  severity: 'error',
  rule,
  text,
});

const warning = (text: string): PrimitiveFault => ({ severity: 'warning', rule: 'primitive', text });

const invalid = (value: unknown, type: string): readonly PrimitiveFault[] => [
  error(`${JSON.stringify(value).slice(0, 80)} is not a valid ${type}`),
];

/** Characters that are no digits of base64 are read over, as long as the digits make whole bytes. */
const base64Faults = (text: string): readonly PrimitiveFault[] => {
  if (text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text)) return NONE;
  const others = text.match(/[^\p{L}\p{Nd}+/=]/gu)?.length ?? 0;
  if (/\s/.test(text) || (text.length - others) % 4 !== 0) return invalid(text, 'base64Binary');
  return [warning('Some of the characters are none of base64')];
};

const stringFaults = (text: string): readonly PrimitiveFault[] => {
  if (text.length > MAX_STRING) return [error(`The string is longer than ${MAX_STRING} characters`)];
  return /\S/.test(text) ? NONE : [warning('The string is all white space')];
};

/** White space, or a scheme that asks for more. */
const SPECIAL_URI = /\s|^(?:urn:)?(?:oid|uuid):/;

const uriFaults = (text: string, type: string): readonly PrimitiveFault[] => {
  if ((type === 'uri' || type === 'url') && !SPECIAL_URI.test(text)) return NONE;
  const reasons = [
    /^(?:uuid|oid):/.test(text) && 'it has to begin with "urn:"',
    /\s/.test(text) && 'there is white space in it',
    type === 'oid' && !text.startsWith('urn:oid:') && 'it has to begin with "urn:oid:"',
    type === 'uuid' && !text.startsWith('urn:uuid:') && 'it has to begin with "urn:uuid:"',
    type === 'canonical' && !/^(?:[A-Za-z][\w+.-]*:|#)/.test(text) && 'it is not absolute',
    text.startsWith('urn:oid:') && !isOid(text.split(/[#|]/, 1)[0]!) && 'it is no OID',
    text.startsWith('urn:uuid:') && !UUID.test(text.split(/[#|]/, 1)[0]!) && 'it is no UUID',
  ].filter((reason) => reason !== false);
  return reasons.map((reason) =>
    error(`${JSON.stringify(text).slice(0, 80)} is not a valid ${type}: ${reason}`),
  );
};

/** Checks of a value that is not empty, by type. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  dateTime: (text) => isDate(text) || isInstant(text),
  instant: isInstant,
  time: (text) => TIME.test(text),
  integer64: isInteger64,
  code: isCode,
  id: (text) => ID.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  decimal: (text) => DECIMAL.test(text),
};

/** The least value of the kinds of integers. */
const LEAST: Readonly<Record<string, number>> = {
  integer: -(2 ** 31),
  unsignedInt: 0,
  positiveInt: 1,
};

const integerFaults = (value: unknown, type: string, least: number): readonly PrimitiveFault[] => {
  if (typeof value === 'number' && !Number.isInteger(value)) {
    return [error(`Expected an integer, found the number ${value}`, 'structure-type')];
  }
  const number = Number(value);
  return INTEGER.test(String(value)) && number >= least && number <= MAX_INTEGER
    ? NONE
    : invalid(value, type);
};

const EMPTY: readonly PrimitiveFault[] = [
  error('A string cannot be empty', 'structure-empty'),
  error('Every element has a value or children (ele-1)', 'ele-1'),
];

/** What is wrong with a value that is not empty. */
const faultsOf = (type: string): ((value: unknown) => readonly PrimitiveFault[]) => {
  const least = LEAST[type];
  if (least !== undefined) return (value) => integerFaults(value, type, least);
  if (type === 'string' || type === 'markdown') return (value) => stringFaults(String(value));
  if (type === 'base64Binary') return (value) => base64Faults(String(value));
  const format = FORMATS[type];
  if (format) return (value) => (format(String(value)) ? NONE : invalid(value, type));
  return type === 'xhtml' ? () => NONE : (value) => uriFaults(String(value), type);
};

/** Tells what is wrong with the values of a primitive type; numbers may come as they were written. */
export const primitiveCheck = (type: string): ((value: unknown) => readonly PrimitiveFault[]) => {
  const faults = faultsOf(type);
  return (value) => (value === '' ? EMPTY : faults(value));
};
