import { kindOf } from '../../../../src/fhir/elements.ts';
import { type Operator, type Operators, onObject } from '../operator.ts';
import type { JsonObject, Site } from '../sites.ts';

const HL7 = 'http://hl7.org/fhir/StructureDefinition/';
const NOTE = 'http://trials.test/fhir/note';

const isElement = (_: JsonObject, { type }: Site): boolean =>
  kindOf(type) === 'complex' && type !== 'Extension';

const extend = (holder: JsonObject, name: string, extension: unknown): void => {
  holder[name] = [...(Array.isArray(holder[name]) ? holder[name] : []), extension];
};

/** Adds an extension to the resource or to an object in it. */
const extended = (...extensions: readonly unknown[]): Operator => {
  const inside = onObject(isElement, (value, random) => extend(value, 'extension', random.pick(extensions)));
  return (resource, random) => {
    if (random.chance(0.5) && inside(resource, random)) return true;
    if (kindOf(String(resource.resourceType)) !== 'resource' || resource.resourceType === 'Bundle')
      return false;
    extend(resource, 'extension', random.pick(extensions));
    return true;
  };
};

const onRoot =
  (change: (resource: JsonObject) => void): Operator =>
  (resource) => {
    if (resource.resourceType === 'Bundle' || resource.resourceType === 'Binary') return false;
    change(resource);
    return true;
  };

const withRoot = (name: string, extension: unknown): Operator =>
  onRoot((resource) => extend(resource, name, extension));

/** Faults in extensions: https://hl7.org/fhir/R5/extensibility.html */
export const EXTENSIONS: Operators = {
  'unknown extension': extended({ url: NOTE, valueString: 'x' }),
  'unknown extension of HL7': extended(
    { url: `${HL7}no-such-extension`, valueString: 'x' },
    { url: 'http://hl7.org/fhir/no-such-extension', valueString: 'x' },
  ),
  'unknown extension of an affiliate': extended(
    { url: 'http://hl7.org/fhir/us/core/StructureDefinition/no-such', valueString: 'x' },
    { url: 'http://hl7.eu/fhir/StructureDefinition/no-such', valueString: 'x' },
  ),
  'extension without a url': extended({ valueString: 'x' }),
  'extension with an empty url': extended({ url: '', valueString: 'x' }),
  'extension with a relative url': extended(
    { url: 'note', valueString: 'x' },
    { url: 'fhir/note', valueString: 'x' },
    { url: '#note', valueString: 'x' },
  ),
  'extension with white space in its url': extended({ url: `${NOTE} 1`, valueString: 'x' }),
  'extension with a uuid for a url': extended({
    url: 'urn:uuid:c757873d-ec9a-4326-a141-556f43239520',
    valueString: 'x',
  }),
  'extension with a version in its url': extended({
    url: `${HL7}data-absent-reason|5.0.0`,
    valueCode: 'unknown',
  }),
  'extension with a value and extensions': extended({
    url: NOTE,
    valueString: 'x',
    extension: [{ url: 'part', valueString: 'y' }],
  }),
  'extension with neither value nor extensions': extended({ url: NOTE }),
  'extension with an id only': extended({ url: NOTE, id: 'x' }),
  'extension with two values': extended({ url: NOTE, valueString: 'x', valueBoolean: true }),
  'extension with a value of no type': extended({ url: NOTE, value: 'x' }),
  'extension with a value of an unknown type': extended({ url: NOTE, valueTrial: 'x' }),
  'extension with a resource for a value': extended({ url: NOTE, valueGroup: { resourceType: 'Group' } }),
  'extension with an empty list of extensions': extended({ url: NOTE, extension: [] }),
  'extension with parts': extended({
    url: NOTE,
    extension: [
      { url: 'part', valueString: 'y' },
      { url: 'other', valueInteger: 1 },
    ],
  }),
  'extension as an object': onObject(isElement, (value) => {
    if (value.extension !== undefined) return false;
    value.extension = { url: NOTE, valueString: 'x' };
    return true;
  }),
  'extension as an empty list': onObject(isElement, (value) => {
    if (value.extension !== undefined) return false;
    value.extension = [];
    return true;
  }),
  'extension with a value of the wrong type': extended(
    { url: `${HL7}data-absent-reason`, valueString: 'unknown' },
    { url: `${HL7}originalText`, valueInteger: 1 },
  ),
  'extension with a code that is unknown': extended({
    url: `${HL7}data-absent-reason`,
    valueCode: 'no-such-code',
  }),
  'known extension where any element is allowed': extended({
    url: `${HL7}data-absent-reason`,
    valueCode: 'unknown',
  }),
  'known extension on the resource where it is not allowed': withRoot('extension', {
    url: `${HL7}patient-birthPlace`,
    valueAddress: { city: 'Graz' },
  }),
  'known extension of a code system elsewhere': extended({
    url: `${HL7}codesystem-alternate`,
    valueString: 'x',
  }),
  'known extension of questions elsewhere': extended({
    url: `${HL7}questionnaire-hidden`,
    valueBoolean: true,
  }),
  'known extension of a primitive on an object': extended({
    url: `${HL7}iso21090-EN-use`,
    valueCode: 'ANON',
  }),
  'rendering of text on an object': extended({ url: `${HL7}rendering-style`, valueString: 'color: red' }),
  'known complex extension': withRoot('extension', {
    url: `${HL7}artifact-author`,
    valueContactDetail: { name: 'x' },
  }),
  'known complex extension without its parts': extended({
    url: `${HL7}geolocation`,
    extension: [{ url: 'latitude', valueDecimal: 1 }],
  }),
  'known complex extension with an unknown part': extended({
    url: `${HL7}translation`,
    extension: [
      { url: 'lang', valueCode: 'de' },
      { url: 'content', valueString: 'x' },
      { url: 'no-such-part', valueString: 'x' },
    ],
  }),
  'modifier extension that is unknown': onRoot((resource) =>
    extend(resource, 'modifierExtension', { url: NOTE, valueString: 'x' }),
  ),
  'modifier extension on a data type': onObject(
    (_, { type }) =>
      kindOf(type) === 'complex' &&
      !type.includes('.') &&
      !['Timing', 'Dosage', 'ElementDefinition', 'DataRequirement'].includes(type),
    (value) => extend(value, 'modifierExtension', { url: NOTE, valueString: 'x' }),
  ),
  'modifier extension that is none': onRoot((resource) =>
    extend(resource, 'modifierExtension', { url: `${HL7}data-absent-reason`, valueCode: 'unknown' }),
  ),
  'extension that is a modifier extension': withRoot('extension', {
    url: `${HL7}request-doNotPerform`,
    valueBoolean: true,
  }),
  'modifier extension on a backbone element': onObject(
    (_, { type }) => type.includes('.'),
    (value) => extend(value, 'modifierExtension', { url: NOTE, valueString: 'x' }),
  ),
};
