import { expect, test } from 'vitest';
import { createValidator } from '../../src/validation/validate.ts';
import { errors, sent, shownErrors } from './found.ts';

const group = { resourceType: 'Group', type: 'person', membership: 'definitional' };

const identified = (system: string) => ({ ...group, identifier: [{ system, value: '1' }] });

const UNKNOWN = 'url-unknown Group.identifier[0].system';

test.each([
  ['a code system of R5', 'http://hl7.org/fhir/group-type'],
  ['a value set of R5', 'http://hl7.org/fhir/ValueSet/group-type'],
  ['a type of R5', 'http://hl7.org/fhir/StructureDefinition/Group'],
  ['an element of a type', 'http://hl7.org/fhir/StructureDefinition/Group#Group.type'],
  ['a type in a version', 'http://hl7.org/fhir/StructureDefinition/Group|5.0.0'],
  ['a system of identifiers that others keep', 'http://hl7.org/fhir/sid/us-npi'],
  ['a passport number of a country', 'http://hl7.org/fhir/sid/passport-DEU'],
  ['what is not at hand', 'http://hl7.org/fhir/SearchParameter/anything'],
  ['what an earlier version defines', 'http://hl7.org/fhir/4.0/StructureDefinition/Group'],
  ["somebody else's", 'http://example.org/fhir/nothing'],
  ['only alike at its beginning', 'http://hl7.org/fhirpath/nothing'],
])('an address may be that of %s', (_, system) => {
  expect(errors(identified(system))).toEqual([]);
});

test.each([
  ['no definition', 'http://hl7.org/fhir/nothing'],
  ['no type', 'http://hl7.org/fhir/StructureDefinition/Groop'],
  ['no element of a type that there is not', 'http://hl7.org/fhir/StructureDefinition/Groop#Groop.type'],
  ['no country', 'http://hl7.org/fhir/sid/passport-DE'],
  ['nothing that identifiers are registered for', 'http://hl7.org/fhir/sid/us-nothing'],
])('where HL7 defines what there is, an address is told if it is that of %s', (_, system) => {
  expect(errors(identified(system))).toEqual([UNKNOWN]);
});

test('what a canonical resource calls itself is its own', () => {
  const url = 'http://hl7.org/fhir/nothing';
  const variable = { resourceType: 'EvidenceVariable', status: 'draft', url };
  expect(errors(variable)).toEqual([]);
});

test('an address may be known elsewhere', () => {
  const validate = createValidator({
    elsewhere: {
      resource: () => undefined,
      mustExist: false,
      isKnownUrl: (url) => url === 'http://hl7.org/fhir/nothing',
    },
  });
  const judged = (system: string) => shownErrors(validate(sent(identified(system))));
  expect(judged('http://hl7.org/fhir/nothing')).toEqual([]);
  expect(judged('http://hl7.org/fhir/nobody')).toEqual([UNKNOWN]);
});
