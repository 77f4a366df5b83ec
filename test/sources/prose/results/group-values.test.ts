import { describe, expect, it } from 'vitest';
import { mirrored } from '../../pages.ts';
import { toldBy } from '../../told.ts';
import { resultsOf } from './sentences.ts';

/** What is told of groups in numbers, without what is told of their comparison. */
const values = (results: readonly string[]): readonly string[] =>
  results.filter((result) =>
    / of \d+ \|| \| \w[\w-]* \| (?:count|proportion|mean|median|descriptive)/.test(result),
  );

describe('values of two arms', () => {
  it.each([
    [
      'Remission was seen in 89 % (33/37) of participants who received ossil versus 68 % (26/38) of those who received placebo.',
      [
        'remission | ossil of 37 | count 33 | proportion 89 %',
        'remission | placebo of 38 | count 26 | proportion 68 %',
      ],
    ],
    [
      'Twelve patients in the ossil group and 20 in the placebo group had fractures.',
      ['fractures | ossil of 40 | count 12', 'fractures | placebo of 38 | count 20'],
    ],
    [
      'Five of 40 patients in the ossil group and nine of 38 in the placebo group were rated as non-responders.',
      ['non-responders | ossil of 40 | count 5', 'non-responders | placebo of 38 | count 9'],
    ],
    [
      'Mean bone density increased from 0.85 (SD 0.10) to 0.95 (0.12) in the ossil group and from 0.86 (0.11) to 0.87 (0.10) in the placebo group.',
      [
        'bone-density at baseline | ossil of 40 | mean 0.85 SD 0.10',
        'bone-density | ossil of 40 | mean 0.95 SD 0.12',
        'bone-density at baseline | placebo of 38 | mean 0.86 SD 0.11',
        'bone-density | placebo of 38 | mean 0.87 SD 0.10',
      ],
    ],
    [
      'Median survival was 14.2 months (range 3 to 30) with ossil and 11.0 months (range 2 to 28) with placebo.',
      [
        'survival | ossil of 40 | median 14.2 months (range 3 to 30)',
        'survival | placebo of 38 | median 11.0 months (range 2 to 28)',
      ],
    ],
    [
      'There was no significant difference between placebo (-0.8 ± 2.9) and ossil (-0.6 ± 1.4) in change of pain score.',
      [
        'change-of-pain-score | placebo of 38 | mean -0.8 SD 2.9',
        'change-of-pain-score | ossil of 40 | mean -0.6 SD 1.4',
      ],
    ],
    [
      'Nine patients responded to ossil, four to placebo.',
      ['responded | ossil of 40 | count 9', 'responded | placebo of 38 | count 4'],
    ],
    [
      'Five patients had a relapse: two after ossil and three after placebo.',
      ['relapse | ossil of 40 | count 2', 'relapse | placebo of 38 | count 3'],
    ],
    [
      'Of the 40 patients in the ossil group, 10 (25%) relapsed; of the 38 in the placebo group, 20 (53%) relapsed.',
      [
        'relapsed | ossil of 40 | count 10 | proportion 25 %',
        'relapsed | placebo of 38 | count 20 | proportion 53 %',
      ],
    ],
    [
      'The mean (SD) score was 23.1 (4.5) for ossil and 19.8 (5.0) for placebo.',
      ['score | ossil of 40 | mean 23.1 SD 4.5', 'score | placebo of 38 | mean 19.8 SD 5.0'],
    ],
    [
      'The complication rate was 5·2% (95% CI 3·1–8·0) with ossil and 9·8% (6·9–13·2) with placebo (p=0·02).',
      [
        'complication-rate | ossil of 40 | proportion 5.2 % (confidence-interval 0.95 3.1 to 8.0)',
        'complication-rate | placebo of 38 | proportion 9.8 % (confidence-interval 0.95 6.9 to 13.2)',
      ],
    ],
    [
      'Blood pressure was 131 mm Hg with ossil and 140 mm Hg with placebo; operative time was 62 min and 60 min, respectively.',
      [
        'blood-pressure | ossil of 40 | descriptive 131 mm Hg',
        'blood-pressure | placebo of 38 | descriptive 140 mm Hg',
        'operative-time | ossil of 40 | descriptive 62 min',
        'operative-time | placebo of 38 | descriptive 60 min',
      ],
    ],
    [
      'Serious adverse events occurred in three patients (7.5%) in the ossil group and none in the placebo group.',
      [
        'serious-adverse-events | ossil of 40 | count 3 | proportion 7.5 %',
        'serious-adverse-events | placebo of 38 | count 0',
      ],
    ],
    [
      'Grade 3 neutropenia: ossil 12%, placebo 3%.',
      [
        'grade-3-neutropenia | ossil of 40 | proportion 12 %',
        'grade-3-neutropenia | placebo of 38 | proportion 3 %',
      ],
    ],
    [
      'Nausea (12% vs 7%), vomiting (8% vs 3%), and headache (20% vs 19%) were more frequent with ossil than with placebo.',
      [
        'nausea | ossil of 40 | proportion 12 %',
        'nausea | placebo of 38 | proportion 7 %',
        'vomiting | ossil of 40 | proportion 8 %',
        'vomiting | placebo of 38 | proportion 3 %',
      ],
    ],
    [
      'The primary outcome, fracture at 1 year, occurred in 4 of 40 patients (10%) in the ossil group and 9 of 38 (24%) in the placebo group.',
      [
        'fracture-at-1-year at 1 a | ossil of 40 | count 4 | proportion 10 %',
        'fracture-at-1-year at 1 a | placebo of 38 | count 9 | proportion 24 %',
      ],
    ],
    [
      'Time to walking was shorter in the ossil group (14 versus 23 days, p = 0.007), resulting in a shorter hospital stay (17.5 versus 28 days, p = 0.042).',
      [
        'time-to-walking | ossil of 40 | descriptive 14 days',
        'time-to-walking | placebo of 38 | descriptive 23 days',
        'hospital-stay | ossil of 40 | descriptive 17.5 days',
        'hospital-stay | placebo of 38 | descriptive 28 days',
      ],
    ],
  ])('%s', (sentence, wanted) => expect(values(resultsOf(sentence))).toEqual(expect.arrayContaining(wanted)));

  it('of a sentence that names no group, in the order of the sentence before', () =>
    expect(
      values(
        resultsOf(
          'Pain was 3.2 with ossil and 4.9 with placebo. Operative time was 62 min vs 60 min (P = 0.4).',
        ),
      ),
    ).toContain('operative-time | ossil of 40 | descriptive 62 min'));

  it.each([
    'Operative time was 62 min vs 60 min (P = 0.4).',
    'Among smokers, 12 of 20 (60%) relapsed, and among non-smokers 5 of 30 (17%).',
    'The ossil group improved 17.6 points on average compared with 7.0 points in the placebo group.',
    'Pain scores were 3.2 ± 1.1, 2.9 ± 1.0 and 2.5 ± 0.9 at 1, 2 and 3 months in the ossil group.',
    'Patients took one in the morning and two at night.',
  ])('none of “%s”', (sentence) => expect(values(resultsOf(sentence))).toEqual([]));
});

