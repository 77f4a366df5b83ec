import { describe, expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { isError } from '../../src/fhir/issue.ts';
import { readingProvenance } from '../../src/mapping/provenance.ts';
import { mapTrial } from '../../src/mapping/trial.ts';
import { NOT_STATED } from '../../src/model/fact.ts';
import type { Result, Trial } from '../../src/model/trial.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { document, silent, trial } from '../fixtures/trial.ts';

const validate = createValidator({ ownsReferences: true });

const everything = (one: Trial) => {
  const resources = mapTrial(one, document);
  const targets = resources.map(({ resourceType, id }) => `${resourceType}/${id}`);
  return [...resources, readingProvenance(resources[0], document, targets)];
};

const errors = (one: Trial) =>
  everything(one).flatMap((resource) =>
    validate(content(resource))
      .filter(isError)
      .map(({ rule, expression, text }) => ({ id: resource.id, rule, expression, text })),
  );

const without = (result: Result): Result =>
  result.kind === 'comparison'
    ? { ...result, estimate: NOT_STATED, pValue: NOT_STATED, interval: NOT_STATED, reference: NOT_STATED }
    : result.kind === 'group'
      ? { ...result, n: NOT_STATED, measures: [], subject: { kind: 'all' } }
      : result;

describe('what is mapped is valid against R5 and its profile', () => {
  test.each([
    ['the whole trial', trial],
    ['a silent source', silent],
    ['a trial whose results have no numbers', { ...trial, results: trial.results.map(without) }],
    ['a trial that names no publication', { ...trial, publication: silent.publication }],
    ['a trial of which only the arms are known', { ...silent, arms: trial.arms }],
    [
      'a trial with the same results twice and backwards',
      { ...trial, results: [...trial.results.toReversed(), ...trial.results] },
    ],
    ['a trial without a number of its people', { ...trial, analysed: NOT_STATED, planned: NOT_STATED }],
  ] satisfies [string, Trial][])('%s', (_, one) => {
    expect(errors(one)).toEqual([]);
  });

  test('and would not be with a statistic of a finding in words', () => {
    const finding = everything(trial).find(({ meta }) => meta?.profile?.[0]?.endsWith('/finding-evidence'))!;
    const broken = { ...finding, statistic: [{ description: 'none' }] } as typeof finding;
    expect(validate(content(broken)).filter(isError)).not.toEqual([]);
  });
});
