import type { Schema } from './schema.ts';

const MAX = 2 ** 31 - 1;

const YEAR = '[0-9]{4}';
const MONTH = '-(0[1-9]|1[0-2])';
const DAY = '-(0[1-9]|[12][0-9]|3[01])';
const TIME = '([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]{1,9})?';
const ZONE = '(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))';

const matching = (pattern: string): Schema => ({ type: 'string', pattern });

/** The JSON values of primitive types, as far as a schema can say what they are: https://hl7.org/fhir/R5/datatypes.html#primitive */
export const PRIMITIVES: Readonly<Record<string, Schema>> = {
  base64Binary: { type: 'string', contentEncoding: 'base64' },
  boolean: { type: 'boolean' },
  canonical: matching('^\\S+$'),
  code: matching('^[^\\s]+( [^\\s]+)*$'),
  date: matching(`^${YEAR}(${MONTH}(${DAY})?)?$`),
  dateTime: matching(`^${YEAR}(${MONTH}(${DAY}(T${TIME}${ZONE})?)?)?$`),
  decimal: { type: 'number' },
  id: matching('^[A-Za-z0-9.-]{1,64}$'),
  instant: matching(`^${YEAR}${MONTH}${DAY}T${TIME}${ZONE}$`),
  integer: { type: 'integer', minimum: -MAX - 1, maximum: MAX },
  integer64: matching('^(0|[-+]?[1-9][0-9]{0,18})$'),
  markdown: { type: 'string', minLength: 1 },
  oid: matching('^urn:oid:[0-2](\\.(0|[1-9][0-9]*))+$'),
  positiveInt: { type: 'integer', minimum: 1, maximum: MAX },
  string: { type: 'string', minLength: 1 },
  time: matching(`^${TIME}$`),
  unsignedInt: { type: 'integer', minimum: 0, maximum: MAX },
  uri: matching('^\\S+$'),
  url: matching('^\\S+$'),
  uuid: matching('^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'),
  xhtml: { type: 'string', description: 'https://hl7.org/fhir/R5/narrative.html#xhtml' },
};
