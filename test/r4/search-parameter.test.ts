import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FhirResource } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { toR4 } from '../../src/r4/to-r4.ts';
import { down, example, up } from './views.ts';

const DEFINITIONS = join(import.meta.dirname, '../../profiles/generated/resources');

const definition = (name: string): FhirResource =>
  JSON.parse(readFileSync(join(DEFINITIONS, `${name}.json`), 'utf8')) as FhirResource;

describe('a search parameter in R4', () => {
  test.each(['ResearchStudy-sponsor', 'ResearchStudy-current-state', 'Evidence-effect'])(
    'is there of %s, whose expression R4 has no elements for, without that',
    (id) => {
      const parameter = definition(`SearchParameter-${id}`);
      const view = down(parameter);
      expect(view).toMatchObject({ resourceType: 'SearchParameter', code: expect.any(String) });
      expect(view).not.toHaveProperty('expression');
      expect(up(view)).toEqual(parameter);
    },
  );

  test.each([
    'Group.characteristic.value.ofType(Reference)',
    "Organization.extension('https://fruit.example/Apple.pear').value",
    'Basic.created | Group.name',
    '(Group.characteristic.value as CodeableConcept)',
  ])('has the expression %s, which leads to what R4 has', (expression) => {
    expect(down({ ...example('SearchParameter-example'), expression })).toMatchObject({ expression });
  });

  test.each([
    'Group.name | ResearchStudy.recruitment.actualNumber',
    'Group.where(ResearchStudy.label.exists())',
    'EvidenceReport.subject',
  ])('has not the expression %s', (expression) => {
    const parameter = { ...example('SearchParameter-example'), expression };
    const view = down(parameter);
    expect(view).not.toHaveProperty('expression');
    expect(up(view)).toEqual(parameter);
  });

  test('is not there of types that R4 lacks', () => {
    expect(toR4(definition('SearchParameter-EvidenceReport-study'))).toBeUndefined();
  });
});

describe('a value set that is named', () => {
  const operation = (valueSet: string) => ({
    resourceType: 'OperationDefinition',
    status: 'active',
    parameter: [{ name: 'mode', binding: { strength: 'required', valueSet } }],
  });
  const named = (valueSet: string): unknown => {
    const view = down(operation(valueSet));
    expect(up(view)).toEqual(operation(valueSet));
    return (view.parameter as readonly { readonly binding: { readonly valueSet?: string } }[])[0]?.binding
      .valueSet;
  };

  test.each([
    [
      'http://hl7.org/fhir/ValueSet/resource-validation-mode|5.0.0',
      'http://hl7.org/fhir/ValueSet/resource-validation-mode',
    ],
    [
      'http://hl7.org/fhir/ValueSet/resource-validation-mode',
      'http://hl7.org/fhir/ValueSet/resource-validation-mode',
    ],
    ['https://fruit.example/ValueSet/apples|5.0.0', 'https://fruit.example/ValueSet/apples|5.0.0'],
    ['http://hl7.org/fhir/ValueSet/subscription-payload-content|5.0.0', undefined],
  ])('%s is %s in R4', (inR5, inR4) => {
    expect(named(inR5)).toBe(inR4);
  });
});
