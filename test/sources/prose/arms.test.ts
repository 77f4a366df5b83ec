import { describe, expect, it } from 'vitest';
import {
  allocatedArms,
  comparedArms,
  type ListedArm,
  numberedArms,
} from '../../../src/sources/prose/arm-list.ts';
import { mirrored } from '../pages.ts';
import { toldBy } from '../told.ts';

const told = (arms: readonly ListedArm[]): readonly string[] =>
  arms.map(({ called, count }) => (count ? `${called} (${count.text})` : called));

describe('arms that a sentence puts people into', () => {
  it.each([
    [
      'A total of 482 women were randomly assigned to receive letrozole 2.5 mg daily (n = 240) or tamoxifen 20 mg daily (n = 242) for 5 years.',
      ['letrozole 2.5 mg (240)', 'tamoxifen 20 mg (242)'],
    ],
    [
      'In all, 354 patients were randomised to six cycles of FEC (176 patients) or CMF (178 patients).',
      ['FEC (176)', 'CMF (178)'],
    ],
    ['Sixty women were randomized to yoga (n=30) or a waitlist (n=30).', ['yoga (30)', 'waitlist (30)']],
    [
      'Subjects (N = 269) received canagliflozin 100 or 300 mg or placebo daily.',
      ['canagliflozin 100', 'canagliflozin 300 mg', 'placebo'],
    ],
    [
      'Patients were randomised 1:1:1 to apixaban 5 mg (n=90), apixaban 2.5 mg (n=89), or placebo (n=90).',
      ['apixaban 5 mg (90)', 'apixaban 2.5 mg (89)', 'placebo (90)'],
    ],
    [
      'Of 215 women randomized, 108 were assigned to exercise and 107 to usual care.',
      ['exercise (108)', 'usual care (107)'],
    ],
    [
      'Children were randomly allocated into three groups (n = 20 each): midazolam, ketamine, or saline.',
      ['midazolam', 'ketamine', 'saline'],
    ],
    [
      'They were randomised to a 12-week exercise programme in addition to usual care (n=101) or usual care alone (n=102).',
      ['12-week exercise programme (101)', 'usual care alone (102)'],
    ],
    [
      'Patients were allocated to two groups of drug A (5 mg) and drug B, and drug B alone.',
      ['drug A and drug B', 'drug B alone'],
    ],
    [
      'Women were randomized to (1) walking; (2) cycling; or (3) no exercise.',
      ['walking', 'cycling', 'no exercise'],
    ],
    [
      'Adults were randomised to one of three groups: (1) walking; (2) cycling; (3) waiting list.',
      ['walking', 'cycling', 'waiting list'],
    ],
    [
      'Women were randomized to 2.5 mg or 5 mg velmorin or placebo once daily.',
      ['2.5 mg velmorin', '5 mg velmorin', 'placebo'],
    ],
    [
      'Children were randomly assigned to 8-week treatment with placebo, velmorin (25 or 50 mg/d), or salt (20 mg/d).',
      ['placebo', 'velmorin', 'salt'],
    ],
    [
      'A randomized trial with a 1:1 ratio of the Alder stent and the Birch stent.',
      ['Alder stent', 'Birch stent'],
    ],
    [
      'We randomised 300 infants to salt drops or sugar drops; 148 infants in the salt group and 145 in the sugar group were analysed.',
      ['salt group (148)', 'sugar group (145)'],
    ],
    [
      'Women were randomised to mindfulness (n = 168) or treatment as usual (TAU; n = 168).',
      ['mindfulness (168)', 'treatment as usual (168)'],
    ],
    [
      'We randomly assigned 1948 patients to receive velmorin followed by surgery, with or without salt.',
      ['with salt', 'without salt'],
    ],
    [
      'In all, 133 subjects with migraine with or without aura were randomized to salt 2.5 mg or sugar 2.5 mg.',
      ['salt 2.5 mg', 'sugar 2.5 mg'],
    ],
    [
      'Adults, with and without asthma, were randomly assigned to walking, cycling, or rest.',
      ['walking', 'cycling', 'rest'],
    ],
  ])('%s', (sentence, arms) => expect(told(allocatedArms(sentence))).toEqual(arms));

  it.each([
    'The trial was done between July 12, 2010 and June 30, 2013, in randomised order.',
    'Patients were randomised after surgery.',
    'Subjects received either counselling at home.',
    'Blood samples were divided into aliquots.',
    'Randomisation to the study arms was conducted through a process of restricted randomisation.',
  ])('none in “%s”', (sentence) => expect(allocatedArms(sentence)).toEqual([]));
});

describe('arms in a list that says no more than their numbers', () => {
  it.each([
    ['Probiotics for 7 days (n = 75) or no probiotics (n = 75).', ['Probiotics (75)', 'no probiotics (75)']],
    ['Salt (n = 113) or placebo (n = 103) for 24 weeks.', ['Salt (113)', 'placebo (103)']],
  ])('%s', (sentence, arms) => expect(told(numberedArms(sentence))).toEqual(arms));

  it.each([
    'Adverse events were nausea (n = 12) and vomiting (n = 7).',
    'Nausea (n = 12) and vomiting (n = 7) were common.',
    'Reasons for withdrawal: pain (n = 4) and relapse (n = 3).',
    'Five were lost to follow-up (n = 2) or moved away (n = 3).',
  ])('none in “%s”', (sentence) => expect(numberedArms(sentence)).toEqual([]));
});

