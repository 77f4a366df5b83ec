// Formats of primitive types: https://hl7.org/fhir/R5/datatypes.html#primitive

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?$/;
const ZONE = /(?:Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const OID = /^urn:oid:[0-2](?:\.(?:0|[1-9]\d*))+$/;

const isDate = (text: string): boolean => {
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || year === '0000') return false;
  if (day === undefined) return true;
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

const isBase64 = (text: string): boolean => {
  const end = text.search(/[^A-Za-z0-9+/]/);
  const padding = end < 0 ? '' : text.slice(end);
  return text !== '' && text.length % 4 === 0 && (padding === '' || padding === '=' || padding === '==');
};

const isUri = (text: string): boolean =>
  text !== '' &&
  !/\s/.test(text) &&
  !/^(?:uuid|oid):/.test(text) &&
  (!text.startsWith('urn:uuid:') || UUID.test(text.split('#', 1)[0]!)) &&
  (!text.startsWith('urn:oid:') || OID.test(text.split('#', 1)[0]!));

const isCanonical = (text: string): boolean => isUri(text.split('|', 1)[0] || text) && !/\s/.test(text);

/** Longest string R5 allows: https://hl7.org/fhir/R5/datatypes.html#string */
const MAX_STRING = 1024 * 1024;

/** Checks of a primitive's JSON string, by type. */
export const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  dateTime: (text) => isDate(text) || isInstant(text),
  instant: isInstant,
  time: (text) => TIME.test(text),
  base64Binary: isBase64,
  integer64: isInteger64,
  string: (text) => /\S/.test(text) && text.length <= MAX_STRING,
  markdown: (text) => /\S/.test(text),
  uri: isUri,
  url: isUri,
  canonical: isCanonical,
};
