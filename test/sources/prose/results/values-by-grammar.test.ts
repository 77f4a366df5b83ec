import { describe, expect, it } from 'vitest';
import { mirrored } from '../../pages.ts';
import { toldBy } from '../../told.ts';
import { resultsOf as quotedResultsOf } from './sentences.ts';

/** What a sentence says, without the sentence. */
const resultsOf = (sentence: string): readonly string[] =>
  quotedResultsOf(sentence).map((result) => result.replace(/ \| “.*”$/, ''));

/** What a trial of a combination (60 patients) against one of its drugs alone (58) says in one sentence. */
const ofCombination = (sentence: string): readonly string[] =>
  toldBy(
    mirrored({
      title: 'Ossil plus calcine in glass bone: a randomised trial',
      abstract: `METHODS: In this trial, 118 patients with glass bone were randomly assigned to calcine plus ossil (n = 60) or calcine alone (n = 58). RESULTS: ${sentence}`,
    }),
  ).results.map((result) => result.replace('calcine-plus-ossil', 'both'));

describe('values by the grammar around them', () => {
  it.each([
    [
      'At a median follow-up of 34 months, 12 patients (30.0%) in the ossil group and 19 (50.0%) in the placebo group had died.',
      [
        'died | ossil of 40 | count 12 | proportion 30.0 %',
        'died | placebo of 38 | count 19 | proportion 50.0 %',
      ],
    ],
    [
      'Eight participants (20%) in the ossil group and four (11%) in the placebo group discontinued treatment because of cramps.',
      [
        'discontinued-treatment-because-of-cramps | ossil of 40 | count 8 | proportion 20 %',
        'discontinued-treatment-because-of-cramps | placebo of 38 | count 4 | proportion 11 %',
      ],
    ],
    [
      'Treatment was stopped because of cramps in 18% of patients in the ossil group and in 9% of those in the placebo group.',
      [
        'treatment-was-stopped-because-of-cramps | ossil of 40 | proportion 18 %',
        'treatment-was-stopped-because-of-cramps | placebo of 38 | proportion 9 %',
      ],
    ],
    [
      'The primary outcome occurred in 9 patients (22.5%) in the ossil group versus 18 (47.4%) in the placebo group.',
      [
        'primary-outcome | ossil of 40 | count 9 | proportion 22.5 %',
        'primary-outcome | placebo of 38 | count 18 | proportion 47.4 %',
      ],
    ],
    [
      'Time to fracture was longer in the ossil group (median 9.1 months) than in the placebo group (median 5.7 months).',
      [
        'time-to-fracture | ossil of 40 | median 9.1 months',
        'time-to-fracture | placebo of 38 | median 5.7 months',
        'time-to-fracture | ossil against placebo | higher',
      ],
    ],
    [
      'Of 39 patients treated with ossil, 12 relapsed, compared with 20 of 38 treated with placebo.',
      ['relapsed | ossil of 39 | count 12', 'relapsed | placebo of 38 | count 20'],
    ],
    [
      'There were 22 fractures in the ossil group and 41 in the placebo group.',
      ['fractures | ossil of 40 | descriptive 22', 'fractures | placebo of 38 | descriptive 41'],
    ],
    [
      'Five-year overall survival was 91% with ossil and 88% with placebo.',
      [
        'overall-survival at 5 a | ossil of 40 | proportion 91 %',
        'overall-survival at 5 a | placebo of 38 | proportion 88 %',
      ],
    ],
    [
      'A total of 14 patients (35%) in the ossil group and 25 patients (66%) in the placebo group required surgery.',
      [
        'surgery | ossil of 40 | count 14 | proportion 35 %',
        'surgery | placebo of 38 | count 25 | proportion 66 %',
      ],
    ],
    [
      'Surgery was required by 14 (35%) patients given ossil and 25 (66%) given placebo.',
      [
        'surgery | ossil of 40 | count 14 | proportion 35 %',
        'surgery | placebo of 38 | count 25 | proportion 66 %',
      ],
    ],
    [
      'Fewer patients in the ossil group than in the placebo group had a fracture (8 vs. 19).',
      [
        'fracture | ossil of 40 | descriptive 8',
        'fracture | placebo of 38 | descriptive 19',
        'fracture | ossil against placebo | lower',
      ],
    ],
    [
      '92 % (36/39) participants of the ossil group returned a diary compared to 84 % (31/37) in the placebo group.',
      [
        'diary | ossil of 39 | count 36 | proportion 92 %',
        'diary | placebo of 37 | count 31 | proportion 84 %',
      ],
    ],
    [
      'Cramps occurred in 5% of patients in each group.',
      ['cramps | ossil of 40 | proportion 5 %', 'cramps | placebo of 38 | proportion 5 %'],
    ],
    [
      'Bone density increased by 1.9% in patients receiving ossil and decreased by 2.6% in patients receiving placebo.',
      [
        'increase-in-bone-density | ossil of 40 | descriptive 1.9 %',
        'decrease-in-bone-density | placebo of 38 | descriptive 2.6 %',
        'bone-density | ossil | increased',
      ],
    ],
  ])('%s', (sentence, told) => {
    expect(resultsOf(sentence)).toEqual(told);
  });

  it('give a group that its drug alone names its own', () => {
    expect(
      ofCombination('Complete response was achieved in 12 patients on ossil and 5 patients on calcine.'),
    ).toEqual([
      'complete-response | both of 60 | count 12',
      'complete-response | calcine-alone of 58 | count 5',
    ]);
    expect(
      ofCombination(
        'Fatigue scores were 3.2 and 4.6 in the ossil plus calcine and calcine groups, respectively.',
      ),
    ).toEqual([
      'fatigue-scores | both of 60 | descriptive 3.2',
      'fatigue-scores | calcine-alone of 58 | descriptive 4.6',
    ]);
  });

  it('leave out numbers that the sentence gives to no group or to no outcome', () => {
    const told = [
      resultsOf('Scans were available in 55 patients (28 in the ossil group and 27 in the placebo group).'),
      resultsOf(
        'The ossil group lost 5.6 kg (95% CI 4.2 to 7.0) and the placebo group lost 1.2 kg (0.4 to 2.0).',
      ),
      resultsOf('There were no differences in gait between groups (chi-square2: 6.546, df 2).'),
      resultsOf('Pain and falls were reported by 34% and 21% of patients receiving ossil.'),
      resultsOf(
        'There were increases in the ossil group at weeks 1, 2, and 3 (31, 32, 56%) compared to baseline.',
      ),
    ].flat();
    expect(told.filter((result) => /count|of 38|difference \d|lost/.test(result))).toEqual([]);
  });
});

