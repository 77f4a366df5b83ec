/** Effects as journals write them, and the estimate and interval that each states. */
export const EFFECTS: readonly (readonly [sentence: string, told: string])[] = [
  // NEJM.
  [
    'The hazard ratio for fracture was 0.75 (95% confidence interval [CI], 0.60 to 0.94; P=0.01).',
    'hazard-ratio 0.75 | 0.60 to 0.94',
  ],
  [
    'Death occurred in 4 of 40 patients (10.0%) in the ossil group and in 9 of 38 (23.7%) in the placebo group (hazard ratio, 0.40; 95% CI, 0.12 to 0.98; P=0.04).',
    'hazard-ratio 0.40 | 0.12 to 0.98',
  ],
  [
    'The between-group difference in bone density was 3.1 percentage points (95% CI, 1.2 to 5.0).',
    'mean-difference 3.1 | 1.2 to 5.0',
  ],
  [
    'The least-squares mean difference in pain was −1.8 points (95% CI, −2.6 to −1.0; P<0.001).',
    'mean-difference -1.8 | -2.6 to -1.0',
  ],
  ['The adjusted odds ratio for remission was 2.4 (95% CI, 1.1 to 5.2).', 'odds-ratio 2.4 | 1.1 to 5.2'],
  // The Lancet.
  [
    'Fracture-free survival was longer with ossil (HR 0·75 [95% CI 0·60–0·94]; p=0·013).',
    'hazard-ratio 0.75 | 0.60 to 0.94',
  ],
  [
    'Ossil reduced fractures compared with placebo (RR 0·61, 95% CI 0·44–0·85; p=0·0034).',
    'relative-risk 0.61 | 0.44 to 0.85',
  ],
  [
    'The adjusted mean difference in pain was –0·9 (95% CI –1·5 to –0·3; p=0·0031).',
    'mean-difference -0.9 | -1.5 to -0.3',
  ],
  [
    'Falls were less frequent with ossil (incidence rate ratio 0·58 [95% CI 0·37–0·91]).',
    'rate-ratio 0.58 | 0.37 to 0.91',
  ],
  [
    'Relapse was less likely with ossil (odds ratio 0·42 [0·21–0·83]; p=0·012).',
    'odds-ratio 0.42 | 0.21 to 0.83',
  ],
  // BMJ.
  [
    'Ossil reduced the risk of fracture (risk ratio 0.72, 95% confidence interval 0.55 to 0.94).',
    'relative-risk 0.72 | 0.55 to 0.94',
  ],
  [
    'The mean difference in grip strength was 2.3 kg (95% confidence interval 0.8 to 3.8 kg).',
    'mean-difference 2.3 | 0.8 to 3.8',
  ],
  [
    'Odds of remission were higher with ossil (adjusted odds ratio 1.9, 95% confidence interval 1.1 to 3.3, P=0.02).',
    'odds-ratio 1.9 | 1.1 to 3.3',
  ],
  [
    'The absolute risk reduction for fracture was 6.1% (95% confidence interval 1.0% to 11.2%).',
    'risk-difference 6.1 | 1.0 to 11.2',
  ],
  [
    'The standardised mean difference in quality of life was 0.31 (95% confidence interval 0.05 to 0.57).',
    'standardised-mean-difference 0.31 | 0.05 to 0.57',
  ],
  // JAMA.
  [
    'Fractures occurred less often with ossil (10.0% vs 23.7%; risk difference, −13.7% [95% CI, −25.1% to −2.3%]; P = .02).',
    'risk-difference -13.7 | -25.1 to -2.3',
  ],
  [
    'The mean pain score decreased more with ossil (between-group difference, −1.2 [95% CI, −2.0 to −0.4]; P = .003).',
    'mean-difference -1.2 | -2.0 to -0.4',
  ],
  [
    'Time to fracture was longer with ossil (hazard ratio, 0.68 [95% CI, 0.49-0.95]; P = .02).',
    'hazard-ratio 0.68 | 0.49 to 0.95',
  ],
  [
    'Relapse was less frequent with ossil (relative risk [RR], 0.52; 95% CI, 0.29-0.93; P = .03).',
    'relative-risk 0.52 | 0.29 to 0.93',
  ],
  [
    'The ossil group had fewer falls (incidence rate ratio [IRR], 0.66 [95% CI, 0.45-0.97]).',
    'rate-ratio 0.66 | 0.45 to 0.97',
  ],
  // Short forms.
  [
    'Fracture was less likely with ossil (aOR 0.45, 95% CI 0.22-0.92, p=0.03).',
    'odds-ratio 0.45 | 0.22 to 0.92',
  ],
  [
    'Survival was better with ossil (aHR=0.71; 95%CI: 0.52–0.97; p=0.031).',
    'hazard-ratio 0.71 | 0.52 to 0.97',
  ],
  ['Falls were fewer with ossil (IRR = 0.70, 95% CI = 0.51, 0.96).', 'rate-ratio 0.70 | 0.51 to 0.96'],
  [
    'Pain improved with ossil (SMD -0.42, 95% CI -0.71 to -0.13).',
    'standardised-mean-difference -0.42 | -0.71 to -0.13',
  ],
  [
    "Mood improved with ossil compared with placebo (Cohen's d = 0.55, 95% CI 0.20 to 0.90).",
    'standardised-mean-difference 0.55 | 0.20 to 0.90',
  ],
  [
    "Sleep improved with ossil compared with placebo (Hedges' g 0.38; 95% CI 0.02, 0.74).",
    'standardised-mean-difference 0.38 | 0.02 to 0.74',
  ],
  ['Weight was lower with ossil (MD: -2.1 kg; 95% CI: -3.4, -0.8).', 'mean-difference -2.1 | -3.4 to -0.8'],
  ['Remission was more frequent with ossil (RD 12%, 95% CI 3 to 21).', 'risk-difference 12 | 3 to 21'],
  ['Infection was less frequent with ossil (RR=.55; 95% CI=.33–.91).', 'relative-risk 0.55 | 0.33 to 0.91'],
  [
    'Fracture was less frequent with ossil (OR (95% CI) 0.44 (0.20–0.96), p = 0.04).',
    'odds-ratio 0.44 | 0.20 to 0.96',
  ],
  // Other levels, other orders.
  ['The hazard ratio for relapse was 0.82 (99% CI, 0.60 to 1.12).', 'hazard-ratio 0.82 | 0.60 to 1.12'],
  [
    'The hazard ratio for relapse was 0.79 (97.5% CI, 0.61 to 1.02; P=0.03).',
    'hazard-ratio 0.79 | 0.61 to 1.02',
  ],
  [
    'The posterior odds ratio for recovery was 1.42 (95% credible interval, 1.05 to 1.93).',
    'odds-ratio 1.42 | 1.05 to 1.93',
  ],
  [
    'Ossil lowered the risk of relapse by comparison with placebo, with a hazard ratio of 0.58 and a 95% CI of 0.38 to 0.88.',
    'hazard-ratio 0.58 | 0.38 to 0.88',
  ],
  [
    'Compared with placebo, the relative risk of fracture with ossil was 0.64 (95% CI 0.43; 0.95).',
    'relative-risk 0.64 | 0.43 to 0.95',
  ],
  [
    'Median time to recovery was shorter with ossil (median difference, −2 days; 95% CI, −3 to −1).',
    'median-difference -2 | -3 to -1',
  ],
  [
    'The estimated treatment difference in HbA1c was −0.45% (95% CI −0.62 to −0.28; p<0.0001).',
    'mean-difference -0.45 | -0.62 to -0.28',
  ],
  [
    'Rates of falls did not differ (rate ratio 0.97, 95% CI 0.81 to 1.16, P=0.74).',
    'rate-ratio 0.97 | 0.81 to 1.16',
  ],
  [
    'Mortality did not differ between groups (unadjusted hazard ratio, 1.05; 95% CI, 0.83-1.33; P = .68).',
    'hazard-ratio 1.05 | 0.83 to 1.33',
  ],
  ['The crude odds ratio for infection was 0.49 (95% CI: 0.25 to 0.96).', 'odds-ratio 0.49 | 0.25 to 0.96'],
];
