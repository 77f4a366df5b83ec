import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/model/decimal.ts';
import { type Fact, NOT_STATED } from '../../src/model/fact.ts';
import type { GroupResult, Result, TimePoint } from '../../src/model/trial.ts';
import { said, trial } from '../fixtures/trial.ts';
import { copied, mapped, mark, restated } from './mapped.ts';

describe('EvidenceVariable', () => {
  const { one, all } = mapped();

  test('of an arm tells what it is given', () => {
    const exposure = one('EvidenceVariable', 'cell-and-vesicle arm');
    expect(mark(exposure._title)).toMatchObject(copied('cell-and-vesicle arm'));
    expect(exposure.characteristic?.map(({ description }) => description)).toEqual([
      'Velocell once at 1 × [formula] cells/kg',
      'vesicles',
    ]);
    expect(exposure).not.toHaveProperty('description');
    expect(one('EvidenceVariable', 'usual care arm')).not.toHaveProperty('characteristic');
  });

  test('of an outcome has its time as a quantity', () => {
    const [characteristic] = one('EvidenceVariable', 'Death, day 28').characteristic ?? [];
    expect(mark(characteristic?._description)).toMatchObject(copied('Death'));
    const [time] = characteristic?.timeFromEvent ?? [];
    expect(time?.quantity).toMatchObject({ value: 28, code: 'd', system: 'http://unitsofmeasure.org' });
    expect(mark(time?.quantity)).toMatchObject(restated('by day 28'));
    expect(time).not.toHaveProperty('eventCodeableConcept');
  });

  test('of an outcome without a time has none, and at baseline no quantity', () => {
    expect(one('EvidenceVariable', 'Ferritin').characteristic?.[0]).not.toHaveProperty('timeFromEvent');
    const [time] = one('EvidenceVariable', 'ventilated, baseline').characteristic?.[0]?.timeFromEvent ?? [];
    expect(time?.description).toBe('baseline');
    expect(mark(time?._description)).toMatchObject(restated('At entry'));
    expect(time).not.toHaveProperty('quantity');
  });

  test('names the event a time counts from only where the source does', () => {
    const offset = { value: decimal('6'), unit: 'mo' } as const;
    const timePoint = { ...said('14 days'), value: { kind: 'after', offset, event: 'discharge' } } as const;
    const results = [{ ...trial.results[0]!, timePoint }];
    const later = mapped({ results }).one('EvidenceVariable', 'Death, 6 months after discharge');
    expect(later.characteristic?.[0]?.timeFromEvent?.[0]).toMatchObject({
      eventCodeableConcept: { text: 'discharge' },
      quantity: { value: 6, code: 'mo' },
    });
  });

  test('is shared by all results of an outcome at a time, whose marks it keeps', () => {
    const [death] = trial.results as [GroupResult];
    const said28: Fact<TimePoint> = {
      ...said('Death'),
      value: { kind: 'after', offset: { value: decimal('28'), unit: 'd' } },
    };
    const again: GroupResult = { ...death, subject: { kind: 'all' }, timePoint: said28 };
    const { all: everything, one: find } = mapped({ results: [death, again] });
    expect(everything('Evidence')).toHaveLength(3);
    const [time] = find('EvidenceVariable', 'Death, day 28').characteristic?.[0]?.timeFromEvent ?? [];
    expect(mark(time?.quantity).words).toEqual(['Death', 'by day 28']);
  });

  test('is handled as its measures show, and not at all where they disagree', () => {
    expect(one('EvidenceVariable', 'Death, day 28').handling).toBe('dichotomous');
    expect(one('EvidenceVariable', 'Ferritin').handling).toBe('continuous');
    expect(mark(one('EvidenceVariable', 'Ferritin')._handling).derivation).toEqual(['derived']);
    expect(one('EvidenceVariable', 'Lung score')).not.toHaveProperty('handling');
    const results = trial.results.map(
      (result): Result => ({ ...result, outcome: 'death', timePoint: NOT_STATED }),
    );
    expect(mapped({ results }).one('EvidenceVariable', 'Death')).not.toHaveProperty('handling');
  });

  test('of eligibility has a characteristic per criterion', () => {
    const { characteristic } = one('EvidenceVariable', 'Eligibility');
    expect(characteristic?.map(({ description, exclude }) => [description, exclude])).toEqual([
      ['Adults with glass lung', false],
      ['pregnancy', true],
    ]);
    expect(mark(characteristic?.[1]?._description)).toMatchObject(copied('pregnancy'));
    expect(mapped({ eligibility: [] }).all('EvidenceVariable')).toHaveLength(
      all('EvidenceVariable').length - 1,
    );
  });

  test('of an outcome nothing is reported of is there once', () => {
    const outcomes = [...trial.outcomes, { ...trial.outcomes[0]!, key: 'pain', name: said('Lung score') }];
    expect(mapped({ outcomes }).all('EvidenceVariable')).toHaveLength(all('EvidenceVariable').length + 1);
  });
});
