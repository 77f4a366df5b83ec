import { expect, it } from 'vitest';
import { EFFECTS } from './effect-statements.ts';
import { resultsOf } from './sentences.ts';

const estimatesOf = (sentence: string): readonly string[] =>
  resultsOf(sentence).filter((result) => /(?:ratio|risk|difference) -?\d/.test(result));

it.each([
  [
    'The hazard ratio for fracture was 0.75 (95% CI, 0.65 to 0.86; P<0.001).',
    'fracture | ossil against placebo | hazard-ratio 0.75',
  ],
  [
    'The difference in pain was -3.2 points (95% CI, -5.0 to -1.4) with ossil versus placebo.',
    'pain | ossil against placebo | mean-difference -3.2',
  ],
  [
    'Fractures occurred in 4 of 40 patients (10%) in the ossil group and in 9 of 38 (24%) in the placebo group (relative risk, 0.42; 95% CI, 0.14 to 1.26).',
    'fractures | ossil against placebo | relative-risk 0.42',
  ],
])('%s', (sentence, told) =>
  expect(estimatesOf(sentence).map((result) => result.toLowerCase().slice(0, told.length))).toEqual([told]),
);

it('leaves out estimates of parts of a group that only a list tells apart', () =>
  expect(
    estimatesOf(
      'The hazard ratio was 1.13 (95% CI 0.68–1.89) among smokers and 1.35 (95% CI 0.86–2.10) among others.',
    ),
  ).toEqual([]));

it.each(EFFECTS)('%s', (sentence, told) => {
  const [estimate = '', interval = ''] = told.split(' | ');
  expect(estimatesOf(sentence)).toEqual([expect.stringContaining(`| ${estimate} |`)]);
  expect(estimatesOf(sentence)).toEqual([expect.stringContaining(interval)]);
});
