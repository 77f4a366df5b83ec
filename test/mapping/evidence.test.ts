import type { Evidence } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { NOT_STATED } from '../../src/model/fact.ts';
import type { ComparisonResult, GroupResult, Result } from '../../src/model/trial.ts';
import { said, trial } from '../fixtures/trial.ts';
import { copied, mapped, mark, restated } from './mapped.ts';

const { one, follow } = mapped();
const evidence = (title: string) => one('Evidence', title);
const profile = ({ meta }: Evidence) => meta?.profile?.[0]?.split('/').at(-1);
const statistic = (title: string) => evidence(title).statistic ?? [];
const roles = ({ variableDefinition }: Evidence) =>
  variableDefinition.map(({ variableRole }) => variableRole.coding?.[0]?.code);
const variable = ({ variableDefinition }: Evidence, role: string) =>
  variableDefinition.find(({ variableRole }) => variableRole.coding?.[0]?.code === role);
const onlyResult = (result: Result) => mapped({ results: [result], conclusions: [] }).one('Evidence');

const group = trial.results.find((result): result is GroupResult => result.kind === 'group')!;
const comparison = trial.results.find((result): result is ComparisonResult => result.kind === 'comparison')!;

describe('Evidence of one arm', () => {
  const title = 'Death, day 28: cell arm';

  test('has a statistic per measure, with those affected and those looked at', () => {
    expect(profile(evidence(title))).toBe('arm-evidence');
    const [count, proportion, ...others] = statistic(title);
    expect(others).toEqual([]);
    expect(count?.statisticType?.coding?.[0]?.code).toBe('C25463');
    expect(count?.quantity?.value).toBe(3);
    expect(count?.numberAffected).toBe(3);
    expect(mark(count?._numberAffected)).toMatchObject(copied('3'));
    expect(count?.sampleSize?.knownDataCount).toBe(11);
    expect(mark(count?.sampleSize?._knownDataCount)).toMatchObject(copied('11'));
    expect(proportion?.statisticType?.coding?.[0]?.code).toBe('C44256');
    expect(proportion?.quantity).toMatchObject({ value: 27.3, unit: '%', code: '%' });
    expect(mark(proportion?.quantity)).toMatchObject(copied('27.3'));
    expect(mark(proportion?.quantity?._unit)).toMatchObject(copied('%'));
    expect(proportion).not.toHaveProperty('numberAffected');
  });

  test('relates the arm to the outcome at its time', () => {
    const death = evidence(title);
    expect(roles(death)).toEqual(['population', 'exposure', 'measuredVariable']);
    expect(follow(variable(death, 'population')?.observed)).toMatchObject({ quantity: 43 });
    expect(follow(variable(death, 'exposure')?.observed)).toMatchObject({
      name: 'cell arm: analysed',
      quantity: 11,
    });
    expect(follow(variable(death, 'exposure')?.intended)).toMatchObject({ title: 'cell arm' });
    expect(follow(variable(death, 'measuredVariable')?.observed)).toMatchObject({ title: 'Death, day 28' });
  });

  test('quotes its sentence and leads to the publication', () => {
    const death = evidence(title);
    expect(mark(death._description)).toMatchObject(copied(death.description!));
    expect(death.description).toBe('Death by day 28 occurred in 3 of 11 (27.3%) in the cell arm.');
    expect(death.relatedArtifact?.[0]?.type).toBe('derived-from');
    expect(follow(death.relatedArtifact?.[0]?.resourceReference)?.resourceType).toBe('Citation');
  });

  test('has quartiles and standard deviation in the unit of their value', () => {
    const [median] = statistic('Ferritin: cell arm');
    expect(median?.quantity).toMatchObject({ value: 410.5, unit: 'µg/L', code: 'ug/L' });
    expect(median).not.toHaveProperty('sampleSize');
    const [quartiles] = median?.attributeEstimate ?? [];
    expect(quartiles?.type?.coding?.[0]?.code).toBe('C53245');
    expect(quartiles?.range?.low).toMatchObject({ value: 300, code: 'ug/L' });
    expect(mark(quartiles?.range?.high)).toMatchObject(copied('520.0'));
    expect(quartiles).not.toHaveProperty('level');
    const [mean] = statistic('Hospital stay: cell arm');
    expect(mean?.attributeEstimate?.[0]?.type?.coding?.[0]?.code).toBe('C53322');
    expect(mean?.attributeEstimate?.[0]?.quantity).toMatchObject({ value: 2.1, unit: 'days', code: 'd' });
    expect(mark(mean?.attributeEstimate?.[0]?.quantity)).toMatchObject(copied('2.10'));
  });

  test('keeps a reversed range in words, because R5 forbids it as numbers', () => {
    const [range] = statistic('wait: usual care arm')[0]?.attributeEstimate ?? [];
    expect(range?.description).toBe('range 9-3');
    expect(mark(range?._description)).toMatchObject(copied('range 9-3'));
    expect(range?.range?.low).not.toHaveProperty('value');
    expect(range?.range).toHaveProperty('low.extension.0.valueCode', 'as-text');
    expect(range?.range).toHaveProperty('high.extension.0.valueCode', 'as-text');
  });

  test('has nobody affected where a count is no whole number', () => {
    const measure = {
      ...group.measures[0]!,
      value: trial.results
        .flatMap((result) => (result.kind === 'group' ? result.measures : []))
        .find(({ type }) => type === 'proportion')!.value,
    };
    const [odd] = onlyResult({ ...group, measures: [measure] }).statistic ?? [];
    expect(odd?.quantity?.value).toBe(27.3);
    expect(odd).not.toHaveProperty('numberAffected');
  });

  test('is about everybody through the group of all', () => {
    const everybody = onlyResult({ ...group, subject: { kind: 'all' }, n: NOT_STATED });
    expect(everybody.title).toBe('Death, day 28: all participants');
    expect(variable(everybody, 'exposure')?.observed).toEqual(variable(everybody, 'population')?.observed);
  });

  test('is a finding in words where no value is left', () => {
    const words = onlyResult({ ...group, measures: [] });
    expect(profile(words)).toBe('finding-evidence');
    expect(words.assertion).toBe(group.sentence.value);
    expect(words).not.toHaveProperty('statistic');
  });
});

