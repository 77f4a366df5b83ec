import { describe, expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { check } from '../../src/statistics/check.ts';
import { arm, comparison, counted, group, kinds, only, statistic, study, unordered } from './evidence.ts';

const NO_OTHERS = [] as const;

describe('an effect from counts', () => {
  test.each([
    ['risk ratio', 'risk-ratio', '3/11', '8/24', '0.82', 'consistent', '0.818'],
    ['risk ratio', 'risk-ratio', '3/11', '8/24', '0.8', 'consistent', '0.818'],
    ['risk ratio', 'risk-ratio', '3/11', '8/24', '0.80', 'inconsistent', '0.818'],
    ['risk ratio', 'risk-ratio', '3/11', '8/24', '0.49', 'inconsistent', '0.818'],
    ['risk ratio', 'risk-ratio', '0/8', '8/24', '0', 'consistent', '0'],
    ['risk ratio', 'risk-ratio', '0/8', '8/24', '0.16', 'consistent', '0.163'],
    ['risk ratio', 'risk-ratio', '0/8', '8/24', '0.08', 'inconsistent', '0.163'],
    ['odds ratio', 'odds-ratio', '3/11', '8/24', '0.75', 'consistent', '0.75'],
    ['odds ratio', 'odds-ratio', '3/11', '8/24', '0.70', 'inconsistent', '0.75'],
    ['risk difference', 'risk-difference', '9/10', '3/10', '0.60', 'consistent', '0.6'],
    ['risk difference', 'risk-difference', '9/10', '3/10', '60 %', 'consistent', '60'],
    ['risk difference', 'risk-difference', '9/10', '3/10', '60 percentage points', 'consistent', '60'],
    ['risk difference', 'risk-difference', '9/10', '3/10', '61 %', 'inconsistent', '60'],
  ] as const)(
    '%s (%s) of %s against %s, reported as %s, is %s',
    (type, code, tea, water, value, verdict, recomputed) => {
      expect(only(code, comparison({ type, value }), counted(tea, water))).toMatchObject({
        verdict,
        recomputed,
        path: 'Evidence.statistic[0].quantity',
      });
    },
  );

  test('shows the calculation', () => {
    const { text } = only(
      'risk-ratio',
      comparison({ type: 'risk ratio', value: '0.49' }),
      counted('3/11', '8/24'),
    );
    expect(text).toBe('3/11 against 8/24 gives a risk ratio of 0.818, not 0.49.');
  });

  test.each([
    ['risk ratio', '1.22', 'the other way round'],
    ['risk ratio', '0.75', 'odds ratio'],
    ['odds ratio', '0.82', 'risk ratio'],
  ] as const)('%s %s: says that it is %s', (type, value, words) => {
    const [code] = kinds(comparison({ type, value }), counted('3/11', '8/24'));
    const { verdict, text } = only(
      code as 'risk-ratio',
      comparison({ type, value }),
      counted('3/11', '8/24'),
    );
    expect(verdict).toBe('inconsistent');
    expect(text).toContain(words);
  });

  test.each([
    [
      'an adjusted analysis',
      { type: 'odds ratio', value: '0.49', test: 'logistic regression adjusted for age' },
      'odds-ratio',
      'adjusted',
    ],
    [
      'a paired analysis',
      { type: 'odds ratio', value: '0.49', test: "McNemar's test" },
      'odds-ratio',
      'paired',
    ],
    ['a hazard ratio', { type: 'hazard ratio', value: '0.49' }, 'effect-estimate', 'times of the events'],
  ] as const)('of %s cannot be verified, and says why', (_, said, code, why) => {
    const { verdict, text } = only(code, comparison(said), counted('3/11', '8/24'));
    expect(verdict).toBe('cannot-be-verified');
    expect(text).toContain(why);
  });

  test.each([
    ['no counts', NO_OTHERS, 'no counts'],
    ['counts of one group', counted('3/11', '8/24').slice(0, 1), 'no counts'],
    [
      'counts without sizes',
      [arm('tea', { type: 'count', affected: 3 }), arm('water', { type: 'count', affected: 8 })],
      'how many people',
    ],
    [
      'medians',
      [arm('tea', { type: 'median', value: '3', n: 8 }), arm('water', { type: 'median', value: '8', n: 8 })],
      'medians',
    ],
  ])('with %s cannot be verified, and says why', (_, others, why) => {
    const { verdict, text } = only('risk-ratio', comparison({ type: 'risk ratio', value: '0.49' }), others);
    expect(verdict).toBe('cannot-be-verified');
    expect(text).toContain(why);
  });

  test('takes the size of a group from the Group, and the count from its percentage', () => {
    const others = [
      arm('tea', { type: 'count', value: '3' }),
      group('tea', 11),
      arm('water', { type: 'proportion', value: '33 %', n: 24 }),
    ];
    const found = only('risk-ratio', comparison({ type: 'risk ratio', value: '0.82' }), others);
    expect(found).toMatchObject({ verdict: 'consistent', recomputed: '0.818' });
    expect(found.text).toContain('8 is taken from 33% of 24');
  });

  test('is inconsistent only if no reading of the counts gives it', () => {
    const others = [...counted('3/11', '8/24'), ...counted('4/11', '8/24')];
    const verdictOf = (value: string) =>
      only('risk-ratio', comparison({ type: 'risk ratio', value }), others).verdict;
    expect(verdictOf('0.82')).toBe('consistent');
    expect(verdictOf('1.09')).toBe('consistent');
    expect(verdictOf('0.95')).toBe('inconsistent');
  });

  test('takes no part of a group for the whole', () => {
    const part = arm('tea', { type: 'count', affected: 1, n: 5 });
    const value = structuredClone(part.value);
    value.statistic![0]!.category = [{ label: [{ text: 'women' }] }] as never;
    const { verdict } = only('risk-ratio', comparison({ type: 'risk ratio', value: '0.60' }), [
      content(value),
      ...counted('3/11', '8/24').slice(1),
    ]);
    expect(verdict).toBe('cannot-be-verified');
  });
});

describe('an analysis that does not say which group is compared with which', () => {
  const verdictOf = (value: string) =>
    only('risk-ratio', unordered({ type: 'risk ratio', value }), counted('3/11', '8/24'));

  test.each([
    ['0.82', 'taking the first group against the second'],
    ['1.22', 'taking the second group against the first'],
  ])('is consistent if either order gives its estimate: %s', (value, words) => {
    expect(verdictOf(value)).toMatchObject({ verdict: 'consistent' });
    expect(verdictOf(value).text).toContain(words);
  });

  test('cannot be verified if neither does', () => {
    expect(verdictOf('0.95').verdict).toBe('cannot-be-verified');
  });

  test('is no result of its first group', () => {
    const others = [unordered({ type: 'proportion', value: '90 %', n: 11 }), ...counted('3/11', '8/24')];
    const found = only('risk-ratio', comparison({ type: 'risk ratio', value: '0.49' }), others);
    expect(found.verdict).toBe('inconsistent');
  });
});

describe('the parts of a group', () => {
  const parts = (...affected: readonly number[]) =>
    arm(
      'tea',
      ...affected.map((count) => ({
        type: 'count' as const,
        affected: count,
        n: 9,
        category: `part ${count}`,
      })),
    );

  test('that are consistent are told of together', () => {
    const found = check(parts(1, 2, 3), NO_OTHERS);
    expect(found).toMatchObject([
      { verdict: 'consistent', code: 'affected-within-sample', path: 'Evidence.statistic[0].numberAffected' },
    ]);
    expect(found[0]?.text).toContain('3 categories');
  });

  test('that are not are told of each', () => {
    const found = check(parts(1, 20, 2, 30), NO_OTHERS);
    expect(found.map(({ verdict, path }) => [verdict, path])).toEqual([
      ['consistent', 'Evidence.statistic[0].numberAffected'],
      ['inconsistent', 'Evidence.statistic[1].numberAffected'],
      ['inconsistent', 'Evidence.statistic[3].numberAffected'],
    ]);
  });

  test('do not lend each other their counts', () => {
    const evidence = arm(
      'tea',
      { type: 'count', affected: 1, n: 10, category: 'women' },
      { type: 'proportion', value: '50 %', n: 10, category: 'men' },
    );
    expect(only('percentage', evidence).verdict).toBe('consistent');
  });
});

describe('an interval from counts', () => {
  test.each([
    ['Katz', 'risk ratio', '3/11', '8/24', '0.82', ['0.27', '2.50'], 'consistent'],
    ['Koopman', 'risk ratio', '36/40', '16/80', '4.50', ['2.94', '7.15'], 'consistent'],
    ['Katz, wrong', 'risk ratio', '3/11', '8/24', '0.82', ['0.14', '1.11'], 'inconsistent'],
    ['Katz, one bound wrong', 'risk ratio', '3/11', '8/24', '0.82', ['0.27', '2.15'], 'inconsistent'],
    ['Woolf', 'odds ratio', '3/11', '8/24', '0.75', ['0.16', '3.62'], 'consistent'],
    ['Wald', 'risk difference', '9/10', '3/10', '0.60', ['0.26', '0.94'], 'consistent'],
    ['Newcombe', 'risk difference', '9/10', '3/10', '0.60', ['0.17', '0.81'], 'consistent'],
    ['Newcombe in per cent', 'risk difference', '9/10', '3/10', '60 %', ['17 %', '81 %'], 'consistent'],
    ['neither', 'risk difference', '9/10', '3/10', '0.60', ['0.20', '0.90'], 'inconsistent'],
    ['an empty cell', 'risk ratio', '0/8', '8/24', '0.16', ['0.01', '2.55'], 'consistent'],
  ] as const)('%s: %s of %s against %s, %s (%j), is %s', (_, type, tea, water, value, interval, verdict) => {
    const found = only('interval', comparison({ type, value, interval }), counted(tea, water));
    expect(found).toMatchObject({ verdict, path: 'Evidence.statistic[0].attributeEstimate[0].range' });
  });

  test('without a level has one of the usual ones', () => {
    const verdictOf = (interval: [string, string]) =>
      only(
        'interval',
        comparison({ type: 'risk ratio', value: '0.82', interval, level: undefined }),
        counted('3/11', '8/24'),
      ).verdict;
    expect(verdictOf(['0.32', '2.09'])).toBe('consistent');
    expect(verdictOf(['0.36', '1.86'])).toBe('inconsistent');
  });
});

describe('a P value and an interval', () => {
  const ratio = { type: 'risk ratio', value: '0.49', interval: ['0.14', '1.11'] } as const;

  // Altman and Bland, BMJ 2011;343:d2304: 0.81 (0.70 to 0.94) gives P = 0.005.
  test.each([
    [
      'the published example',
      { type: 'risk ratio', value: '0.81', interval: ['0.70', '0.94'], p: '0.005' },
      'consistent',
    ],
    [
      'the same, mistyped',
      { type: 'risk ratio', value: '0.81', interval: ['0.70', '0.94'], p: '0.05' },
      'inconsistent',
    ],
    ['a limit', { type: 'risk ratio', value: '0.81', interval: ['0.70', '0.94'], p: '< 0.01' }, 'consistent'],
    [
      'a limit that is passed',
      { type: 'risk ratio', value: '0.81', interval: ['0.70', '0.94'], p: '< 0.001' },
      'inconsistent',
    ],
    ['an interval that is not symmetric', { ...ratio, p: '0.08' }, 'inconsistent'],
    ['the value that belongs to it', { ...ratio, p: '0.18' }, 'consistent'],
    [
      'a wide one',
      { type: 'risk ratio', value: '0.08', interval: ['0.005', '1.26'], p: '0.07' },
      'consistent',
    ],
    [
      'a difference',
      { type: 'risk difference', value: '0.20', interval: ['0.0575', '0.3425'], p: '0.006' },
      'consistent',
    ],
    [
      'a difference, mistyped',
      { type: 'risk difference', value: '0.20', interval: ['0.0575', '0.3425'], p: '0.6' },
      'inconsistent',
    ],
    [
      'a hazard ratio',
      { type: 'hazard ratio', value: '0.81', interval: ['0.70', '0.94'], p: '0.005' },
      'consistent',
    ],
    [
      'a difference of means, few people',
      { type: 'mean difference', value: '4.0', interval: ['-1.0', '9.0'], p: '0.11' },
      'consistent',
    ],
    [
      'a difference of means, perhaps few people',
      { type: 'mean difference', value: '4.0', interval: ['-1.0', '9.0'], p: '0.09' },
      'cannot-be-verified',
    ],
    [
      'a difference of means, at odds',
      { type: 'mean difference', value: '4.0', interval: ['-1.0', '9.0'], p: '0.01' },
      'inconsistent',
    ],
    ['a paired test', { ...ratio, p: '0.08', test: 'paired t test' }, 'cannot-be-verified'],
    ['a one-sided test', { ...ratio, p: '0.08', test: 'one-sided z test' }, 'cannot-be-verified'],
    ['an adjusted analysis', { ...ratio, p: '0.08', test: 'adjusted for age' }, 'cannot-be-verified'],
    ['a test of its own', { ...ratio, p: '0.08', test: 'log-rank test' }, 'cannot-be-verified'],
    ['of superiority', { ...ratio, p: '0.08', hypothesis: 'SUPERIORITY_OR_OTHER' }, 'inconsistent'],
    [
      'not of non-inferiority',
      { ...ratio, p: '0.08', hypothesis: 'not tested for non-inferiority' },
      'inconsistent',
    ],
    ['of non-inferiority', { ...ratio, p: '0.08', hypothesis: 'NON_INFERIORITY' }, 'cannot-be-verified'],
    [
      'a bound without logarithm',
      { type: 'risk ratio', value: '0.49', interval: ['0', '1.11'], p: '0.08' },
      'cannot-be-verified',
    ],
  ] as const)('%s (%j): %s', (_, said, verdict) => {
    const found = only('p-from-interval', comparison(said));
    expect(found).toMatchObject({ verdict, path: 'Evidence.statistic[0].attributeEstimate[1].quantity' });
  });

  test('shows what each gives of the other', () => {
    const { text, recomputed } = only('p-from-interval', comparison({ ...ratio, p: '0.08' }));
    expect(recomputed).toBe('0.177');
    expect(text).toContain('z = 1.35 and P = 0.177');
    expect(text).toContain('P = 0.08 goes with an interval of 0.22 to 1.09');
  });

  test('leaves a P value alone that a test of the counts gives', () => {
    const said = { type: 'odds ratio', value: '1.67', interval: ['0.19', '14.6'], p: '1.00' } as const;
    expect(only('p-from-interval', comparison(said)).verdict).toBe('inconsistent');
    const found = only('p-from-interval', comparison(said), counted('3/5', '9/18'));
    expect(found.verdict).toBe('cannot-be-verified');
    expect(found.text).toContain('Fisher');
  });
});

describe('a P value from counts', () => {
  test.each([
    ['Fisher', '5/10', '0/10', '0.033', 'fisher', 'consistent', '0.0325'],
    ['chi-squared', '5/10', '0/10', '0.010', 'chi-squared', 'consistent', '0.00982'],
    ['Yates', '2/12', '15/18', '0.0012', 'chi-squared', 'consistent', '0.00122'],
    ['a limit', '5/10', '0/10', '< 0.05', 'fisher', 'consistent', '0.0325'],
    ['none of them', '5/10', '0/10', '0.33', 'fisher', 'inconsistent', '0.0325'],
    ['no difference', '8/8', '24/24', '0.02', 'fisher', 'inconsistent', '1'],
  ] as const)('%s: %s against %s with P %s', (_, tea, water, p, code, verdict, recomputed) => {
    expect(only(code, comparison({ p }), counted(tea, water))).toMatchObject({ verdict, recomputed });
  });

  test('is that of the test named, where one is', () => {
    const said = (test: string) => comparison({ p: '0.010', test });
    expect(only('chi-squared', said('chi-square test'), counted('5/10', '0/10')).verdict).toBe('consistent');
    expect(only('fisher', said("Fisher's exact test"), counted('5/10', '0/10')).verdict).toBe('inconsistent');
  });

  test('says so when it would be one-sided', () => {
    const { verdict, text } = only('fisher', comparison({ p: '0.016' }), counted('5/10', '0/10'));
    expect(verdict).toBe('inconsistent');
    expect(text).toContain('One-sided');
  });

  test.each([
    ['a paired test', { p: '0.025', test: 'paired statistical tests' }, 'paired'],
    ['a one-sided test', { p: '0.025', test: 'one-sided test' }, 'one-sided'],
    ['a rank test', { p: '0.025', test: 'Mann-Whitney U test' }, 'not one of counts'],
    ['an adjusted analysis', { p: '0.025', test: 'Cox model' }, 'adjusted'],
    ['a hazard ratio without interval', { type: 'hazard ratio', value: '0.5', p: '0.025' }, 'no interval'],
    ['a correlation', { type: 'correlation', value: '0.5', p: '0.025' }, 'no interval'],
  ] as const)('of %s cannot be verified, and says why', (_, said, why) => {
    const { verdict, text } = only('p-value', comparison(said), counted('5/10', '0/10'));
    expect(verdict).toBe('cannot-be-verified');
    expect(text).toContain(why);
  });

  test('of one group alone cannot be verified', () => {
    expect(only('p-value', arm('tea', { p: '0.015' })).text).toContain('no two groups');
  });

  test('beside medians cannot be verified', () => {
    const others = ['tea', 'water'].map((name) => arm(name, { type: 'median', value: '3', n: 8 }));
    expect(only('p-value', comparison({ p: '0.015' }), others).text).toContain('medians');
  });
});

describe('equal arms', () => {
  const counts = [arm('tea', { type: 'count', affected: 5 }), arm('water', { type: 'count', affected: 0 })];
  const said = comparison({ p: '0.033' });

  test('are assumed where the ratio and the total are stated, and the verdict says so', () => {
    const found = only('fisher', said, [...counts, study(['tea', 'water'], {}, '1:1'), group('all', 20)]);
    expect(found.verdict).toBe('consistent');
    expect(found.text).toContain('5/10 against 0/10');
    expect(found.text).toContain('assuming that 20 in all, allocated 1:1, make groups of 10');
  });

  test('may come from those enrolled', () => {
    const at = study(['tea', 'water'], { recruitment: { actualNumber: 20 } }, '1:1');
    expect(only('fisher', said, [...counts, at]).verdict).toBe('consistent');
  });

  test('make nothing inconsistent, being assumed', () => {
    const at = [...counts, study(['tea', 'water'], {}, '1:1'), group('all', 20)];
    expect(only('fisher', comparison({ p: '0.33' }), at).verdict).toBe('cannot-be-verified');
  });

  test.each([
    ['without a ratio', [study(['tea', 'water']), group('all', 20)]],
    ['with another ratio', [study(['tea', 'water'], {}, '2:1'), group('all', 20)]],
    ['without a total', [study(['tea', 'water'], {}, '1:1')]],
  ])('are not assumed %s', (_, others) => {
    expect(only('p-value', said, [...counts, ...others]).verdict).toBe('cannot-be-verified');
  });

  test('are not needed where a percentage gives the size', () => {
    const tea = arm('tea', { type: 'count', affected: 5 }, { type: 'proportion', value: '50 %' });
    const at = [tea, counts[1]!, study(['tea', 'water'], {}, '1:1'), group('all', 20)];
    expect(only('fisher', said, at).text).toContain('a size of 10 is taken from 5 being 50%');
  });
});

describe('a percentage', () => {
  test.each([
    ['79.2 %', undefined, 24, 'consistent', '19'],
    ['70.8 %', undefined, 24, 'consistent', '17'],
    ['100 %', undefined, 8, 'consistent', '8'],
    ['0.25', undefined, 8, 'consistent', '2'],
    ['79.5 %', undefined, 24, 'inconsistent', undefined],
    ['50 %', undefined, 1000, 'consistent', undefined],
    ['27.3 %', 3, 11, 'consistent', '27.3'],
    ['27 %', 3, 11, 'consistent', '27.3'],
    ['28.0 %', 3, 11, 'inconsistent', '27.3'],
    ['50 %', 5, undefined, 'cannot-be-verified', undefined],
    ['34.9 %', 1, undefined, 'inconsistent', undefined],
    ['50 %', undefined, undefined, 'cannot-be-verified', undefined],
  ])('%s with count %s of %s: %s', (value, affected, n, verdict, recomputed) => {
    const found = only(
      'percentage',
      arm('tea', {
        type: 'proportion',
        value,
        ...(affected !== undefined && { affected }),
        ...(n !== undefined && { n }),
      }),
    );
    expect(found.verdict).toBe(verdict);
    expect(found.recomputed).toBe(recomputed);
  });

  test('goes with the count that is reported beside it', () => {
    const both = arm(
      'tea',
      { type: 'count', affected: 3, n: 11 },
      { type: 'proportion', value: '72.7 %', n: 11 },
    );
    expect(only('percentage', both)).toMatchObject({
      verdict: 'inconsistent',
      path: 'Evidence.statistic[1].quantity',
      text: '3/11 is 27.3 %, not 72.7 %.',
    });
  });

  test('is shown with digits enough to see the difference', () => {
    expect(
      only('percentage', arm('tea', { type: 'proportion', value: '0.27273', affected: 3, n: 11 })).verdict,
    ).toBe('consistent');
    expect(
      only('percentage', arm('tea', { type: 'proportion', value: '0.27237', affected: 3, n: 11 })).text,
    ).toBe('3/11 is 0.27273, not 0.27237.');
  });

  test('with an interval may be an estimate, which no count has to fit', () => {
    const estimate = arm('tea', {
      type: 'proportion',
      value: '77.0 %',
      n: 24,
      interval: ['56.3 %', '88.9 %'],
    });
    expect(only('percentage', estimate).verdict).toBe('cannot-be-verified');
  });

  test('names the counts on both sides where none fits', () => {
    expect(only('percentage', arm('tea', { type: 'proportion', value: '77.0 %', n: 24 })).text).toBe(
      'No whole number of 24 is 77.0 %: 18/24 is 75 %, 19/24 is 79.2 %.',
    );
  });
});

describe('an interval', () => {
  test.each([
    [{ type: 'risk ratio', value: '0.49', interval: ['0.14', '1.11'] }, 'consistent'],
    [{ type: 'risk ratio', value: '1.2', interval: ['0.14', '1.18'] }, 'consistent'],
    [{ type: 'risk ratio', value: '1.20', interval: ['0.14', '1.18'] }, 'inconsistent'],
    [{ type: 'median', value: '30', quartiles: ['14', '28'] }, 'inconsistent'],
    [{ type: 'median', value: '28', quartiles: ['14', '28'] }, 'consistent'],
    [{ type: 'mean', value: '28 mg', interval: ['14 g', '18 g'] }, 'cannot-be-verified'],
  ] as const)('contains its estimate: %j is %s', (said, verdict) => {
    expect(only('interval-contains-estimate', arm('tea', said)).verdict).toBe(verdict);
  });

  test('of quartiles need not contain a mean', () => {
    expect(kinds(arm('tea', { type: 'mean', value: '30', quartiles: ['14', '28'] }))).toEqual([
      'bounds-in-order',
    ]);
  });

  test('is said not to be symmetric on its scale, where it is not', () => {
    const textOf = (interval: [string, string]) =>
      only('interval-symmetry', comparison({ type: 'risk ratio', value: '0.49', interval })).text;
    expect(textOf(['0.14', '1.11'])).toContain('0.14 to 1.11 is 0.394, not 0.49');
    expect(textOf(['0.22', '1.09'])).not.toContain('not symmetric');
  });

  test.each([
    [['0.14', '1.11'], 'consistent'],
    [['1.11', '0.14'], 'inconsistent'],
    [['0.52', '0.5'], 'consistent'],
  ] as const)('has its bounds in order: %j is %s', (interval, verdict) => {
    expect(only('bounds-in-order', comparison({ type: 'risk ratio', value: '0.5', interval })).verdict).toBe(
      verdict,
    );
  });

  test('in words alone cannot be verified', () => {
    const evidence = structuredClone(comparison({ type: 'risk ratio', value: '0.5' }).value);
    evidence.statistic![0]!.attributeEstimate = [
      { type: { coding: [{ code: 'C53324' }] }, description: '95% CI 1.11-0.14' },
    ];
    expect(only('bounds-in-order', content(evidence))).toMatchObject({ verdict: 'cannot-be-verified' });
  });
});

test.each([
  [3, 11, 'consistent'],
  [11, 11, 'consistent'],
  [12, 11, 'inconsistent'],
] as const)('%s affected of %s looked at: %s', (affected, n, verdict) => {
  const found = only('affected-within-sample', arm('tea', { type: 'count', affected, n }));
  expect(found).toMatchObject({ verdict, path: 'Evidence.statistic[0].numberAffected' });
});

describe('the arms and their total', () => {
  const arms = ['tea', 'water', 'milk'];
  const others = (sizes: readonly number[]) => [
    study(arms),
    ...arms.map((name) => arm(name, { type: 'count', affected: 1 })),
    ...arms.slice(0, sizes.length).map((name, at) => group(name, sizes[at]!)),
  ];

  test.each([
    [43, [11, 8, 24], 'consistent'],
    [44, [11, 8, 24], 'inconsistent'],
    [43, [11, 8], 'cannot-be-verified'],
  ])('%s of %j: %s', (total, sizes, verdict) => {
    const all = group('all', total);
    expect(only('total', all, [all, ...others(sizes)])).toMatchObject({ verdict, path: 'Group.quantity' });
  });

  test('show the sum', () => {
    const all = group('all', 44);
    expect(only('total', all, [all, ...others([11, 8, 24])]).text).toBe(
      'The arms of 11, 8 and 24 make 43, not 44.',
    );
  });

  test('are compared for no other Group', () => {
    const tea = group('tea', 11);
    expect(check(tea, [tea, ...others([11, 8, 24])])).toEqual([]);
  });
});

test('an Evidence that was made elsewhere is read by its codes, whatever their system, units and versions', () => {
  const elsewhere = content({
    resourceType: 'Evidence',
    status: 'active',
    variableDefinition: [],
    statistic: [
      {
        ...statistic({ type: 'risk ratio', value: '2.41', interval: ['2.50', '3.70'] }),
        attributeEstimate: [
          {
            type: { text: 'x', coding: [{ code: 'other' }, { code: 'C53324' }] },
            level: 95,
            range: { low: { value: 2.5 }, high: { value: 3.7 } },
          },
        ],
      },
    ],
  });
  expect(only('interval-contains-estimate', elsewhere).verdict).toBe('inconsistent');
});
