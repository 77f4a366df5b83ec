import { describe, expect, test } from 'vitest';
import { evidenceFacts, evidenceOf } from './evidence-facts.ts';
import { loadBeforeAll } from './loaded.ts';
import { addressOf } from './select.ts';

const loaded = loadBeforeAll('000');

describe('mortality', () => {
  const mortality = { section: 'Results', outcome: 'Mortality' };

  test.each([
    ['3 of 11 in the MSC alone group', 'MSC alone group', '3', '11'],
    ['0 of 8 in the MSC plus EV group', 'MSC plus EV group', '0', '8'],
    ['8 of 24 in the control group', 'control group', '8', '24'],
  ])('%s', (_, exposure, affected, n) => {
    expect(evidenceOf(loaded().trial, { ...mortality, exposure })).toEqual({
      n,
      statistics: [{ type: 'count', value: affected, affected, of: n }],
    });
  });

  test.each([
    ['MSC alone', 'MSC alone group', '11', '0.49', '0.14 to 1.11', '0.08'],
    ['MSC plus EV', 'MSC plus EV group', '8', '0.08', '0.005 to 1.26', '0.07'],
  ])(
    '%s against control: the relative risk as reported, without a direction',
    (_, exposure, n, value, interval, p) => {
      const about = { ...mortality, exposure, reference: 'control group' };
      expect(evidenceOf(loaded().trial, about)).toEqual({
        n,
        referenceN: '24',
        statistics: [
          {
            type: 'relative risk',
            value,
            'confidence interval': `0.95: ${interval}`,
            'P value': p,
          },
        ],
      });
    },
  );
});

describe('cytokines', () => {
  test.each([
    ['IL-6', '0.015'],
    ['TNF-α', '0.034'],
    ['IFN-γ', '0.024'],
    ['CRP', '0.041'],
  ])(
    '%s decreased with MSC infusion, P = %s; of no arm, against no group, of no number of people',
    (outcome, p) => {
      const about = { section: 'Results', outcome, exposure: 'MSC infusion' };
      expect(evidenceOf(loaded().trial, about)).toEqual({
        direction: 'decreased',
        statistics: [{ 'P value': p }],
      });
    },
  );

  test('MSC infusion is no arm', () => {
    const { trial } = loaded();
    const exposures = trial.study.comparisonGroup?.flatMap(({ intendedExposure = [] }) => intendedExposure);
    const infusion = trial.all('EvidenceVariable').filter(({ title }) => title === 'MSC infusion');
    expect(infusion).toHaveLength(1);
    expect(exposures?.map(({ reference }) => reference)).not.toContain(addressOf(infusion[0]!));
  });
});

describe('findings in words', () => {
  test('no serious adverse events', () => {
    const about = {
      section: 'Adverse events',
      outcome: 'serious adverse events',
      exposure: 'MSCs and their extracellular vesicles',
    };
    expect(evidenceOf(loaded().trial, about)).toEqual({ assertion: 'no serious adverse events' });
  });

  test('the conclusion', () => {
    expect(evidenceOf(loaded().trial, { section: 'Conclusions' })).toEqual({
      assertion: expect.stringMatching(
        /^MSCs and their .* can significantly reduce .* with no serious adverse events\.$/,
      ),
    });
  });
});

describe('all that is reported', () => {
  test('nine results, one word on safety and one conclusion: nothing else is reported', () => {
    const sections = evidenceFacts(loaded().trial).map(({ section }) => section);
    expect(sections.filter((one) => one === 'Results')).toHaveLength(9);
    expect(sections.filter((one) => one === 'Adverse events')).toHaveLength(1);
    expect(sections.filter((one) => one === 'Conclusions')).toHaveLength(1);
    expect(sections).toHaveLength(11);
  });
});