describe('Evidence of a comparison', () => {
  const title = 'Death: cell arm against usual care arm, relative risk';

  test('has estimate, interval with its level, and P value', () => {
    expect(profile(evidence(title))).toBe('comparison-evidence');
    const [risk, ...others] = statistic(title);
    expect(others).toEqual([]);
    expect(risk?.statisticType?.coding?.[0]?.code).toBe('C93152');
    expect(mark(risk?.quantity)).toMatchObject(restated('0.40'));
    const [interval, p] = risk?.attributeEstimate ?? [];
    expect(interval?.type?.coding?.[0]?.code).toBe('C53324');
    expect(interval?.level).toBe(0.95);
    expect(mark(interval?._level)).toMatchObject(restated('95%'));
    expect([interval?.range?.low?.value, interval?.range?.high?.value]).toEqual([0.14, 1.11]);
    expect(mark(interval?.range?.low)).toMatchObject(copied('0.14'));
    expect(p?.type?.coding?.[0]?.code).toBe('C44185');
    expect(p?.quantity?.value).toBe(0.08);
    expect(p?.quantity).not.toHaveProperty('comparator');
    expect(mark(p?.quantity)).toMatchObject(restated('P = 0.08'));
  });

  test('names both sides, and where the source names the other', () => {
    const risk = evidence(title);
    expect(roles(risk)).toEqual(['population', 'exposure', 'referenceExposure', 'measuredVariable']);
    const reference = variable(risk, 'referenceExposure');
    expect(follow(reference?.observed)).toMatchObject({ name: 'usual care arm: analysed', quantity: 24 });
    expect(mark(reference)).toMatchObject(restated('usual care'));
  });

  test('with a P value alone has no estimate; its comparator, direction and test are kept', () => {
    const lower = evidence('Ferritin: cells against usual care arm');
    const [only] = lower.statistic ?? [];
    expect(only).not.toHaveProperty('statisticType');
    expect(only).not.toHaveProperty('quantity');
    expect(only?.attributeEstimate?.map(({ quantity }) => quantity)).toEqual([
      expect.objectContaining({ value: 0.001, comparator: '<' }),
    ]);
    expect(only?.modelCharacteristic?.[0]?.code).toMatchObject({ text: 'paired comparisons' });
    expect(only?.modelCharacteristic?.[0]?.code).not.toHaveProperty('coding');
    const [direction] = lower.extension ?? [];
    expect(direction?.url).toMatch(/\/evidence-direction$/);
    expect(direction?.valueCodeableConcept?.coding?.[0]?.code).toBe('lower');
    expect(mark(direction?.valueCodeableConcept)).toMatchObject(restated('lower'));
  });

  test('of those who got a named treatment has that as exposure, and no group of people', () => {
    const exposure = variable(evidence('Ferritin: cells against usual care arm'), 'exposure');
    expect(follow(exposure?.intended)).toMatchObject({ title: 'cells' });
    expect(exposure).not.toHaveProperty('observed');
  });

  test.each([
    ['Fisher’s exact test', 'fishersExactTest'],
    ["fisher's exact test", 'fishersExactTest'],
    ['Mann–Whitney U test', 'mannWhitneyUTest'],
    ['paired t-tests', undefined],
    ['a paired statistical test', undefined],
  ])('codes a test only by a name of the list: %s', (words, code) => {
    const test = { ...said('paired comparisons'), value: words };
    const [only] = onlyResult({ ...comparison, test }).statistic ?? [];
    expect(only?.modelCharacteristic?.[0]?.code.text).toBe(words);
    expect(only?.modelCharacteristic?.[0]?.code.coding?.[0]?.code).toBe(code);
  });

  test('without any number is a finding in words', () => {
    const { estimate, interval, pValue } = {
      estimate: NOT_STATED,
      interval: NOT_STATED,
      pValue: NOT_STATED,
    } as const;
    expect(profile(onlyResult({ ...comparison, estimate, interval, pValue }))).toBe('finding-evidence');
  });
});

