import { describe, expect, it } from 'vitest';
import { resultsOf } from './sentences.ts';

describe('counts by group', () => {
  it.each([
    'Fracture was reported in 4 patients in the ossil group (RR: 0.38; 95% CI 0.13-1.10; P = 0.07) and 10 patients in the placebo group.',
    'Fracture occurred in four patients in the ossil group (risk ratio 0.38, 95% CI: 0.13 to 1.10, p=0.07) and ten patients in the placebo group.',
    'Fractures were observed in 4 of 40 patients in the ossil group (RR = 0.38 [95% CI, 0.13–1.10]; P=0.07) and 10 of 38 patients in the placebo group.',
    'Fracture was seen in 4/40 patients in the ossil group (relative risk 0.38; 95% confidence interval 0.13 to 1.10; p = 0.07) and 10/38 patients in the placebo group.',
  ])('%s', (sentence) => {
    expect(resultsOf(sentence).map((result) => result.replace(/^fractures?/, 'fracture'))).toEqual([
      'fracture | ossil of 40 | count 4',
      'fracture | placebo of 38 | count 10',
      'fracture | ossil against placebo | relative-risk 0.38 | confidence-interval 0.95 0.13 to 1.10 | P = 0.07',
    ]);
  });

  it('keeps the level and the kind of the estimate', () => {
    expect(
      resultsOf(
        'Fracture was reported in 4 patients in the ossil group (OR 0.31; 99% CI 0.07-1.40; P = 0.04) and 10 patients in the placebo group.',
      ),
    ).toContain(
      'fracture | ossil against placebo | odds-ratio 0.31 | confidence-interval 0.99 0.07 to 1.40 | P = 0.04',
    );
  });
});

describe('comparisons', () => {
  it.each([
    [
      'Bone density was higher in the ossil group than in the placebo group (mean 1.20 vs 0.95, P = 0.003).',
      ['ossil of 40 | mean 1.20', 'placebo of 38 | mean 0.95', 'ossil against placebo | P = 0.003 | higher'],
    ],
    [
      'Bone density was significantly lower in the ossil group compared with the placebo group (median 0.80 g/cm² [IQR 0.70-0.90] vs 0.95 g/cm² [IQR 0.85-1.05], p<0.001).',
      [
        'ossil of 40 | median 0.80 g/cm² (interquartile-range 0.70 to 0.90)',
        'placebo of 38 | median 0.95 g/cm² (interquartile-range 0.85 to 1.05)',
        'ossil against placebo | P < 0.001 | lower',
      ],
    ],
    [
      'The ossil group had a higher bone density compared with the placebo group (mean 1.20 vs. 0.95; P ≤ 0.01).',
      ['ossil of 40 | mean 1.20', 'placebo of 38 | mean 0.95', 'ossil against placebo | P <= 0.01 | higher'],
    ],
    [
      'Bone density was higher in the ossil group (P = 0.003).',
      ['ossil against placebo | P = 0.003 | higher'],
    ],
    [
      'Bone density was higher in the ossil group than in the placebo group.',
      [
        'ossil against placebo | higher | “Bone density was higher in the ossil group than in the placebo group.”',
      ],
    ],
    [
      'Bone density was lower in the placebo group than in the ossil group (P = 0.003).',
      ['placebo against ossil | P = 0.003 | lower'],
    ],
  ])('%s', (sentence, expected) => {
    expect(resultsOf(sentence)).toEqual(expected.map((result) => `bone-density | ${result}`));
  });

  it('gives each time its pair and its P value', () => {
    expect(
      resultsOf(
        'Survival was higher in the ossil group, both at 6 and 12 months (95.0% vs 84.2%, p = 0.11 and 90.0% vs 71.1%, p = 0.034, respectively).',
      ),
    ).toEqual([
      'survival at 6 mo | ossil of 40 | proportion 95.0 %',
      'survival at 6 mo | placebo of 38 | proportion 84.2 %',
      'survival at 6 mo | ossil against placebo | P = 0.11 | no-significant-difference',
      'survival at 12 mo | ossil of 40 | proportion 90.0 %',
      'survival at 12 mo | placebo of 38 | proportion 71.1 %',
      'survival at 12 mo | ossil against placebo | P = 0.034 | higher',
    ]);
  });

  it('gives a P value that stands behind one pair to that pair alone', () => {
    const results = resultsOf(
      'Survival was higher in the ossil group at 6 and 12 months (95.0% vs 84.2% and 90.0% vs 71.1%, p = 0.034, respectively).',
    );
    expect(results.filter((result) => result.includes('P ='))).toEqual([
      'survival at 12 mo | ossil against placebo | P = 0.034 | higher',
    ]);
  });
});

describe('associations', () => {
  it('give each thing its own P value, and the arm that got the treatment as exposure', () => {
    expect(
      resultsOf(
        'Ossil infusion was associated with a decrease in bone markers such as osteocalcin (P = 0.015) and sclerostin (P < 0.01).',
      ),
    ).toEqual(['osteocalcin | ossil | P = 0.015 | decreased', 'sclerostin | ossil | P < 0.01 | decreased']);
  });

  it('know an increase from a decrease', () => {
    expect(resultsOf('Ossil treatment was associated with an increase in calcium (P = 0.02).')).toEqual([
      'calcium | ossil | P = 0.02 | increased',
    ]);
  });
});

