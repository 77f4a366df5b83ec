import { describe, expect, it } from 'vitest';
import { mirrored } from '../../pages.ts';
import { toldBy } from '../../told.ts';
import { resultsOf } from './sentences.ts';

/** A trial of ossil (40) against placebo (38). */
describe('the direction of each outcome, in which group against which', () => {
  it.each([
    ['Ossil significantly prolonged fracture-free survival (P=0.02).', 'fracture-free-survival', 'increased'],
    ['Compared with placebo, ossil reduced bone pain (P=0.03).', 'bone-pain', 'decreased'],
    ['The ossil group gained less weight.', 'weight', 'lower'],
    ['Sleep improved more in the ossil group than in the placebo group.', 'sleep', 'improved'],
    ['Patients in the ossil group were more likely to stop smoking.', 'stop-smoking', 'higher'],
    ['Ossil was superior to placebo in terms of grip strength.', 'grip-strength', 'improved'],
    ['There was a reduction in stiffness in the ossil group.', 'stiffness', 'decreased'],
    [
      'Quality of life did not differ significantly between the two groups.',
      'quality-of-life',
      'no-significant-difference',
    ],
    ['Cramps were similar in the ossil and placebo groups.', 'cramps', 'no-significant-difference'],
    ['Differences in gait speed were not significant.', 'gait-speed', 'no-significant-difference'],
    ['Ossil reduced neither mortality nor stay.', 'mortality', 'no-significant-difference'],
    ['Those receiving ossil lost more weight than those receiving placebo.', 'weight', 'decreased'],
    ['Blood loss was 250 ml less in the ossil group.', 'blood-loss', 'lower'],
    ['No between-group differences emerged in cognition.', 'cognition', 'no-significant-difference'],
    ['Patients on ossil were discharged earlier.', 'discharged', 'lower'],
    [
      'Ossil was as effective as placebo in falls prevention.',
      'falls-prevention',
      'no-significant-difference',
    ],
    ['Both groups showed an improvement in balance.', 'balance', 'improved'],
    [
      'Both groups had a reduction in pain, with no difference between groups.',
      'pain',
      'no-significant-difference',
    ],
    ['Ossil did not affect appetite.', 'appetite', 'no-significant-difference'],
    [
      'Bone density was not higher in the ossil group than in the placebo group (P = 0.40).',
      'bone-density',
      'no-significant-difference',
    ],
    [
      'Bone mass was higher with ossil than with placebo (P = 0.23).',
      'bone-mass',
      'no-significant-difference',
    ],
    ['Remission rates favoured ossil (41% v. 12%, P = 0.003).', 'remission-rates', 'improved'],
    ['There was a large difference in vitality in favour of ossil.', 'vitality', 'improved'],
    ['Grip strength was 4 points higher in the ossil group.', 'grip-strength', 'higher'],
    ['Falls occurred more frequently in the placebo group (18% vs 7%).', 'falls', 'higher'],
    ['The ossil group scored significantly higher than the placebo group on mobility.', 'mobility', 'higher'],
    ['Patients in the ossil group were more satisfied with care.', 'satisfied-with-care', 'higher'],
    ['Patients in the ossil group returned to work earlier (9 vs 13 days).', 'returned-to-work', 'lower'],
    ['Ossil was also associated with more cramps.', 'cramps', 'higher'],
    ['The reduction in stiffness was greater with ossil than with placebo.', 'stiffness', 'decreased'],
    ['Bone pain tended to be lower with ossil.', 'bone-pain', 'no-significant-difference'],
    ['Bone loss tended to decrease with ossil (P = 0.07).', 'bone-loss', 'no-significant-difference'],
    ['Weight was non-significantly greater in the ossil group.', 'weight', 'no-significant-difference'],
    ['Neither cramps nor sprains differed between groups.', 'sprains', 'no-significant-difference'],
    ['Neither treatment affected appetite.', 'appetite', 'no-significant-difference'],
    ['For gait speed, there was no significant difference.', 'gait-speed', 'no-significant-difference'],
    ['Nor was there any difference in sleep.', 'sleep', 'no-significant-difference'],
    ['Pain scores showed no difference between groups.', 'pain-scores', 'no-significant-difference'],
    [
      'There was no significant group-by-time interaction for walking speed (p=0.42).',
      'walking-speed',
      'no-significant-difference',
    ],
    [
      'Ossil was not significantly different from placebo in terms of falls.',
      'falls',
      'no-significant-difference',
    ],
    ['Fear of falling was unaffected by either treatment.', 'fear-of-falling', 'no-significant-difference'],
    ['Fractures were equally common in the two groups.', 'fractures', 'no-significant-difference'],
    ['Significant improvements with ossil were found for stair climbing.', 'stair-climbing', 'improved'],
    ['Improvement was seen in grip strength in the ossil group only.', 'grip-strength', 'improved'],
    ['The ossil group had better scores (P=0.02) in terms of mobility.', 'mobility', 'improved'],
    ['Nausea was reported by more patients receiving ossil than placebo.', 'nausea', 'higher'],
    ['Serum zinc was not affected by fasting.', 'serum-zinc', 'no-significant-difference'],
    ['Cramps occurred equally with both drugs.', 'cramps', 'no-significant-difference'],
    ['Knee flexion improved similarly in both groups.', 'knee-flexion', 'no-significant-difference'],
    ['The two treatments were comparable with regard to sprains.', 'sprains', 'no-significant-difference'],
    ['We did not find that ossil reduced falls.', 'falls', 'no-significant-difference'],
    ['Growth did not differ between groups, nor did weight.', 'weight', 'no-significant-difference'],
    ['There was no evidence that ossil improved sleep.', 'sleep', 'no-significant-difference'],
    [
      'A higher proportion of patients in the ossil group achieved remission (44% vs 30%; P=.01).',
      'remission',
      'higher',
    ],
  ])('%s', (sentence, outcome, direction) => {
    const found = resultsOf(sentence).filter((result) => result.startsWith(`${outcome} |`));
    expect(found.filter((result) => result.includes(direction))).toHaveLength(1);
  });

  it('is said of each outcome of a list', () =>
    expect(
      resultsOf(
        'There were no significant differences between ossil and placebo in pain, nausea, or sleep.',
      ).map((result) => result.split(' | ')[0]),
    ).toEqual(['pain', 'nausea', 'sleep']));

  it.each([
    [
      'Ossil was superior to placebo for bone pain (P=0.01), and morning stiffness (P=0.40).',
      ['bone-pain=improved', 'morning-stiffness=no-significant-difference'],
    ],
    [
      'Ossil, in contrast, lowered bone turnover (from 9 to 7, P=0.01) and serum calcium (from 3 to 2, P=0.02).',
      ['bone-turnover=decreased', 'serum-calcium=decreased'],
    ],
    [
      'The ossil group needed fewer transfusions (3 vs 5, P=0.02) and had a substantial reduction in nursing time (P<0.001).',
      ['transfusions=lower', 'nursing-time=decreased'],
    ],
    [
      'The ossil group demonstrated better signs of recovery, including grip strength, and lower levels of calcium.',
      ['signs-of-recovery=improved', 'grip-strength=improved', 'levels-of-calcium=lower'],
    ],
  ])('is said of each outcome of a list that goes on behind brackets: %s', (sentence, told) => {
    const results = resultsOf(sentence);
    for (const one of told) {
      const [outcome, direction] = one.split('=');
      expect(
        results.filter((result) => result.startsWith(`${outcome} |`) && result.includes(`${direction}`)),
      ).toHaveLength(1);
    }
  });

  it('is not said of a clause that goes on behind a bracket', () =>
    expect(
      resultsOf('Ossil reduced bone pain (P=0.01), and falls occurred (3%).').filter((result) =>
        /fall/.test(result.split(' | ')[0] ?? ''),
      ),
    ).toEqual([]));

  it('is not one group’s against the other’s where a sentence says it of both', () =>
    expect(resultsOf('Ossil and placebo both reduced stiffness.')).toEqual([
      expect.stringMatching(/^stiffness \| all \| decreased/),
    ]));

  it('is said apart of a group that a sentence excepts', () => {
    const { results } = toldBy(
      mirrored({
        title: 'Ossil, rastin or usual care in glass bone: a randomised trial',
        abstract:
          'METHODS: 90 patients with glass bone were randomly assigned to ossil, rastin, or usual care. RESULTS: Bone pain decreased significantly with ossil compared with usual care but not rastin.',
      }),
    );
    expect(results).toEqual([
      expect.stringMatching(/^bone-pain \| ossil against usual-care .*decreased/),
      expect.stringMatching(/^bone-pain \| ossil against rastin .*no-significant-difference/),
    ]);
  });

  it('is read of people who get each treatment in turn, called a study of conditions', () =>
    expect(
      toldBy(
        mirrored({
          title: 'Chewing and satiety',
          abstract:
            'METHODS: Eleven obese subjects underwent three study days: a control condition, a slow condition, and a fast condition. RESULTS: Hunger was reduced with slow chewing (P<0.05).',
        }),
      ).results,
    ).toEqual([expect.stringMatching(/^hunger .*decreased/)]));

  it('is taken from the sentence before where a sentence names no outcome', () =>
    expect(
      resultsOf('Gait speed improved in both groups. There were no differences between the groups.').filter(
        (result) => result.includes('no-significant-difference'),
      ),
    ).toEqual([expect.stringContaining('gait-speed')]));

  it.each([
    'The aim was to reduce bone pain.',
    'More words follow here so that the text is long enough.',
    'Patients were older than 60 years.',
    'At baseline, bone pain was similar in the two groups.',
    'Baseline characteristics were comparable between the groups.',
    'There were no significant differences in demographics between the ossil and placebo groups.',
  ])('none in “%s”', (sentence) => expect(resultsOf(sentence)).toEqual([]));
});

