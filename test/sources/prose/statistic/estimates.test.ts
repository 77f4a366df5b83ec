import { describe, expect, it } from 'vitest';
import { statisticsTold } from './told.ts';

describe('estimates of an effect', () => {
  it.each([
    [
      '(hazard ratio, 0.75; 95% CI, 0.65 to 0.86; P<0.001)',
      'hazard-ratio 0.75 CI 0.95[0.65, 0.86] P < 0.001',
    ],
    ['HR 0.75 [0.65, 0.86]', 'hazard-ratio 0.75 CI [0.65, 0.86]'],
    ['(RR 0·72, 95% CI 0·55–0·94; p=0·016)', 'relative-risk 0.72 CI 0.95[0.55, 0.94] P = 0.016'],
    ['odds ratio of 2.1 (1.3 to 3.4)', 'odds-ratio 2.1 CI [1.3, 3.4]'],
    ['OR=2.34, 95% CI=1.45–3.78, p<.001', 'odds-ratio 2.34 CI 0.95[1.45, 3.78] P < 0.001'],
    ['adjusted odds ratio [aOR] 1.84, 95% CI 1.10 to 3.07', 'adjusted odds-ratio 1.84 CI 0.95[1.10, 3.07]'],
    ['the unadjusted HR was 0.80 (95%CI: 0.68; 0.94)', 'hazard-ratio 0.80 CI 0.95[0.68, 0.94]'],
    ['RR 0,65 (95% CI 0,45–0,94; p<0,05)', 'relative-risk 0.65 CI 0.95[0.45, 0.94] P < 0.05'],
    ['HR (95% CI): 0.80 (0.68, 0.94)', 'hazard-ratio 0.80 CI 0.95[0.68, 0.94]'],
    ['odds ratio (95% CI) 0.56 (0.34 to 0.92)', 'odds-ratio 0.56 CI 0.95[0.34, 0.92]'],
    ['odds ratio 0.80 (95% credible interval 0.68 to 0.94)', 'odds-ratio 0.80 CrI 0.95[0.68, 0.94]'],
    ['OR 1.2, 95% CrI 0.8–1.9', 'odds-ratio 1.2 CrI 0.95[0.8, 1.9]'],
    ['HR (95% CrI): 0.80 (0.68, 0.94)', 'hazard-ratio 0.80 CrI 0.95[0.68, 0.94]'],
    [
      'hazard ratio for death comparing salt with water over 12 months was 0.75 (97.5% CI 0.6–0.93)',
      'hazard-ratio 0.75 CI 0.975[0.6, 0.93]',
    ],
    [
      'incidence rate ratio (IRR) 0.63; 95% confidence interval [CI] 0.48–0.83',
      'rate-ratio 0.63 CI 0.95[0.48, 0.83]',
    ],
    ['rate ratio, 0.64 [95% CI, 0.49 to 0.85], P=2 × 10−3', 'rate-ratio 0.64 CI 0.95[0.49, 0.85] P = 0.002'],
    [
      'mean difference between groups was − 0.5 (95% CI − 0.8 to − 0.2; P = 0.002)',
      'mean-difference -0.5 CI 0.95[-0.8, -0.2] P = 0.002',
    ],
    [
      'a between-group difference of 3.2 points (95% CI, 1.1 to 5.3; P=.003)',
      'mean-difference 3.2 points CI 0.95[1.1, 5.3] P = 0.003',
    ],
    ['treatment difference -3.1 kg [95% CI -5.0, -1.2]', 'mean-difference -3.1 kg CI 0.95[-5.0, -1.2]'],
    ['(MD 0.4 cm, 95% CI 0.1 to 0.7 cm)', 'mean-difference 0.4 cm CI 0.95[0.1, 0.7]'],
    ['median difference, 2 days (95% CI, 0 to 4)', 'median-difference 2 days CI 0.95[0, 4]'],
    [
      'absolute risk difference was -5.2% (95% CI -9.1% to -1.3%)',
      'risk-difference -5.2% CI 0.95[-9.1, -1.3]',
    ],
    ['difference in proportions, 4.1% (95% CI −0.2 to 8.4)', 'risk-difference 4.1% CI 0.95[-0.2, 8.4]'],
    ['SMD = −0.30 [95% CI −0.55, −0.05]', 'standardised-mean-difference -0.30 CI 0.95[-0.55, -0.05]'],
    ["Cohen's d = 0.52", 'standardised-mean-difference 0.52'],
    [
      'least squares mean difference: -1.23 mmHg (95 % CI: -2.30; -0.16), p=0.0249',
      'mean-difference -1.23 mmHg CI 0.95[-2.30, -0.16] P = 0.0249',
    ],
  ])('%s', (text, told) => expect(statisticsTold(text)).toEqual([told]));

  it('takes each of several estimates of one name', () =>
    expect(statisticsTold('Hazard ratios were 0.75 (0.60-0.93) and 0.80 (0.65-0.98), respectively.')).toEqual(
      ['hazard-ratio 0.75 CI [0.60, 0.93]', 'hazard-ratio 0.80 CI [0.65, 0.98]'],
    ));

  it('calls a difference of shares of participants one of risks', () =>
    expect(
      statisticsTold(
        '12 of 35 patients vs 5 of 36 patients (difference, 20.4 percentage points; 95% CI, 1 to 40)',
      ).at(-1),
    ).toBe('risk-difference 20.4 percentage points CI 0.95[1, 40]'));
});

describe('what looks like an estimate and is none', () => {
  it.each([
    'HR was measured',
    'heart rate ratio',
    'RR 18 breaths/min',
    'sensitivity 0.85 (95% CI 0.78-0.91)',
    'specificity was 92% (95% CI 88 to 95)',
    'The number needed to treat was 12 (95% CI 8 to 25).',
    'a relative risk reduction of 25% (95% CI 10-38)',
    'a correlation between dose and response (r = 0.45, P < 0.001)',
    'AUC 0.81 (95% CI 0.75 to 0.87)',
    'odds ratios were estimated by logistic regression',
    'to detect a difference of 5 points',
    'a hazard ratio below 1 favours salt',
    'p for interaction',
    't(58) = 2.31',
  ])('%s', (text) =>
    expect(statisticsTold(text).filter((told) => /ratio|risk|difference/.test(told))).toEqual([]),
  );

  it('leaves the values of two groups what they are', () =>
    expect(
      statisticsTold('no difference between groups (3.2 [95% CI 2.8–3.6] vs 3.4 [95% CI 3.0–3.8]; P = 0.4)'),
    ).toEqual(['descriptive 3.2 CI 0.95[2.8, 3.6]', 'descriptive 3.4 CI 0.95[3.0, 3.8]', 'P = 0.4']));
});