describe('people whose data were taken', () => {
  it.each([
    'Data of 61 patients (ossil group = 31, placebo group = 30) were analysed.',
    'Data from 61 patients were analysed, 31 in the ossil group and 30 in the placebo group.',
    'Records of 31 patients in the ossil group and 30 in the placebo group were available.',
    'Sixty-one patients’ data were analysed (ossil = 31, placebo = 30).',
    'Samples from 31 patients in the ossil group and 30 in the placebo group were obtained.',
    'Questionnaires of 31 women (ossil) and 30 women (placebo) were returned.',
    'Follow-up data were available for 31 patients in the ossil group and 30 in the placebo group.',
    'Biopsies were taken from 12 patients in the ossil group and 11 in the placebo group.',
    'Data were missing for 3 patients in the ossil group and 5 in the placebo group.',
  ])('are no result: %s', (sentence) => expect(resultsOf(sentence)).toEqual([]));

  it.each([
    [
      'Positive samples were found in 3 patients in the ossil group and 5 in the placebo group.',
      ['positive-samples | ossil of 40 | count 3', 'positive-samples | placebo of 38 | count 5'],
    ],
    [
      'Abnormal recordings occurred in 3 patients in the ossil group and 5 in the placebo group.',
      ['abnormal-recordings | ossil of 40 | count 3', 'abnormal-recordings | placebo of 38 | count 5'],
    ],
    [
      'Loss of sensation occurred in 3 patients in the ossil group and 5 in the placebo group.',
      ['loss-of-sensation | ossil of 40 | count 3', 'loss-of-sensation | placebo of 38 | count 5'],
    ],
  ])('are one where something was found: %s', (sentence, wanted) =>
    expect(values(resultsOf(sentence))).toEqual(wanted),
  );

  it.each([
    ['Data of 61 patients (ossil group = 31, placebo group = 30) were analysed.', '61', ['31', '30']],
    ['Sixty-one patients’ data were analysed.', '61', []],
  ])('are the number of those analysed: %s', (sentence, all, each) => {
    const { numbers, arms } = toldBy(
      mirrored({
        title: 'Ossil in glass bone: a randomised trial',
        abstract: `METHODS: Patients with glass bone were randomised to the ossil group or the placebo group. RESULTS: ${sentence}`,
      }),
    );
    expect(numbers).toBe(`analysed ${all}`);
    expect(arms.flatMap((arm) => /analysed (\d+)/.exec(arm)?.[1] ?? [])).toEqual(each);
  });
});

