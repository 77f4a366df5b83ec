import { describe, expect, test } from 'vitest';
import { errors } from './found.ts';

const patient = (content: object): object => ({ resourceType: 'Patient', active: true, ...content });

describe('data types', () => {
  test.each<[what: string, content: object, rules: readonly string[]]>([
    [
      'a size that is not that of the data',
      { photo: [photo({ size: '4' })] },
      ['attachment-size Patient.photo[0]'],
    ],
    [
      'a hash that is not that of the data',
      { photo: [photo({ hash: 'YWJj' })] },
      ['attachment-hash Patient.photo[0]'],
    ],
    ['the right size and hash', { photo: [photo({ size: '3', hash: 'qZk+NkcGgWq6PiVxeFDCbJzQ2J0=' })] }, []],
    [
      'a relative identifier system',
      { identifier: [{ system: 'foo', value: 'x' }] },
      ['identifier-system Patient.identifier[0]'],
    ],
    [
      'a URI as identifier that is none',
      { identifier: [{ system: 'urn:ietf:rfc:3986', value: 'x' }] },
      ['identifier-value Patient.identifier[0]'],
    ],
    [
      'a security label twice',
      { meta: { security: [LABEL, LABEL] } },
      ['meta-security Patient.meta.security[1]'],
    ],
    [
      'an element id twice',
      {
        name: [
          { id: 'a', text: 'x' },
          { id: 'a', text: 'y' },
        ],
      },
      ['element-id Patient.name[1]'],
    ],
    ['an element id that is none', { name: [{ id: 'a b', text: 'x' }] }, ['primitive Patient.name[0].id']],
    ['a primitive that has only an id', { _birthDate: { id: 'a' } }, ['ele-1 Patient.birthDate']],
    [
      'a required code that is not there',
      { _gender: { extension: [UNKNOWN] } },
      ['binding-required Patient.gender'],
    ],
    [
      'an absent code whose absence is explained',
      { _gender: { extension: [ABSENT] } },
      ['binding-required Patient.gender'],
    ],
    ['an absent date whose absence is explained', { _birthDate: { extension: [ABSENT] } }, []],
  ])('%s', (_, content, rules) => {
    expect(errors(patient(content))).toEqual(rules);
  });

  test('contained resources have ids of their own', () => {
    const organization = (id?: string): object => ({
      resourceType: 'Organization',
      name: 'x',
      ...(id && { id }),
    });
    const link = { managingOrganization: { reference: '#a' } };
    expect(errors(patient({ ...link, contained: [organization('a')] }))).toEqual([]);
    expect(errors(patient({ ...link, contained: [organization('a'), organization('a')] }))).toEqual([
      'contained-id Patient.contained[1]',
    ]);
    expect(errors(patient({ ...link, contained: [organization('a'), organization()] }))).toEqual([
      'contained-id Patient.contained[1]',
      'dom-3 Patient',
    ]);
  });

  test('an observation with a code of a vital sign conforms to its profile', () => {
    const observation = (code: string): object => ({
      resourceType: 'Observation',
      status: 'final',
      code: { coding: [{ system: 'http://loinc.org', code }] },
      subject: { reference: 'Patient/1' },
      valueQuantity: { value: 60, unit: '/min', system: 'http://unitsofmeasure.org', code: '/min' },
    });
    expect(errors(observation('8867-4'))).toContain('cardinality-min Observation');
    expect(errors(observation('4548-4'))).toEqual([]);
  });

  test('the URL of a canonical resource is absolute', () => {
    const plan = (url: string): object => ({ resourceType: 'PlanDefinition', status: 'draft', url });
    expect(errors(plan('urn:uuid:5a9a5c4d-1111-4111-8111-111111111111'))).toEqual([]);
    expect(errors(plan('plan'))).toEqual(['canonical-url PlanDefinition.url']);
  });
});

const LABEL = { system: 'https://example.com/labels', code: 'x' };
const UNKNOWN = { url: 'https://example.com/extension', valueString: 'x' };
const ABSENT = { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' };

function photo(more: object): object {
  return { contentType: 'text/plain', data: 'YWJj', ...more };
}
