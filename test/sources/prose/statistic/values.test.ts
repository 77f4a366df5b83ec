import { describe, expect, it } from 'vitest';
import { statisticsTold } from './told.ts';

describe('counts and shares', () => {
  it.each([
    ['12 of 35 patients (34.3%)', ['count 12, proportion 34.3% of 35']],
    ['12/35 (34.3%)', ['count 12, proportion 34.3% of 35']],
    ['34.3% (12/35)', ['count 12, proportion 34.3% of 35']],
    ['34.3% [12 of 35]', ['count 12, proportion 34.3% of 35']],
    ['12 (34.3%) of 35 patients', ['count 12, proportion 34.3% of 35']],
    ['Twelve of 35 patients relapsed', ['count 12 of 35']],
    ['three patients died', ['count 3']],
    ['(5, 50% vs 0, 0%)', ['count 5, proportion 50%', 'count 0, proportion 0%']],
    ['1,096 of 4,120 patients', ['count 1096 of 4120']],
    ['19.4 per cent', ['proportion 19.4%']],
    ['85.2% (95% CI 80.1%–90.3%)', ['proportion 85.2% CI 0.95[80.1, 90.3]']],
    ['salt (n = 34)', ['n = 34']],
  ])('%s', (text, told) => expect(statisticsTold(text)).toEqual(told));
});

describe('means and medians', () => {
  it.each([
    ['12.3 ± 4.5 mm Hg', ['mean 12.3 mm Hg SD 4.5']],
    ['12.3+/-4.5', ['mean 12.3 SD 4.5']],
    ['mean 12.3 (SD 4.5) points', ['mean 12.3 SD 4.5']],
    ['The mean (SD) score was 12.3 (4.5)', ['mean 12.3 SD 4.5']],
    ['54.3 years [SD, 12.1]', ['mean 54.3 years SD 12.1']],
    ['mean ± SE weight loss was 4.3 ± 0.6 kg', ['mean 4.3 kg SE 0.6']],
    ['-8.2 (SE 0.7)', ['mean -8.2 SE 0.7']],
    ['Median 5 days (IQR 3–8)', ['median 5 days IQR [3, 8]']],
    ['median (IQR) 5 (3-8)', ['median 5 IQR [3, 8]']],
    ['median, 7 days; interquartile range, 4 to 11', ['median 7 days IQR [4, 11]']],
    ['821.0 µg/L [IQR 362.0-1305.0]', ['median 821.0 µg/L IQR [362.0, 1305.0]']],
    ['median 5 (range 2–30)', ['median 5 range [2, 30]']],
    ['from 6.2 ± 1.4 to 3.1 ± 1.2', ['from mean 6.2 SD 1.4 to mean 3.1 SD 1.2']],
    ['from 8.2% to 7.1%', ['from proportion 8.2% to proportion 7.1%']],
    ['3.2 × 10^6 cells/kg', ['descriptive 3200000 cells/kg']],
    ['2.5 × 10⁻³', ['descriptive 0.0025']],
  ])('%s', (text, told) => expect(statisticsTold(text)).toEqual(told));

  it('leaves open what a bracket without a name holds', () =>
    expect(statisticsTold('a score of 12.3 (4.5)')).toEqual(['descriptive 12.3']));
});

describe('P values', () => {
  it.each([
    ['P = 0.04', ['P = 0.04']],
    ['p<0.001', ['P < 0.001']],
    ['P ≤ .05', ['P <= 0.05']],
    ['p-value = 0.050', ['P = 0.050']],
    ['P value: 0.3', ['P = 0.3']],
    ['p=0·07', ['P = 0.07']],
    ['a P value of less than 0.05', ['P < 0.05']],
    ['P=1.2E-5', ['P = 0.000012']],
    ['one-sided P<0.025', ['P < 0.025']],
    ['P = 0.03 for interaction', ['P = 0.03 of interaction']],
    ['P for trend <0.01', ['P < 0.01 of trend']],
    ['P=NS', ['not significant']],
  ])('%s', (text, told) => expect(statisticsTold(text)).toEqual(told));
});

describe('what is no P value', () => {
  it.each(['group = 0.05', 'IP = 0.05', 'pH = 7.4', 'step = 2', 'P = 12', 'p. 12'])('%s', (text) =>
    expect(statisticsTold(text).filter((told) => told.startsWith('P '))).toEqual([]),
  );
});

describe('numbers that are no statistic', () => {
  it.each([
    'P not significant',
    'p53, HbA1c and IL-6 were measured',
    'see p. XII',
    'on 12 March 2019',
    'in May 2020',
    'after 12 weeks',
    'a 30-day follow-up',
    'grade 3 or 4 toxicity',
    'Table 2',
    'aged 18 to 65 years',
    'HbA1c ≥ 7.5%',
    '5 × 105 cells',
    'F(1, 120) = 5.6',
    'allocated 1:1',
    'version 1.2.3',
    'reported before [12]',
    'P = 12',
  ])('%s', (text) => expect(statisticsTold(text)).toEqual([]));
});
