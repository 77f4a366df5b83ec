import type { FhirResource } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { canonicals } from '../../src/commands/canonicals.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { sent, shownErrors } from './found.ts';

const URL = 'https://example.com/StructureDefinition/';
const CORE = 'http://hl7.org/fhir/StructureDefinition/';

/** The errors of a resource where some others are known. */
const errors = (resource: object, others: readonly object[] = []): readonly string[] =>
  shownErrors(createValidator(canonicals(others as FhirResource[]))(sent(resource)));

const profile = (name: string, elements: readonly object[], more: object = {}): object => ({
  resourceType: 'StructureDefinition',
  url: URL + name,
  name: name.toUpperCase(),
  status: 'draft',
  kind: 'resource',
  abstract: false,
  type: 'Patient',
  baseDefinition: `${CORE}Patient`,
  derivation: 'constraint',
  differential: { element: [{ id: 'Patient', path: 'Patient' }, ...elements] },
  ...more,
});

const at = (name: string, more: object): object => ({
  id: `Patient.${name}`,
  path: `Patient.${name}`,
  ...more,
});

const MARITAL = 'http://terminology.hl7.org/CodeSystem/v3-MaritalStatus';

describe('a profile', () => {
  test.each<[what: string, claimed: object, lax: object, strict: object]>([
    ['min', { min: 1 }, {}, { min: 1 }],
    ['max', { max: '2' }, {}, { max: '1' }],
  ])('complies with another by its %s', (_, claimed, lax, strict) => {
    const other = profile('other', [at('name', claimed)]);
    expect(errors(complying([at('name', lax)]), [other])).toEqual([
      'definition-complies StructureDefinition',
    ]);
    expect(errors(complying([at('name', strict)]), [other])).toEqual([]);
  });

  test('complies with another by its pattern, binding and constraints', () => {
    const pattern = (code: string): object =>
      at('maritalStatus', { patternCodeableConcept: { coding: [{ system: MARITAL, code }] } });
    const other = profile('other', [pattern('M')]);
    expect(errors(complying([pattern('M')]), [other])).toEqual([]);
    expect(errors(complying([pattern('S')]), [other])).toEqual(['definition-complies StructureDefinition']);
    const constraint = {
      key: 'a-1',
      severity: 'error',
      human: 'It has a family.',
      expression: 'family.exists()',
    };
    const constrained = profile('other', [at('name', { constraint: [constraint] })]);
    expect(errors(complying([at('name', { constraint: [constraint] })]), [constrained])).toEqual([]);
    expect(errors(complying([]), [constrained])).toEqual(['definition-complies StructureDefinition']);
    const binding = (strength: string): object =>
      at('maritalStatus', { binding: { strength, valueSet: 'http://hl7.org/fhir/ValueSet/marital-status' } });
    const bound = profile('other', [binding('required')]);
    expect(errors(complying([binding('required')]), [bound])).toEqual([]);
    expect(errors(complying([]), [bound])).toEqual(['definition-complies StructureDefinition']);
  });

  test('complies with another by its slices', () => {
    const sliced = (names: readonly string[], rules: string): object[] => [
      at('identifier', { slicing: { discriminator: [{ type: 'value', path: 'system' }], rules } }),
      ...names.flatMap((name) => [
        { id: `Patient.identifier:${name}`, path: 'Patient.identifier', sliceName: name },
        {
          id: `Patient.identifier:${name}.system`,
          path: 'Patient.identifier.system',
          patternUri: `https://example.com/${name}`,
        },
      ]),
    ];
    const open = profile('other', sliced(['a'], 'open'));
    expect(errors(complying(sliced(['a', 'b'], 'open')), [open])).toEqual([]);
    expect(errors(complying(sliced(['b'], 'open')), [open])).toEqual([
      'definition-complies StructureDefinition',
    ]);
    const closed = profile('other', sliced(['a'], 'closed'));
    expect(errors(complying(sliced(['a'], 'closed')), [closed])).toEqual([]);
    for (const lax of [sliced(['a'], 'open'), sliced(['a', 'b'], 'closed')])
      expect(errors(complying(lax), [closed])).toEqual(['definition-complies StructureDefinition']);
  });

  test('has nothing that only a type can have', () => {
    expect(errors(profile('p', [at('name', { meaningWhenMissing: 'none' })]))).toEqual([
      'definition-property StructureDefinition.differential.element[1]',
    ]);
  });

  test('has one expression for each key of a constraint', () => {
    const name = (expression: string): object =>
      at('identifier', {
        constraint: [{ key: 'ident-1', severity: 'error', human: 'It has one.', expression }],
      });
    expect(errors(profile('p', [name('value.exists()')]))).toEqual([]);
    expect(errors(profile('p', [name('system.exists()')]))).toEqual([
      'definition-constraint-key StructureDefinition.differential.element[1].constraint[0]',
    ]);
  });

  test('can have a snapshot', () => {
    expect(errors(profile('p', [at('colour', { min: 1 })]))).toEqual([
      'definition-snapshot StructureDefinition',
    ]);
  });

  const complying = (elements: readonly object[]): object =>
    profile('own', elements, {
      extension: [{ url: `${CORE}structuredefinition-compliesWithProfile`, valueCanonical: `${URL}other` }],
    });
});

