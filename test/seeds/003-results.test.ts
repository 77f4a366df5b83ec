import { describe, expect, test } from 'vitest';
import { evidenceFacts, evidenceOf } from './evidence-facts.ts';
import { loadBeforeAll } from './loaded.ts';

const MSC = 'experimental arm';
const PLACEBO = 'placebo';

const loaded = loadBeforeAll('003');

describe('the primary endpoint', () => {
  const endpoint = {
    section: 'Results',
    outcome: 'increase in PaO2/FiO2 ratio from baseline to day 7',
    time: '7 d',
  };

  test.each([
    [MSC, '83.3'],
    [PLACEBO, '57.6'],
  ])('%s: %s, no unit; what kind of statistic it is, is not stated', (exposure, value) => {
    expect(evidenceOf(loaded().trial, { ...endpoint, exposure })).toEqual({
      statistics: [{ type: 'descriptive', value }],
    });
  });

  test('not significantly different, in words: no P value is stated', () => {
    const about = { ...endpoint, exposure: MSC, reference: PLACEBO };
    expect(evidenceOf(loaded().trial, about)).toEqual({
      direction: 'no-significant-difference',
      assertion: expect.stringMatching(/^The primary endpoint .* was not statistically significant/),
    });
  });
});

describe('improvement on the WHO scale at day 7', () => {
  const improvement = {
    section: 'Results',
    outcome: 'clinical improvement at day 7 in the WHO scale',
    time: '7 d',
  };

  test.each([
    [MSC, '5', '50'],
    [PLACEBO, '0', '0'],
  ])('%s: %s patients, %s %%, of a number that is not stated', (exposure, affected, percent) => {
    expect(evidenceOf(loaded().trial, { ...improvement, exposure })).toEqual({
      statistics: [
        { type: 'count', value: affected, affected },
        { type: 'proportion', value: `${percent} %` },
      ],
    });
  });

  test('5 against 0: P = 0.033', () => {
    const about = { ...improvement, exposure: MSC, reference: PLACEBO };
    expect(evidenceOf(loaded().trial, about)).toEqual({
      direction: 'improved',
      statistics: [{ 'P value': '0.033' }],
    });
  });
});

describe('times', () => {
  const OXYGEN = 'time to discontinuation of supplemental oxygen';
  const STAY = 'hospital stay';

  test.each([
    [OXYGEN, MSC, 'median', '14'],
    [OXYGEN, PLACEBO, 'median', '23'],
    // Of the stay, no statistic is stated; the median of the first half of the sentence is not its.
    [STAY, MSC, 'descriptive', '17.5'],
    [STAY, PLACEBO, 'descriptive', '28'],
  ])('%s, %s: %s %s days', (outcome, exposure, type, value) => {
    expect(evidenceOf(loaded().trial, { section: 'Results', outcome, exposure })).toEqual({
      statistics: [{ type, value: `${value} days` }],
    });
  });

  test.each([
    [OXYGEN, '0.007'],
    [STAY, '0.042'],
  ])('%s: shorter in the experimental arm, P = %s', (outcome, p) => {
    const about = { section: 'Results', outcome, exposure: MSC, reference: PLACEBO };
    expect(evidenceOf(loaded().trial, about)).toEqual({
      direction: 'lower',
      statistics: [{ 'P value': p }],
    });
  });

  test('a day is coded in UCUM', () => {
    const units = loaded()
      .trial.all('Evidence')
      .flatMap(({ statistic = [] }) => statistic.map(({ quantity }) => quantity))
      .filter((quantity) => quantity?.unit === 'days')
      .map((quantity) => `${quantity?.system} ${quantity?.code}`);
    expect(units).toEqual(Array(4).fill('http://unitsofmeasure.org d'));
  });
});

describe('findings in words', () => {
  test('no significant difference in other endpoints', () => {
    const outcome = 'other efficacy or safety secondary endpoints';
    const about = { section: 'Results', outcome, exposure: MSC, reference: PLACEBO };
    expect(evidenceOf(loaded().trial, about)).toEqual({
      direction: 'no-significant-difference',
      assertion: expect.stringMatching(/^No significant differences were observed for other efficacy or/),
    });
  });

  test('no serious adverse events of the treatment in a year, in nobody', () => {
    const harms = evidenceFacts(loaded().trial).filter(({ section }) => section === 'Adverse events');
    expect(harms).toHaveLength(1);
    expect(harms[0]).toMatchObject({
      outcome: 'infusion or treatment-related serious adverse events',
      assertion: expect.stringMatching(/^No infusion or treatment-related serious adverse events occurred/),
    });
    expect(harms[0]).not.toHaveProperty('statistics');
    expect(harms[0]).not.toHaveProperty('reference');
    expect(`${harms[0]?.time} ${harms[0]?.assertion}`).toMatch(/one-year follow-up|1 a/);
  });

  test('the two conclusions', () => {
    const conclusions = evidenceFacts(loaded().trial).filter(({ section }) => section === 'Conclusions');
    expect(conclusions.map(({ assertion }) => assertion)).toEqual([
      expect.stringMatching(/^This study did not meet the primary endpoint .* and hospital discharge\.$/),
      expect.stringMatching(/^Larger studies are warranted .* inflammatory lung disorders\.$/),
    ]);
  });
});

describe('all that is reported', () => {
  test('nothing else: the translation repeats the same and is read no second time', () => {
    const sections = evidenceFacts(loaded().trial).map(({ section }) => section);
    expect(sections.filter((one) => one === 'Results')).toHaveLength(13);
    expect(sections.filter((one) => one === 'Adverse events')).toHaveLength(1);
    expect(sections.filter((one) => one === 'Conclusions')).toHaveLength(2);
    expect(sections).toHaveLength(16);
  });

  test('three P values, no interval, no size of a sample', () => {
    const statistics = evidenceFacts(loaded().trial).flatMap(({ statistics: some = [] }) => some);
    const named = (name: string) => statistics.filter((one) => name in one);
    expect(named('P value')).toHaveLength(3);
    expect(named('confidence interval')).toEqual([]);
    expect(named('interquartile range')).toEqual([]);
    expect(named('of')).toEqual([]);
  });
});