describe('the values of each arm', () => {
  const values = (sentence: string): readonly string[] =>
    resultsOf(sentence).filter((result) => !result.includes('against'));

  it.each([
    [
      'The response rate was 55% with ossil versus 36% with placebo.',
      ['response-rate | ossil of 40 | proportion 55 %', 'response-rate | placebo of 38 | proportion 36 %'],
    ],
    [
      'Response rates were 55% (ossil) and 36% (placebo).',
      ['response-rates | ossil of 40 | proportion 55 %', 'response-rates | placebo of 38 | proportion 36 %'],
    ],
    [
      'Nausea was reported by 12% and 7% of patients in the ossil and placebo groups, respectively.',
      ['nausea | ossil of 40 | proportion 12 %', 'nausea | placebo of 38 | proportion 7 %'],
    ],
    [
      'Cramps were more common with ossil than with placebo (14% v 8%; P = .04).',
      ['cramps | ossil of 40 | proportion 14 %', 'cramps | placebo of 38 | proportion 8 %'],
    ],
    [
      'There were fewer falls in the placebo group (5% with ossil vs 3% with placebo) and fewer sprains (8% vs 4%).',
      ['sprains | ossil of 40 | proportion 8 %', 'sprains | placebo of 38 | proportion 4 %'],
    ],
    [
      'Complications were similar in the ossil and placebo groups (infection, 4% vs 6%; bleeding, 2% vs 3%).',
      [
        'complications-infection | ossil of 40 | proportion 4 %',
        'complications-infection | placebo of 38 | proportion 6 %',
        'complications-bleeding | ossil of 40 | proportion 2 %',
        'complications-bleeding | placebo of 38 | proportion 3 %',
      ],
    ],
    [
      'Pain was lower in the ossil group than in the placebo group (mean score, 2.1 vs 3.2; P = 0.01).',
      ['pain | ossil of 40 | mean 2.1', 'pain | placebo of 38 | mean 3.2'],
    ],
  ])('%s', (sentence, wanted) => expect(values(sentence)).toEqual(expect.arrayContaining(wanted)));

  it.each([
    'After 12 weeks of ossil, no fracture occurred.',
    'Patients took ossil 5 mg or placebo daily.',
    'Response was defined as at least a 25% fall in pain with ossil.',
    'Blood loss was 250 ml less in the ossil group.',
    'Weight was 4.2 kg lower with ossil than with placebo.',
  ])('none in “%s”', (sentence) =>
    expect(values(sentence).filter((result) => / of \d/.test(result))).toEqual([]),
  );

  it('tell the direction where only a P value says that they differ', () => {
    const derived = (p: string) =>
      resultsOf(`The response rate was 55% with ossil versus 36% with placebo (P = ${p}).`).find((result) =>
        result.includes('against'),
      );
    expect(derived('0.01')).toContain('higher');
    expect(derived('0.40')).toContain('no-significant-difference');
  });
});