describe('Evidence in words', () => {
  test('asserts what the source says, with its direction and no statistic', () => {
    const score = evidence('Lung score: Velocell infusion');
    expect(profile(score)).toBe('finding-evidence');
    expect(score.assertion).toBe('Lung score improved after Velocell infusion');
    expect(mark(score._assertion)).toMatchObject(copied(score.assertion!));
    expect(score.extension?.[0]?.valueCodeableConcept?.coding?.[0]?.code).toBe('increased');
    expect(score).not.toHaveProperty('statistic');
    expect(roles(score)).toEqual(['population', 'exposure', 'measuredVariable']);
  });

  test('is what a conclusion becomes', () => {
    const conclusion = evidence('Conclusion');
    expect(profile(conclusion)).toBe('finding-evidence');
    expect(conclusion.assertion).toBe('Velocell may help in glass lung.');
    expect(roles(conclusion)).toEqual(['population']);
  });

  test('names no publication where the source names none', () => {
    const { publication } = trial;
    const silent = Object.fromEntries(Object.keys(publication).map((name) => [name, NOT_STATED]));
    const nameless = { ...publication, ...silent, authors: [], translatedTitles: [] };
    const { all } = mapped({ publication: nameless });
    expect(all('Citation')).toEqual([]);
    for (const each of all('Evidence')) expect(each).not.toHaveProperty('relatedArtifact');
  });
});
