import { expect, test } from 'vitest';
import { arm, comparison, kinds, only } from './evidence.ts';

type Said = Parameters<typeof comparison>[0];

test.each<[string, Said, string]>([
  ['of a hazard ratio', { type: 'hazard ratio', value: '0.81', interval: ['0.70', '0.94'] }, 'consistent'],
  ['far off', { type: 'hazard ratio', value: '0.81', interval: ['0.70', '1.94'] }, 'inconsistent'],
  ['a little off', { type: 'hazard ratio', value: '0.81', interval: ['0.68', '0.94'] }, 'cannot-be-verified'],
  [
    'far off, by a method that is named',
    { type: 'hazard ratio', value: '0.81', interval: ['0.70', '1.94'], note: 'Profile likelihood interval' },
    'cannot-be-verified',
  ],
  [
    'of an odds ratio, which may be exact',
    { type: 'odds ratio', value: '0.81', interval: ['0.70', '1.94'] },
    'cannot-be-verified',
  ],
  [
    'of means, far off',
    { type: 'mean difference', value: '4.0', interval: ['-1.0', '19.0'] },
    'inconsistent',
  ],
  [
    'of means, far off, by a model',
    { type: 'mean difference', value: '4.0', interval: ['-1.0', '19.0'], test: 'ANCOVA' },
    'cannot-be-verified',
  ],
  [
    'of means, on the scale of a ratio',
    { type: 'mean difference', value: '4.0', interval: ['2.0', '8.0'] },
    'cannot-be-verified',
  ],
])('an interval %s (%j) is %s with its estimate in its middle', (_, said, verdict) => {
  expect(only('interval-symmetry', comparison(said)).verdict).toBe(verdict);
});

test('no interval of a single value, nor one without a middle, is looked at', () => {
  expect(kinds(arm('tea', { type: 'mean', value: '4', interval: ['1', '19'] }))).not.toContain(
    'interval-symmetry',
  );
  const zero = comparison({ type: 'risk ratio', value: '0.5', interval: ['0', '1.9'] });
  expect(kinds(zero)).not.toContain('interval-symmetry');
});