describe('the direction that an interval tells where no word does', () => {
  const by = (sentence: string) =>
    resultsOf(sentence).find((result) => /(?:ratio|risk|difference) -?\d/.test(result)) ?? '';

  it.each([
    ['The hazard ratio for fracture with ossil versus placebo was 0.75 (95% CI, 0.65 to 0.86).', 'lower'],
    ['The odds ratio for remission with ossil was 2.70 (95% CI, 1.20 to 6.10).', 'higher'],
    [
      'Pain was 3.1 (SD 1.2) with ossil and 4.8 (SD 1.4) with placebo (mean difference 1.7, 95% CI 1.1 to 2.3).',
      'lower',
    ],
  ])('%s', (sentence, direction) => expect(by(sentence)).toContain(` | ${direction}`));

  it.each([
    'The mean difference in pain was 1.7 (95% CI 1.1 to 2.3).',
    'The hazard ratio for fracture was 0.75 (95% CI, 0.50 to 1.10).',
    'Pain was 4.1 (SD 1.2) with ossil and 4.8 (SD 1.4) with placebo (mean difference 0.7, 95% CI -0.1 to 1.5).',
    'Remission was seen in 20% with ossil and 30% with placebo (odds ratio 1.70, 95% CI 1.10 to 2.60).',
  ])('none by “%s”', (sentence) => expect(by(sentence)).not.toMatch(/higher|lower|no-significant/));
});

describe('the direction that only a conclusion tells', () => {
  const concluded = (sentence: string) =>
    toldBy(
      mirrored({
        title: 'Ossil in glass bone: a randomised trial',
        abstract: `METHODS: 78 patients with glass bone were randomised to ossil or placebo. RESULTS: Bone pain was lower with ossil than with placebo. CONCLUSIONS: ${sentence}`,
      }),
    ).results.filter((result) => !result.startsWith('bone-pain | ossil against placebo | lower'));

  it('is read', () =>
    expect(concluded('Ossil increased walking speed compared with placebo.')).toEqual([
      expect.stringMatching(/^walking-speed \| ossil against placebo \| increased/),
    ]));

  it.each([
    'Ossil may increase walking speed.',
    'Ossil could be used to increase walking speed.',
    'Ossil reduced bone pain.',
    'Further trials should test whether ossil increases walking speed.',
  ])('is not read in “%s”', (sentence) => expect(concluded(sentence)).toEqual([]));
});