describe('an extension’s definition', () => {
  const extension = (fixedUri: string, expression: string): object => ({
    ...profile('extension', []),
    type: 'Extension',
    kind: 'complex-type',
    baseDefinition: `${CORE}Extension`,
    context: [{ type: 'element', expression }],
    differential: {
      element: [
        { id: 'Extension', path: 'Extension' },
        { id: 'Extension.url', path: 'Extension.url', fixedUri },
      ],
    },
  });

  test('names itself and an element that there is', () => {
    expect(errors(extension(`${URL}extension`, 'Patient.contact.name'))).toEqual([]);
    expect(errors(extension(`${URL}other`, 'Patient'))).toEqual([
      'definition-extension-url StructureDefinition',
    ]);
    expect(errors(extension(`${URL}extension`, 'Patient.colour'))).toEqual([
      'definition-context StructureDefinition.context[0]',
    ]);
  });
});

describe('other resources', () => {
  test('a value set is of code systems', () => {
    const of = (system: string): readonly string[] =>
      errors({ resourceType: 'ValueSet', status: 'draft', compose: { include: [{ system }] } });
    expect(of(MARITAL)).toEqual([]);
    expect(of('http://hl7.org/fhir/ValueSet/marital-status')).toEqual([
      'value-set-system ValueSet.compose.include[0]',
    ]);
    expect(of('#here')).toEqual([
      'value-set-system ValueSet.compose.include[0]',
      'reference-fragment ValueSet.compose.include[0].system',
      'value-set-system ValueSet.compose.include[0]',
    ]);
  });

  test('properties of FHIR’s own are of FHIR’s own', () => {
    const of = (code: string): readonly string[] =>
      errors({
        resourceType: 'CodeSystem',
        status: 'draft',
        content: 'not-present',
        property: [{ code, uri: `http://hl7.org/fhir/concept-properties#${code}`, type: 'code' }],
      });
    expect(of('parent')).toEqual([]);
    expect(of('cousin')).toEqual(['code-system-property CodeSystem.property[0]']);
  });

  test('a questionnaire keeps to that which it is derived from', () => {
    const base = {
      resourceType: 'Questionnaire',
      url: 'https://example.com/Questionnaire/base',
      status: 'draft',
      item: [{ linkId: 'a', text: 'A', type: 'string', required: true }],
    };
    const derived = (kind: string, items: readonly object[]): readonly string[] =>
      errors(
        {
          resourceType: 'Questionnaire',
          status: 'draft',
          derivedFrom: [base.url],
          _derivedFrom: [
            {
              extension: [
                {
                  url: `${CORE}questionnaire-derivationType`,
                  valueCoding: { system: 'http://hl7.org/fhir/questionnaire-derivationType', code: kind },
                },
              ],
            },
          ],
          item: items,
        },
        [base],
      );
    const more = { linkId: 'b', text: 'B', type: 'string' };
    expect(derived('compliesWith', base.item)).toEqual([]);
    expect(derived('extends', [...base.item, more])).toEqual([]);
    expect(derived('compliesWith', [...base.item, more])).toEqual([
      'questionnaire-derivation Questionnaire.item[1]',
    ]);
    expect(derived('extends', [{ linkId: 'a', text: 'A', type: 'integer', repeats: true }])).toEqual([
      'questionnaire-derivation Questionnaire.item[0].type',
      'questionnaire-derivation Questionnaire.item[0].repeats',
      'questionnaire-derivation Questionnaire.item[0].required',
    ]);
  });

  test('CQL in a measure needs a library', () => {
    const library = { resourceType: 'Library', url: 'https://example.com/Library/a', status: 'draft' };
    const measure = {
      resourceType: 'Measure',
      status: 'draft',
      library: [library.url],
      group: [{ population: [{ criteria: { language: 'text/cql', expression: 'a' } }] }],
    };
    expect(errors(measure, [library])).toEqual([]);
    expect(errors(measure)).toEqual(['measure-library Measure.group[0].population[0].criteria']);
  });
});