describe('what nobody had', () => {
  it.each([
    ['No serious adverse events were reported in either group.', 'adverse-event-serious-adverse-events'],
    ['There were no deaths in either group.', 'deaths'],
    ['No patients in either group required surgery.', 'surgery'],
  ])('%s', (sentence, outcome) => {
    expect(resultsOf(sentence)).toEqual([
      `${outcome} | ossil of 40 | count 0`,
      `${outcome} | placebo of 38 | count 0`,
    ]);
  });

  it.each([
    ['There were no serious adverse events.', 'adverse-event-serious-adverse-events'],
    ['No adverse effects were seen.', 'adverse-event-adverse-effects'],
    ['Overall, no deaths occurred during the study.', 'deaths'],
    ['No cases of deep vein thrombosis were detected.', 'cases-of-deep-vein-thrombosis'],
  ])('of a whole trial, %s', (sentence, outcome) => {
    expect(resultsOf(sentence).filter((result) => result.includes('count'))).toEqual([
      `${outcome} | ossil of 40 | count 0`,
      `${outcome} | placebo of 38 | count 0`,
    ]);
  });

  it.each([
    'There was no significant difference in pain in either group.',
    'No change in weight was seen in either group.',
    'There were no serious adverse events in patients with diabetes.',
    'No serious adverse events related to ossil were reported.',
    'No infections were reported in the ossil group.',
    'No further complications were reported.',
    'No difference in complications was observed.',
    'Deaths were rare, and no infections that needed surgery or drainage on another ward were counted.',
  ])('is not told by: %s', (sentence) => {
    expect(resultsOf(sentence).filter((result) => result.includes('count'))).toEqual([]);
  });
});

describe('what is said of each group and compares none', () => {
  it.each([
    'Bone density increased from 0.85 to 0.95 in the ossil group and from 0.86 to 0.87 in the placebo group.',
    'Bone density increased in both groups compared with baseline (ossil 6.5%, placebo 5.6%; p<0.01).',
    'Bone density increased in the ossil group compared with baseline (P = 0.01).',
    'The mean rise in bone density was 1.1% with ossil and 0.2% with placebo.',
  ])('%s', (sentence) => {
    expect(resultsOf(sentence).filter((result) => result.includes('against'))).toEqual([]);
  });

  it('tells that groups changed alike', () => {
    expect(resultsOf('Similar reductions in pain were seen in the ossil and placebo groups.')).toEqual([
      'pain | ossil against placebo | no-significant-difference',
    ]);
  });
});

describe('slower and faster', () => {
  it.each([
    ['Walking speed was slower in the ossil group than in the placebo group.', 'lower'],
    ['Gait velocity was faster with ossil than with placebo.', 'higher'],
    ['Reaction times were faster with ossil than with placebo.', 'lower'],
    ['Onset of the block was slower with ossil than with placebo.', 'higher'],
  ])('%s', (sentence, direction) => {
    expect(resultsOf(sentence).map((result) => result.split(' | ').at(-1))).toEqual([direction]);
  });
});
