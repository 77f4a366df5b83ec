import { describe, expect, test } from 'vitest';
import { evidence } from './evidence.ts';
import { changed, errors, found, sent, validate } from './found.ts';

const coding = (system: string, code: string, display?: string): object => ({
  coding: [{ system, code, ...(display && { display }) }],
});

const ROLES = 'http://terminology.hl7.org/CodeSystem/variable-role';

describe('binding', () => {
  test.each<[what: string, path: string, value: unknown, expected: string]>([
    ['required code', 'status', 'published', 'binding-required Evidence.status'],
    [
      'required code of a primitive below',
      'relatedArtifact.0.type',
      'parent',
      'binding-required Evidence.relatedArtifact[0].type',
    ],
    ['language that is none', 'language', 'not a language', 'binding-required Evidence.language'],
    [
      'code its system does not have',
      'statistic.0.statisticType',
      coding('http://terminology.hl7.org/CodeSystem/statistic-type', 'C0'),
      'code-unknown Evidence.statistic[0].statisticType.coding[0]',
    ],
  ])('%s', (_, path, value, expected) => {
    expect(errors(changed(evidence, path, value))).toEqual([expected]);
  });

  test.each([
    ['language', 'en-GB'],
    ['language', 'zh-Hans'],
    ['statistic.0.quantity', { value: 1, system: 'http://unitsofmeasure.org', code: '10*6{cells}/kg' }],
    ['statistic.0.statisticType', { text: 'a type in words' }],
  ])('accepts %s %j', (path, value) => {
    expect(errors(changed(evidence, path, value))).toEqual([]);
  });

  test('a code from elsewhere is a warning where the binding is extensible', () => {
    const place = 'Evidence.variableDefinition[0].variableRole';
    const other = changed(
      evidence,
      'variableDefinition.0.variableRole',
      coding('https://example.com/roles', 'x'),
    );
    expect(errors(other)).toEqual([]);
    expect(found('warning', other)).toEqual([`binding-extensible ${place}`]);
    const words = changed(evidence, 'variableDefinition.0.variableRole', { text: 'outcome' });
    expect(found('warning', words)).toEqual([`binding-extensible ${place}`]);
    const both = changed(evidence, 'variableDefinition.0.variableRole', {
      coding: [
        { system: 'https://example.com/roles', code: 'x' },
        { system: ROLES, code: 'population' },
      ],
    });
    expect(found('warning', both)).toEqual([]);
  });

  test('a wrong display is an error that tells the right one', () => {
    const wrong = changed(evidence, 'statistic.0.statisticType.coding.0.display', 'Odds Ratio');
    const [issue] = validate(sent(wrong));
    expect(issue).toMatchObject({
      severity: 'error',
      rule: 'code-display',
      expression: 'Evidence.statistic[0].statisticType.coding[0]',
    });
    expect(issue?.text).toContain('"Relative Risk"');
    const display = (text: string): readonly string[] =>
      errors(changed(evidence, 'statistic.0.statisticType.coding.0.display', text));
    expect(display('relative risk')).toEqual([]);
    for (const text of [' relative risk', 'relative risk ', 'relative  risk'])
      expect(display(text)).toEqual(['code-display Evidence.statistic[0].statisticType.coding[0]']);
  });

  test('a unit that UCUM does not have is no more than a warning', () => {
    const quantity = { value: 1, system: 'http://unitsofmeasure.org', code: 'millions' };
    expect(validate(sent(changed(evidence, 'statistic.0.quantity', quantity)))).toMatchObject([
      { severity: 'warning', rule: 'code-unknown', expression: 'Evidence.statistic[0].quantity' },
    ]);
  });

  test('a system is absolute and no value set', () => {
    const tagged = (system: string): readonly string[] =>
      errors({ ...evidence, meta: { tag: [{ system, code: 'x' }] } });
    expect(tagged('http://example.org/tags')).toEqual([]);
    expect(tagged('tags')).toEqual(['code-system Evidence.meta.tag[0]']);
    expect(tagged('2.999.1')).toEqual(['code-system Evidence.meta.tag[0]']);
    expect(tagged('http://hl7.org/fhir/ValueSet/administrative-gender')).toEqual([
      'code-system Evidence.meta.tag[0]',
    ]);
  });

  test('what only a terminology server knows is said to be unchecked', () => {
    const procedure = {
      resourceType: 'Procedure',
      text: evidence.text,
      status: 'completed',
      subject: { reference: 'Patient/1' },
      bodySite: [coding('http://snomed.info/sct', '123')],
    };
    expect(errors(procedure)).toEqual([]);
    const consent = {
      resourceType: 'ImmunizationEvaluation',
      text: evidence.text,
      status: 'completed',
      patient: { reference: 'Patient/1' },
      targetDisease: { text: 'x' },
      immunizationEvent: { reference: 'Immunization/1' },
      doseStatus: { text: 'valid' },
      meta: { security: [{ system: 'https://example.com/labels', code: 'X' }] },
    };
    expect(errors(consent)).toEqual([]);
  });
});
