import { describe, expect, it } from 'vitest';
import { abbreviationsIn } from '../../../src/sources/prose/abbreviation.ts';
import { groupMentionsIn, NO_NAMES } from '../../../src/sources/prose/group-mention.ts';
import { timesIn } from '../../../src/sources/prose/time.ts';
import { mirrored } from '../pages.ts';
import { toldBy } from '../told.ts';
import { resultsOf } from './results/sentences.ts';

const trial = (methods: string, section = 'METHODS') =>
  toldBy(
    mirrored({
      title: 'A trial of salt',
      abstract: `${section}: ${methods} In this trial, 12 patients were analysed in the salt group.`,
    }),
  );

describe('groups', () => {
  it.each([
    ['the MAB alone group', ['mab-alone']],
    ['MAB plus X group and control group', ['mab-plus-x', 'control']],
    ['the high-dose arm and the low-dose arm', ['high-dose', 'low-dose']],
    ['MAB-treated patients', ['mab']],
    ['36 matched control patients', ['control']],
    ['historical controls', ['control']],
  ])('“%s” are groups', (text, keys) => {
    expect(groupMentionsIn(text, NO_NAMES).map(({ key }) => key)).toEqual(keys);
  });

  it.each([
    'the 60-69 age group',
    'a parallel-group design',
    'the two study and control groups',
    'blood group',
    'the working group',
    'a focus group',
    'both groups',
    'each group',
    'a randomized controlled trial',
    'quality control',
  ])('“%s” names none', (text) =>
    expect(groupMentionsIn(text, NO_NAMES).filter(({ key }) => key !== 'control')).toEqual([]),
  );
});

describe('pairs', () => {
  it.each(['We saw 12 patients vs 13 patients.', 'They were given 40 mg vs 50 mg.'])(
    '%s is no pair of results',
    (text) => expect(resultsOf(text)).toEqual([]),
  );
});

describe('times', () => {
  it.each([
    ['at baseline', [{ kind: 'baseline' }]],
    ['48 h after the second infusion', [{ offset: { value: '48', unit: 'h' }, administration: 2 }]],
    ['six weeks after surgery', [{ offset: { value: '6', unit: 'wk' }, event: 'surgery' }]],
    ['day-7 ferritin', [{ offset: { value: '7', unit: 'd' } }]],
    ['at 28 and 60 days', [{ offset: { value: '28' } }, { offset: { value: '60' } }]],
    ['at 12 months', [{ offset: { value: '12', unit: 'mo' } }]],
  ])('%s', (text, times) => expect(timesIn(text).map(({ value }) => value)).toMatchObject(times));

  it.each(['12 patients', 'the day shift', '5 mg'])('%s is none', (text) =>
    expect(timesIn(text)).toEqual([]),
  );
});

describe('abbreviations', () => {
  it.each([
    ['mesenchymal stromal cells (MSCs)', [['MSC', 'mesenchymal stromal cells']]],
    ['acute respiratory distress syndrome (ARDS)', [['ARDS', 'acute respiratory distress syndrome']]],
    ['the result (P = 0.05)', []],
    ['see below (Table 2)', []],
    ['blue whales (XQ)', []],
  ])('%s', (text, found) => expect([...abbreviationsIn([text])]).toEqual(found));
});

describe('design', () => {
  it.each([
    ['This was a phase IIb trial.', 'phase-2'],
    ['This phase 2/3 trial was double-blind.', 'phase-2-phase-3, double-blind'],
    ['This early phase 1 trial was open label.', 'early-phase-1, open-label'],
    ['Patients were randomised in blocks.', 'randomised, block'],
    ['This non-randomised trial was multicentric.', 'non-randomised, multicentre'],
    ['In the acute phase 3 patients had fever.', ''],
    ['This trial was not randomised.', 'non-randomised'],
    ['The phase of the moon was noted.', ''],
  ])('%s', (sentence, design) => expect(trial(sentence).design).toBe(design));

  it.each([
    ['BACKGROUND', 'Phase 3 trials are double-blind and randomised.'],
    ['CONCLUSIONS', 'A randomised, double-blind phase 3 trial is warranted.'],
  ])('%s says nothing of this trial’s', (section, sentence) => {
    expect(
      toldBy(
        mirrored({
          title: 'A trial of salt',
          abstract: `METHODS: In this trial, 12 patients were analysed in the salt group. ${section}: ${sentence}`,
        }),
      ).design,
    ).toBe('');
  });
});

describe('periods', () => {
  it.each([
    ['Between June 2030 and September 2031, we enrolled patients.', '2030-06 to 2031-09'],
    ['Patients came from 3 May 2030 to 14 June 2030.', '2030-05-03 to 2030-06-14'],
    ['Patients came from March 1st, 2030 until April 30th, 2030.', '2030-03-01 to 2030-04-30'],
    ['Patients were seen between 8 and 12 o’clock.', ''],
    ['The law changed in June 2030.', ''],
  ])('%s', (sentence, period) => expect(trial(sentence).period).toBe(period));
});

describe('care that all received', () => {
  it.each([
    ['All patients also received oxygen and standard nursing.', ['oxygen', 'standard nursing']],
    ['Both groups received vitamin D.', ['vitamin D']],
    ['Some patients received oxygen.', []],
    ['Not all patients received oxygen.', []],
  ])('%s', (sentence, care) => expect(trial(sentence).care).toEqual(care));
});

describe('numbers of participants are never each other', () => {
  it.each([
    ['A total of 50 patients were enrolled.', 'enrolled 50'],
    ['Sixty patients were recruited.', 'enrolled 60'],
    ['We planned to enrol 80 patients.', ''],
    ['We screened 300 patients.', ''],
    ['A total of 44 patients were included in the final analysis.', 'analysed 44'],
  ])('%s', (sentence, numbers) => {
    const [told] = trial(sentence).numbers.split(/, (?=analysed 12$)/);
    expect(told === 'analysed 12' ? '' : told).toBe(numbers);
  });
});

describe('registrations', () => {
  it.each([
    ['NCT99999901', 'NCT99999901'],
    ['ISRCTN99999902', 'ISRCTN99999902'],
    ['ChiCTR2099999999', 'ChiCTR2099999999'],
    ['ACTRN99999999999999', 'ACTRN99999999999999'],
    ['2027-999999-11', '2027-999999-11'],
    ['2027-599999-11-00', '2027-599999-11-00'],
    ['UMIN000000000', 'UMIN000000000'],
    ['KCT9999999', 'KCT9999999'],
    ['CTRI/2099/09/099999', 'CTRI/2099/09/099999'],
    ['NCT9999990', undefined],
    ['NCT999999012', undefined],
    ['IRB 2027-11', undefined],
  ])('%s', (number, found) => {
    expect(trial(`The trial was registered (${number}).`).registrations).toEqual(found ? [found] : []);
  });

  it('a number in the background is another trial’s', () => {
    expect(trial('An earlier trial was registered as NCT99999909.', 'BACKGROUND').registrations).toEqual([]);
  });
});
