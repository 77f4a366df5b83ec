import type { FhirResource, Measure, MeasureReport } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { canonicals } from '../../../src/commands/canonicals.ts';
import { createValidator } from '../../../src/validation/validate.ts';
import { changed, sent, shownErrors } from '../found.ts';

const URL = 'https://example.com/Measure/m';

const population = (code: string) => ({
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/measure-population', code }],
});

const measureOf = (scoring: string): Measure => ({
  resourceType: 'Measure',
  url: URL,
  status: 'active',
  scoring: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/measure-scoring', code: scoring }] },
  group: [
    {
      linkId: 'g',
      population: [{ code: population('numerator') }, { code: population('measure-observation') }],
      stratifier: [{ linkId: 's' }],
    },
  ],
});

const report = {
  resourceType: 'MeasureReport',
  status: 'complete',
  type: 'summary',
  measure: URL,
  period: { start: '2024' },
  group: [
    {
      linkId: 'g',
      population: [{ code: population('numerator'), count: 3 }],
      stratifier: [{ linkId: 's' }],
      measureScoreQuantity: { value: 0.5 },
    },
  ],
} as unknown as MeasureReport;

const broken = (resource: object, scoring = 'proportion'): readonly string[] =>
  shownErrors(createValidator(canonicals([measureOf(scoring)] as FhirResource[]))(sent(resource)))
    .filter((one) => one.startsWith('measure-'))
    .map((one) => one.replace('MeasureReport.', ''));

describe('a report of a measure', () => {
  test('has the groups, populations and stratifiers of the measure', () => {
    expect(broken(report)).toEqual([]);
    expect(broken(changed(report, 'group.0.linkId', undefined))).toEqual([]);
    expect(broken(changed(report, 'group.0.linkId', 'h'))).toEqual([
      'measure-part group[0]',
      'measure-part MeasureReport',
    ]);
    expect(broken(changed(report, 'group.0.population.0.code', population('denominator')))).toEqual([
      'measure-part group[0].population[0]',
      'measure-part group[0]',
    ]);
    expect(broken(changed(report, 'group.0.stratifier', undefined))).toEqual(['measure-part group[0]']);
    expect(broken({ ...report, group: [report.group![0], report.group![0]] })).toEqual([
      'measure-part group[1]',
    ]);
    expect(broken(changed(report, 'group', undefined))).toEqual(['measure-part MeasureReport']);
  });

  test.each<[scoring: string, score: object | undefined, expected: string[]]>([
    ['proportion', { value: 1 }, []],
    ['proportion', { value: 1.5 }, ['measure-score group[0]']],
    ['proportion', { value: 0.5, unit: '%' }, ['measure-score group[0]']],
    ['proportion', { unit: '%' }, ['measure-score group[0]', 'measure-score group[0]']],
    ['proportion', undefined, ['measure-score group[0]']],
    ['cohort', { value: -1 }, ['measure-score group[0]']],
    ['cohort', undefined, ['measure-score group[0]']],
    ['continuous-variable', { value: -1, unit: 'd' }, []],
    ['composite', undefined, []],
  ])('has the score of its scoring: %s %j', (scoring, score, expected) => {
    expect(broken(changed(report, 'group.0.measureScoreQuantity', score), scoring)).toEqual(expected);
  });

  test('has no score where data is exchanged, and need not have all groups', () => {
    expect(broken({ ...report, type: 'data-exchange' })).toEqual(['measure-score group[0]']);
    expect(broken(changed({ ...report, type: 'data-exchange' as const }, 'group', undefined))).toEqual([]);
  });

  test('lists as many subjects as it counts, if it lists them', () => {
    const subjects = { reference: '#l' };
    const listed = changed(report, 'group.0.population.0.subjectResults', subjects);
    expect(broken(listed)).toEqual(['measure-subjects group[0].population[0]']);
    const list = (count: number) => ({
      ...listed,
      type: 'subject-list',
      contained: [
        {
          resourceType: 'List',
          id: 'l',
          status: 'current',
          mode: 'working',
          entry: Array.from({ length: count }, (_, index) => ({ item: { reference: `Patient/${index}` } })),
        },
      ],
    });
    expect(broken(list(3))).toEqual([]);
    expect(broken(list(2))).toEqual(['measure-count group[0].population[0]']);
  });

  test('is not judged by a measure that is not known', () => {
    expect(shownErrors(createValidator()(sent({ ...report, group: [{ linkId: 'x' }] })))).toEqual([]);
  });
});