describe('findings of no difference', () => {
  it.each([
    'There was no significant difference in bone pain and hospital stay.',
    'No significant differences were observed in bone pain and hospital stay.',
    'No statistically significant difference was found between the groups in bone pain or hospital stay.',
    'No significant difference between the two groups was seen regarding bone pain and hospital stay.',
  ])('%s', (sentence) => {
    const words = sentence.replace(/\.$/, '');
    expect(resultsOf(sentence).map((result) => result.replace(/\.”$/, '”'))).toEqual([
      `bone-pain | ossil against placebo | no-significant-difference | “${words}”`,
      `hospital-stay | ossil against placebo | no-significant-difference | “${words}”`,
    ]);
  });
});

describe('safety in words', () => {
  it.each([
    ['No serious adverse events were reported.', 'serious-adverse-events'],
    ['There were no adverse effects related to ossil.', 'adverse-effects-related-to-ossil'],
    ['Ossil infusions were well tolerated.', 'well-tolerated'],
    ['No side effects occurred during the treatment.', 'side-effects'],
  ])('%s', (sentence, outcome) => {
    const inWords = resultsOf(sentence).filter((result) => !result.includes('count'));
    expect(inWords.map((result) => result.split(' | ')[0])).toEqual([`adverse-event-${outcome}`]);
  });
});

describe('near misses give no result', () => {
  it.each([
    ['a percentage of nobody in particular', 'The overall rate was 43.2% in this season.'],
    ['a hypothetical sentence', 'Fracture would be expected in 4 patients in a larger group of people.'],
    ['an age group', 'Most patients belonged to the 60-69 age group and were women.'],
    ['a parallel-group design', 'The parallel-group design was kept for the whole of the trial.'],
    ['a range of a laboratory', 'The normal range of calcium is 2.1-2.6 mmol/L in this laboratory.'],
    ['a threshold', 'A value of P < 0.05 was considered statistically significant.'],
    ['a number of visits', 'The patients came to 12 visits within 52 weeks on average.'],
    ['a version of software', 'Data were analysed with Statpack version 29.0.1 by two of us.'],
  ])('%s: %s', (_, sentence) => expect(resultsOf(sentence)).toEqual([]));

  it.each([
    [
      'another study',
      'BACKGROUND',
      'Fracture was reported in 9 patients in the ossil group (RR: 0.2; 95% CI 0.1-0.4; P = 0.001) and 44 patients in the placebo group.',
    ],
    [
      'a sample-size assumption',
      'STATISTICS',
      'Assuming fracture in 30% vs 10% of patients, 124 patients were needed for a power of 80%.',
    ],
    [
      'a plan',
      'CONCLUSIONS',
      'A larger trial should show whether bone density was higher in the ossil group (P < 0.001).',
    ],
  ])('%s', (_, section, sentence) => expect(resultsOf(sentence, section)).toEqual([]));

  it.each([
    'Fracture would have been reported in 4 patients in the ossil group and 10 patients in the placebo group.',
    'In the study by Quill et al., fracture was reported in 4 patients in the ossil group and 10 patients in the placebo group.',
    'In a previous trial, bone density was higher in the ossil group than in the placebo group (mean 1.20 vs 0.95, P = 0.003).',
    'Bone density was expected to be higher in the ossil group than in the placebo group.',
    'We hypothesised that bone density was higher in the ossil group than in the placebo group.',
    'If fracture was reported in 4 patients in the ossil group, dosing was stopped.',
    'Ossil infusions were not well tolerated.',
    'No serious adverse events were expected.',
    'It cannot be said that no serious adverse events occurred.',
    'No significant difference in bone pain was expected.',
    'Four patients did not require surgery.',
    'Not all patients survived.',
    'The trial was stopped early (P = 0.50 for futility).',
  ])('%s', (sentence) => expect(resultsOf(sentence)).toEqual([]));
});

describe('what a sentence does not say is not added to what it says', () => {
  it('a P value behind another statement is not this one’s', () => {
    expect(
      resultsOf(
        'Bone density was higher in the ossil group (mean 1.20 vs 0.95) and pain was unchanged in both (P = 0.60).',
      )
        .filter((result) => result.startsWith('bone-density'))
        .map((result) => result.replace(/“.*/, '')),
    ).toEqual(expect.not.arrayContaining([expect.stringContaining('0.60')]));
  });

  it('a range of counts is no count', () => {
    const results = resultsOf(
      'Fracture was reported in three to five patients in the ossil group and 10 patients in the placebo group.',
    );
    expect(results).toEqual(['fracture | placebo of 38 | count 10']);
  });

  it.each(['4 patients required surgery, including one who required amputation.', 'All patients survived.'])(
    'patients of no named group are not those of one arm: %s',
    (sentence) => {
      const results = resultsOf(sentence);
      expect(results.length).toBeGreaterThan(0);
      expect(results.join()).not.toMatch(/ossil|placebo/);
    },
  );

  it('two statements keep their own P values', () => {
    expect(
      resultsOf(
        'Bone density was higher in the ossil group (P = 0.003), but pain was lower in the placebo group (P = 0.04).',
      ),
    ).toEqual([
      'bone-density | ossil against placebo | P = 0.003 | higher',
      'pain | placebo against ossil | P = 0.04 | lower',
    ]);
  });

  it('minus signs and bounds keep their form', () => {
    expect(
      resultsOf(
        'Fracture was reported in 4 patients in the ossil group (mean difference −1.20; 95% CI −3.4 to −0.1; P=.030) and 10 patients in the placebo group.',
      ),
    ).toContain(
      'fracture | ossil against placebo | mean-difference -1.20 | confidence-interval 0.95 -3.4 to -0.1 | P = 0.030',
    );
  });
});