describe('values in per cent', () => {
  it.each([
    'HbA1c was 8.2 % in the ossil group and 8.9 % in the placebo group.',
    'Glycated hemoglobin levels were 8.2% with ossil and 8.9% with placebo.',
    'The haematocrit was 38% in the ossil group and 35% in the placebo group.',
    'The left ventricular ejection fraction was 45% with ossil and 40% with placebo.',
    'FEV1 was 80% of predicted with ossil and 72% of predicted with placebo.',
    'Oxygen saturation (SpO2) at 6 h was 97% with ossil and 94% with placebo.',
    'Body fat was 31.2% with ossil and 33.0% with placebo.',
    'Wound area was reduced by 45% with ossil and 20% with placebo.',
    'Coverage of the wound was 85% with ossil and 60% with placebo.',
    'HDL cholesterol rose by 12% with ossil and 3% with placebo.',
    'Transferrin saturation was higher with ossil than with placebo (31% vs 22%).',
  ])('are no proportions of people where a quantity is measured so: %s', (sentence) =>
    expect(values(resultsOf(sentence))).toEqual([
      expect.stringMatching(/\| ossil of 40 \| descriptive [\d.]+ %$/),
      expect.stringMatching(/\| placebo of 38 \| descriptive [\d.]+ %$/),
    ]),
  );

  it('are means where they are called so, before and after', () => {
    expect(values(resultsOf('Mean HbA1c was 8.2% with ossil and 8.9% with placebo.'))).toEqual([
      'hba1c | ossil of 40 | mean 8.2 %',
      'hba1c | placebo of 38 | mean 8.9 %',
    ]);
    expect(
      values(
        resultsOf(
          'HbA1c fell from 8.2% to 7.1% in the ossil group and from 8.3% to 8.2% in the placebo group.',
        ),
      ),
    ).toEqual([
      'hba1c at baseline | ossil of 40 | descriptive 8.2 %',
      'hba1c | ossil of 40 | descriptive 7.1 %',
      'hba1c at baseline | placebo of 38 | descriptive 8.3 %',
      'hba1c | placebo of 38 | descriptive 8.2 %',
    ]);
  });

  it.each([
    'An HbA1c below 7% was reached by 55% with ossil and 36% with placebo.',
    'HbA1c < 7% was reached in 55% of patients with ossil and 36% with placebo.',
    'Haematocrit fell in 12% with ossil and 5% with placebo.',
    'Oxygen desaturation occurred in 12% with ossil and 7% with placebo.',
    'High blood pressure was reported by 12% with ossil and 5% with placebo.',
    'Low bone density was found at 12 months in 10% (ossil) and 20% (placebo).',
    'The proportion with a normal haematocrit was 55% with ossil and 36% with placebo.',
    'The vaccination coverage was 85% with ossil and 60% with placebo.',
    'The response rate was 55% with ossil and 36% with placebo.',
  ])('are proportions where people are counted: %s', (sentence) =>
    expect(values(resultsOf(sentence))).toEqual([
      expect.stringMatching(/\| ossil of 40 \| proportion \d+ %$/),
      expect.stringMatching(/\| placebo of 38 \| proportion \d+ %$/),
    ]),
  );
});

describe('values of all', () => {
  it.each([
    [
      'Thirty-five (45%) of 78 patients were classified as responders.',
      'responders | all of 78 | count 35 | proportion 45 %',
    ],
    [
      'Adverse events led to discontinuation in 13 (17%) of 78 patients.',
      'adverse-event-discontinuation | all of 78 | count 13 | proportion 17 %',
    ],
  ])('%s', (sentence, wanted) => expect(resultsOf(sentence)).toEqual([wanted]));
});

describe('values of three arms', () => {
  const told = (sentence: string): readonly string[] =>
    values(
      toldBy(
        mirrored({
          title: 'Ossil, rastin or usual care in glass bone: a randomised trial',
          abstract: `METHODS: 90 patients with glass bone were randomly assigned to ossil, rastin, or usual care. RESULTS: ${sentence}`,
        }),
      ).results,
    );

  it.each([
    [
      'Relapse rates were 10%, 15%, and 30% in the ossil, rastin, and usual care groups, respectively.',
      [
        'relapse-rates | ossil | proportion 10 %',
        'relapse-rates | rastin | proportion 15 %',
        'relapse-rates | usual-care | proportion 30 %',
      ],
    ],
    [
      'Fractures occurred in 3 patients in the ossil group, 5 in the rastin group, and 12 in the usual care group.',
      ['fractures | ossil | count 3', 'fractures | rastin | count 5', 'fractures | usual-care | count 12'],
    ],
    [
      'Mean weight was 70.1 kg in the ossil group, 71.2 in the rastin group and 75.0 in the usual care group.',
      [
        'weight | ossil | mean 70.1 kg',
        'weight | rastin | mean 71.2 kg',
        'weight | usual-care | mean 75.0 kg',
      ],
    ],
  ])('%s', (sentence, wanted) => expect(told(sentence)).toEqual(wanted));

  it('are not taken for those of other groups that share a bracket', () =>
    expect(
      told('Response was higher with ossil (60%) and rastin (55%) than with usual care (20%).'),
    ).not.toContain('response | usual-care | proportion 55 %'));
});
