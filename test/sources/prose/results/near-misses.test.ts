import { describe, expect, it } from 'vitest';
import { NEAR_MISSES } from './near-misses.ts';
import { resultsOf } from './sentences.ts';

const ESTIMATE = /(?:ratio|risk|difference) -?\d/;

describe('what looks like the effect of a trial and is none', () => {
  it.each(NEAR_MISSES)('%s', (sentence) =>
    expect(resultsOf(sentence).filter((result) => ESTIMATE.test(result))).toEqual([]),
  );
});

describe('what is the effect of a trial though words of other studies stand by', () => {
  it.each([
    'The hazard ratio for death was 0.72 (95% CI, 0.60 to 0.86), as hypothesized.',
    'Contrary to expectations, mortality did not differ between groups (hazard ratio, 0.98; 95% CI, 0.80 to 1.20).',
    'Ossil was noninferior to placebo (risk difference, -0.5%; 95% CI, -3.0 to 2.0; noninferiority margin, 5%).',
  ])('%s', (sentence) =>
    expect(resultsOf(sentence).filter((result) => ESTIMATE.test(result))).toHaveLength(1),
  );
});
