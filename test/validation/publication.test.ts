import { expect, test } from 'vitest';
import { createValidator } from '../../src/validation/validate.ts';
import { errors, sent, shownErrors } from './found.ts';

const valueSet = (url: string, ...groups: string[]) => ({
  resourceType: 'ValueSet',
  url,
  status: 'active',
  publisher: 'HL7 International',
  ...(groups.length > 0 && {
    extension: groups.map((valueCode) => ({
      url: 'http://hl7.org/fhir/StructureDefinition/structuredefinition-wg',
      valueCode,
    })),
  }),
});

const published = (resource: object) =>
  shownErrors(createValidator({ forPublication: true })(sent(resource)));

const OF_HL7 = 'http://hl7.org/fhir/ValueSet/x';

test('what HL7 publishes has one work group that owns it', () => {
  expect(published(valueSet(OF_HL7, 'fhir'))).toEqual([]);
  expect(published(valueSet(OF_HL7))).toEqual(['publication ValueSet']);
  expect(published(valueSet(OF_HL7, 'fhir', 'vocab'))).toContain('publication ValueSet');
});

test('what others publish, and what is not to be published, need not', () => {
  expect(published(valueSet('https://example.com/ValueSet/x'))).toEqual([]);
  expect(published({ resourceType: 'Patient' })).toEqual([]);
  expect(errors(valueSet(OF_HL7))).toEqual([]);
});