describe('arms that a title or an objective sets against each other', () => {
  it.each([
    ['Frovatriptan versus zolmitriptan for migraine: a trial', ['Frovatriptan', 'zolmitriptan']],
    ['A trial comparing open with closed repair in adults', ['open', 'closed repair']],
    [
      'A trial compared 3 scenarios: tests with instruction (control); tests with training (provider arm); and tests with training and events at school (school arm).',
      ['tests with instruction', 'tests with training', 'tests with training and events at school'],
    ],
    [
      'To compare the outcome of pyeloplasty with or without internal drainage in adults.',
      ['with internal drainage', 'without internal drainage'],
    ],
    ['To study infusion of ANP versus the inhalation of NO in lung injury.', ['ANP', 'inhalation of NO']],
  ])('%s', (text, arms) => expect(told(comparedArms(text))).toEqual(arms));

  it.each(['Effect of salt on pain and sleep', 'Salt compared with placebo'])('none in “%s”', (text) =>
    expect(comparedArms(text)).toEqual([]),
  );
});

describe('participants', () => {
  const numbersOf = (methods: string) =>
    toldBy(mirrored({ title: 'A randomised trial of salt', abstract: `METHODS: ${methods}` }));

  it.each([
    [
      'We randomly assigned 1,200 adults with gout to salt (600 participants) or sugar (600 participants).',
      '1200',
    ],
    ['One hundred and twenty patients were enrolled and randomised to salt or sugar.', '120'],
    ['Women (n = 93) were randomized to salt, sugar, or no treatment (31 per group).', '93'],
    ['In this trial, 60 children, aged 6-12 years, were randomly allocated to salt or sugar.', '60'],
    ['Of 612 patients screened, 215 women were randomised to salt or sugar.', '215'],
    ['Sixty people (23 males and 37 females) with gout were assigned to salt or sugar.', '60'],
    ['Three hundred and six elders were randomly divided into salt and sugar.', '306'],
    ['Forty-nine patients were studied. They were randomised to salt or sugar.', '49'],
  ])('%s', (methods, total) => expect(numbersOf(methods).numbers).toContain(total));

  it('of a list are known again by the words of a name that are its own', () =>
    expect(
      toldBy(
        mirrored({
          title: 'A randomised trial of exercise',
          abstract:
            'METHODS: 242 women receiving chemotherapy were randomly assigned to usual care, supervised resistance exercise, or supervised aerobic exercise. RESULTS: Completion was 84.1% with usual care, 89.8% with resistance exercise, and 87.4% with aerobic exercise.',
        }),
      ).results,
    ).toEqual([
      expect.stringContaining('usual-care | proportion 84.1'),
      expect.stringContaining('supervised-resistance-exercise | proportion 89.8'),
      expect.stringContaining('supervised-aerobic-exercise | proportion 87.4'),
    ]));

  it('are as many in each group where a sentence says so once', () =>
    expect(
      numbersOf('Women were randomized to salt, sugar, or no treatment (31 per group).').arms.map((arm) =>
        arm.includes('31'),
      ),
    ).toEqual([true, true, true]));

  it('are counted for the group that stands behind the number, not for one of two', () =>
    expect(
      numbersOf('In this trial, 40 students were allocated to salt or sugar.').arms.join(),
    ).not.toContain('40'));
});

describe('arms of a trial', () => {
  const armsIn = (methods: string, results: string) =>
    toldBy(
      mirrored({
        title: 'A randomised trial of salt in gout',
        abstract: `METHODS: ${methods} RESULTS: ${results}`,
      }),
    );

  it('that sentences name by letters are called by what they got', () =>
    expect(
      armsIn(
        'Adults were randomised into two groups. Group A (n = 30) received salt for 8 weeks, while group B (n = 31) received sugar.',
        'Pain fell in 20 (66.7%) patients in group A and 12 (38.7%) in group B.',
      ).arms,
    ).toEqual([
      expect.stringContaining('“Group A (salt)”; enrolled 30'),
      expect.stringContaining('“group B (sugar)”; enrolled 31'),
    ]));

  it('are those whose names come again, not those of a phrase', () =>
    expect(
      armsIn(
        'Adults were randomised to the arms by a list and to conceal the delivery or evaluation of the treatment. Adults were randomly assigned to salt or sugar.',
        'Pain was lower with salt than with sugar.',
      ).arms.map((arm) => arm.split(' ')[0]),
    ).toEqual(['salt', 'sugar']));

  it('do not have the size of those in whom something happened', () =>
    expect(
      armsIn(
        'We randomly assigned 80 adults to salt or sugar.',
        'Five randomised patients experienced serious events: two assigned to salt and three assigned to sugar.',
      ).arms.join(),
    ).not.toMatch(/\b[23]\b/));
});
