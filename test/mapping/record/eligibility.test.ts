import { describe, expect, it } from 'vitest';
import { boundOf } from '../../../src/mapping/record/bound.ts';
import { changed, mappedRecord, mappedText, unmarked } from './mapped-record.ts';

const eligibility = (changes: object = {}) => {
  const mapped = mappedRecord(changed('eligibilityModule', changes));
  return mapped.one('EvidenceVariable', 'Eligibility');
};

describe('who may take part', () => {
  it('is what the study leads to', () => {
    const mapped = mappedRecord();
    expect(mapped.follow(mapped.one('ResearchStudy').recruitment!.eligibility)).toBe(
      mapped.one('EvidenceVariable', 'Eligibility'),
    );
  });

  it('is the whole text, and a characteristic per criterion', () => {
    const { description, characteristic = [] } = eligibility();
    expect(description).toMatch(/^Inclusion Criteria:\n\n1\. Adults/);
    expect(characteristic.slice(-5).map(({ description: text, exclude }) => [exclude, text])).toEqual([
      [false, 'Adults with fever of'],
      [false, 'Temperature \\>38:\n\n   * by mouth\n   * by ear'],
      [false, 'Able to walk uphill for at least one hour each day'],
      [true, 'Pregnancy'],
      [true, 'Allergy to salt'],
    ]);
  });

  it('has bounds of age as quantities', () => {
    const years = { unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' };
    const { characteristic = [] } = eligibility();
    expect(unmarked(characteristic.slice(1, 3))).toMatchObject([
      {
        description: 'Minimum age: 18 Years',
        definitionByTypeAndValue: { valueQuantity: { comparator: '>=', value: 18, ...years } },
      },
      {
        description: 'Maximum age: 70 Years',
        definitionByTypeAndValue: { valueQuantity: { comparator: '<=', value: 70, ...years } },
      },
    ]);
  });

  it('keeps an age that is no length of time in words', () => {
    const { characteristic = [] } = eligibility({ minimumAge: 'Grown up' });
    expect(unmarked(characteristic[1])).toEqual({
      description: 'Minimum age: Grown up',
      exclude: false,
    });
  });

  it.each([
    ['FEMALE', 'female'],
    ['MALE', 'male'],
    ['ALL', undefined],
  ])('has for the sex %s the code %s', (sex, code) => {
    const { characteristic = [] } = eligibility({ sex });
    const value = characteristic[0]!.definitionByTypeAndValue?.valueCodeableConcept;
    expect(value?.coding?.[0]?.code).toBe(code);
  });

  it('excludes healthy volunteers, or notes that they are accepted', () => {
    const excluded = eligibility({ healthyVolunteers: false });
    expect(excluded.characteristic).toContainEqual(
      expect.objectContaining({ description: 'Healthy volunteers', exclude: true }),
    );
    const accepted = eligibility({ healthyVolunteers: true });
    expect(accepted.note?.map(({ text }) => text)).toEqual(['Healthy volunteers are accepted']);
    expect(JSON.stringify(accepted.characteristic)).not.toContain('ealthy');
  });

  it('is nothing where the record says nothing of it', () => {
    const mapped = mappedText(
      JSON.stringify({ protocolSection: { identificationModule: { nctId: 'NCT99999903' } } }),
    );
    expect(mapped.all('EvidenceVariable')).toEqual([]);
    expect(mapped.one('ResearchStudy').recruitment).toBeUndefined();
  });

  it('structures a criterion that is a bound, beside its words', () => {
    const { characteristic = [] } = eligibility({
      eligibilityCriteria:
        'Inclusion Criteria:\n\n* Hemoglobin ≥ 9.50 g/dL\n\nExclusion Criteria:\n\n* ECOG \\> 2',
    });
    expect(unmarked(characteristic.slice(-2))).toEqual([
      {
        description: 'Hemoglobin ≥ 9.50 g/dL',
        exclude: false,
        definitionByTypeAndValue: {
          type: { text: 'Hemoglobin' },
          valueQuantity: {
            comparator: '>=',
            value: 9.5,
            unit: 'g/dL',
            system: 'http://unitsofmeasure.org',
            code: 'g/dL',
          },
        },
      },
      {
        description: 'ECOG \\> 2',
        exclude: true,
        definitionByTypeAndValue: {
          type: { text: 'ECOG' },
          valueQuantity: { comparator: '>', value: 2 },
        },
      },
    ]);
  });
});

describe('a bound', () => {
  const said = (criterion: string) => {
    const bound = boundOf(criterion);
    return bound && JSON.parse(JSON.stringify(bound));
  };
  const at = (value: number, comparator: string, unit?: string) =>
    expect.objectContaining({ value, comparator, ...(unit && { unit }) });

  it.each([
    ['Hemoglobin ≥ 9 g/dL', { of: 'Hemoglobin', low: at(9, '>=', 'g/dL') }],
    ['HbA1c \\> 7%', { of: 'HbA1c', low: at(7, '>', '%') }],
    ['Serum creatinine: less than 1.5 mg/dL.', { of: 'Serum creatinine', high: at(1.5, '<', 'mg/dL') }],
    ['Platelet count at least 100,000/uL', undefined],
    ['Life expectancy greater than 12 weeks', { of: 'Life expectancy', low: at(12, '>', 'weeks') }],
    ['Age of 18 years or older', { of: 'Age', low: at(18, '>=', 'years') }],
    ['Aged 18 to 65 years', { of: 'Aged', low: { value: 18 }, high: { value: 65, unit: 'years' } }],
    [
      'BMI between 18.5 and 30 kg/m2',
      { of: 'BMI', low: { value: 18.5 }, high: { value: 30, unit: 'kg/m2' } },
    ],
  ])('is read from %j', (criterion, expected) => {
    if (expected === undefined) expect(said(criterion)).toBeUndefined();
    else expect(said(criterion)).toMatchObject(expected);
  });

  it.each([
    'ALT or AST > 3 times the upper limit of normal',
    'ALT ≤ 2.5 x ULN',
    'Hemoglobin ≥ 9 g/dL without transfusion',
    'Age > 18 years and able to consent',
    'No surgery within 4 weeks',
    'BMI between 30 and 18 kg/m2',
    'Pain > 4 on a scale of 10',
    'Hypotension defined as SBP \\<100',
    'Non revascularised disease > 90%',
    'Pregnancy',
    '≥ 18 years',
    'Weight > 50 stone',
  ])('is not made of %j', (criterion) => {
    expect(boundOf(criterion)).toBeUndefined();
  });

  it('is found in bounded time in long words', () => {
    const started = performance.now();
    expect(boundOf(`${'a '.repeat(20_000)}>`)).toBeUndefined();
    expect(boundOf('a'.repeat(50_000))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(500);
  });
});
