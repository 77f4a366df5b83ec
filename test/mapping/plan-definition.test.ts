import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/model/decimal.ts';
import type { TimePoint } from '../../src/model/trial.ts';
import { said, trial } from '../fixtures/trial.ts';
import { copied, mapped, mark, restated } from './mapped.ts';

const assessedAt = (value: TimePoint) =>
  mapped({ assessments: [{ time: { ...said('14 days'), value }, of: [said('Ferritin')] }] })
    .one('PlanDefinition')
    .action?.at(-1);

const daysAfter = (event: string | undefined, administration?: number): TimePoint => ({
  kind: 'after',
  offset: { value: decimal('14'), unit: 'd' },
  ...(event !== undefined && { event }),
  ...(administration !== undefined && { administration }),
});

describe('PlanDefinition', () => {
  const { one, resources } = mapped();
  const plan = one('PlanDefinition');
  const action = (title: string) => plan.action?.find((each) => each.title === title);

  test('has an action per arm of the trial, none for controls found elsewhere', () => {
    const linked = one('ResearchStudy').comparisonGroup?.flatMap(({ linkId = [] }) => linkId);
    expect(plan.action?.slice(0, 3).map(({ id, linkId }) => [id, linkId])).toEqual(
      linked?.map((id) => [id, id]),
    );
    expect(action('matched registry patients')).toBeUndefined();
  });

  test('gives administrations in their order', () => {
    const [cells, vesicles] = action('cell-and-vesicle arm')?.action ?? [];
    expect([cells?.linkId, vesicles?.linkId]).toEqual(['cell-and-vesicle-arm-1', 'cell-and-vesicle-arm-2']);
    expect(cells).not.toHaveProperty('relatedAction');
    expect(vesicles?.relatedAction?.[0]).toMatchObject({
      targetId: 'cell-and-vesicle-arm-1',
      relationship: 'after',
    });
    expect(mark(vesicles?._title)).toMatchObject(copied('vesicles'));
    const urls = resources.flatMap((each) => ('url' in each ? [each.url] : []));
    expect(urls).toContain(vesicles?.definitionCanonical);
    expect(action('usual care arm')).not.toHaveProperty('action');
  });

  test('has what all participants received', () => {
    expect(action('oxygen')?.description).toBe('Given to all participants');
    expect(mark(action('low-dose heparin')?._title)).toMatchObject(copied('low-dose heparin'));
  });

  test('assesses before the arms begin', () => {
    const [baseline] = plan.action?.slice(-2) ?? [];
    expect(baseline?.title).toBe('Assessment of Ferritin, lung score');
    expect(baseline?.description).toBe('baseline');
    expect(baseline?.action?.map(({ title }) => title)).toEqual(['Ferritin', 'lung score']);
    expect(baseline?.relatedAction?.map(({ targetId, relationship }) => [targetId, relationship])).toEqual([
      ['cell-arm', 'before'],
      ['cell-and-vesicle-arm', 'before'],
      ['usual-care-arm', 'before'],
    ]);
  });

  test('counts from the action in which the dose falls, in each arm that has one', () => {
    const later = plan.action?.at(-1);
    expect(later?.relatedAction?.map(({ targetId, relationship }) => [targetId, relationship])).toEqual([
      ['cell-arm-1', 'after'],
      ['cell-and-vesicle-arm-2', 'after'],
    ]);
    const offset = later?.relatedAction?.[0]?.offsetDuration;
    expect(offset).toMatchObject({ value: 14, code: 'd', system: 'http://unitsofmeasure.org' });
    expect(mark(offset)).toMatchObject(restated('14 days after the second infusion'));
    expect(assessedAt(daysAfter('the first infusion', 1))?.relatedAction?.[0]).toMatchObject({
      targetId: 'cell-arm-1',
      relationship: 'after-start',
    });
    expect(assessedAt(daysAfter('the third infusion', 3))).not.toHaveProperty('relatedAction');
  });

  test('counts from the start of treatment where the source does', () => {
    expect(assessedAt(daysAfter('the start of treatment'))?.relatedAction?.[0]?.relationship).toBe(
      'after-start',
    );
    expect(assessedAt(daysAfter('treatment'))?.relatedAction?.[0]?.relationship).toBe('after');
  });

  test.each([
    ['hospital admission', daysAfter('hospital admission'), '14 days'],
    ['nothing stated', daysAfter(undefined), 'day 14'],
    ['a stretch of time', { kind: 'during', text: 'during the stay' } as const, '14 days'],
  ])('relates to no action when the time counts from %s', (_, time, said) => {
    const assessment = assessedAt(time);
    expect(assessment).not.toHaveProperty('relatedAction');
    expect(assessment?.description).toBe(said);
  });

  test('has ids and targets that all are there, once', () => {
    const ids = [...JSON.stringify(plan.action).matchAll(/"linkId":"([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of JSON.stringify(plan.action).matchAll(/"targetId":"([^"]+)"/g))
      expect(ids).toContain(target);
  });

  test('says the same assessment once', () => {
    const assessments = [...trial.assessments, ...trial.assessments];
    expect(mapped({ assessments }).one('PlanDefinition').action).toEqual(plan.action);
  });
});
