import { describe, expect, test } from 'vitest';
import { evidenceFacts, evidenceOf } from './evidence-facts.ts';
import { loadBeforeAll } from './loaded.ts';
import { derivationOf } from './mark.ts';

const MSC = 'MSC group';
const CONTROLS = 'matched control patients';
const TEST = [{ text: 'paired statistical tests' }];

const loaded = loadBeforeAll('004');

const ofEight = (affected: string) => ({
  n: '8',
  statistics: [{ type: 'count', value: affected, affected, of: '8' }],
});

describe('breathing support: what was at entry and what came are two facts', () => {
  const atEntry = { section: 'Baseline', time: 'baseline', exposure: MSC };

  test('7 of 8 had high-flow nasal oxygen at entry', () => {
    const about = { ...atEntry, outcome: 'high-flow nasal oxygen' };
    expect(evidenceOf(loaded().trial, about)).toEqual(ofEight('7'));
  });

  test('1 of 8 was ventilated at entry', () => {
    const about = { ...atEntry, outcome: 'invasive mechanical ventilation' };
    expect(evidenceOf(loaded().trial, about)).toEqual(ofEight('1'));
  });

  test('3 of 8 required ventilation overall', () => {
    const about = { section: 'Results', outcome: 'invasive mechanical ventilation', exposure: MSC };
    expect(evidenceOf(loaded().trial, about)).toEqual(ofEight('3'));
  });

  test('1 of 8 required ECMO', () => {
    const about = { section: 'Results', outcome: 'extracorporeal membrane oxygenation', exposure: MSC };
    expect(evidenceOf(loaded().trial, about)).toEqual(ofEight('1'));
  });

  test('all had a favorable outcome, in words', () => {
    const about = { section: 'Results', outcome: 'favorable outcome', exposure: MSC };
    expect(evidenceOf(loaded().trial, about)).toEqual({
      n: '8',
      assertion: 'all patients ultimately had a favorable outcome',
    });
  });
});

describe('survival', () => {
  const survival = { section: 'Results', outcome: 'Survival' };

  test.each([
    ['100 % of the treated at 28 days', '28 d', MSC, '100', '8'],
    ['79.2 % of the controls at 28 days', '28 d', CONTROLS, '79.2', '24'],
    ['100 % of the treated at 60 days', '60 d', MSC, '100', '8'],
    ['70.8 % of the controls at 60 days', '60 d', CONTROLS, '70.8', '24'],
  ])('%s', (_, time, exposure, value, of) => {
    expect(evidenceOf(loaded().trial, { ...survival, time, exposure })).toEqual({
      n: of,
      statistics: [{ type: 'proportion', value: `${value} %`, of }],
    });
  });

  test.each([
    ['28', '0.025'],
    ['60', '0.0082'],
  ])('higher in the treated at %s days, p = %s, by paired statistical tests in words', (days, p) => {
    const about = { ...survival, time: `${days} d`, exposure: MSC, reference: CONTROLS };
    expect(evidenceOf(loaded().trial, about)).toEqual({
      n: '8',
      referenceN: '24',
      direction: 'higher',
      statistics: [{ 'P value': p, test: TEST }],
    });
  });

  test('since when the days are counted is not stated', () => {
    expect(evidenceFacts(loaded().trial).filter((fact) => 'event' in fact)).toEqual([]);
  });
});

describe('D-dimer on day 7', () => {
  const dDimer = { section: 'Results', outcome: 'D-dimer value', time: '7 d' };

  test.each([
    ['821.0 [362.0 to 1305.0] µg/L in the treated', MSC, '8', '821.0', '362.0', '1305.0'],
    ['3553 [1155.0 to 6433.5] µg/L in the controls', CONTROLS, '24', '3553', '1155.0', '6433.5'],
  ])('median and quartiles: %s', (_, exposure, of, median, low, high) => {
    expect(evidenceOf(loaded().trial, { ...dDimer, exposure })).toEqual({
      n: of,
      statistics: [
        {
          type: 'median',
          value: `${median} µg/L`,
          of,
          'interquartile range': `${low} µg/L to ${high} µg/L`,
        },
      ],
    });
  });

  test('its unit is coded in UCUM', () => {
    const quantities = loaded()
      .trial.all('Evidence')
      .flatMap(({ statistic = [] }) => statistic.map(({ quantity }) => quantity))
      .filter((quantity) => quantity?.unit === 'µg/L');
    expect(quantities.map((quantity) => `${quantity?.system} ${quantity?.code}`)).toEqual([
      'http://unitsofmeasure.org ug/L',
      'http://unitsofmeasure.org ug/L',
    ]);
  });

  test('lower in the treated, p = 0.0085, by paired statistical tests in words', () => {
    expect(evidenceOf(loaded().trial, { ...dDimer, exposure: MSC, reference: CONTROLS })).toEqual({
      n: '8',
      referenceN: '24',
      direction: 'lower',
      statistics: [{ 'P value': '0.0085', test: TEST }],
    });
  });
});

describe('no significant difference', () => {
  test.each([
    'need for mechanical ventilation',
    'number of invasive ventilation-free days',
    'high flow nasal oxygenation-free days',
    'oxygen support-free days',
    'ICU-free days',
  ])('in %s, in words and without a number', (outcome) => {
    const about = { section: 'Results', outcome, exposure: MSC, reference: CONTROLS };
    expect(evidenceOf(loaded().trial, about)).toEqual({
      n: '8',
      referenceN: '24',
      direction: 'no-significant-difference',
      assertion: expect.stringMatching(
        /^no significant difference was observed in the need for .* ICU-free days\.?$/,
      ),
    });
  });

  test('these are five', () => {
    const none = evidenceFacts(loaded().trial).filter(
      ({ direction }) => direction === 'no-significant-difference',
    );
    expect(none).toHaveLength(5);
  });
});

describe('harms', () => {
  test('1 of 8 had an ischemic stroke', () => {
    const outcome = 'ischemic stroke related to aortic endocarditis';
    const about = { section: 'Adverse events', outcome, exposure: MSC };
    expect(evidenceOf(loaded().trial, about)).toEqual(ofEight('1'));
  });

  test.each([
    ['adverse effect related to MSC infusions', 'no adverse effect related to MSC infusions were reported'],
    ['well tolerated', 'MSC infusions were well tolerated'],
  ])('%s: in words, without a number', (outcome, assertion) => {
    const about = { section: 'Adverse events', outcome, exposure: 'MSC infusions' };
    expect(evidenceOf(loaded().trial, about)).toEqual({ assertion });
  });
});

describe('all that is reported', () => {
  test('the two conclusions', () => {
    const conclusions = evidenceFacts(loaded().trial).filter(({ section }) => section === 'Conclusions');
    expect(conclusions).toEqual([
      {
        section: 'Conclusions',
        assertion: expect.stringMatching(
          /^BM-MSC therapy is safe .* compared to matched control patients\.$/,
        ),
      },
      {
        section: 'Conclusions',
        assertion: expect.stringMatching(/^These observations need to be confirmed .* in COVID-19 ARDS\.$/),
      },
    ]);
  });

  test('nothing else is reported', () => {
    const sections = evidenceFacts(loaded().trial).map(({ section }) => section);
    expect(sections.filter((one) => one === 'Baseline')).toHaveLength(2);
    expect(sections.filter((one) => one === 'Results')).toHaveLength(17);
    expect(sections.filter((one) => one === 'Adverse events')).toHaveLength(3);
    expect(sections.filter((one) => one === 'Conclusions')).toHaveLength(2);
    expect(sections).toHaveLength(24);
  });

  test('8 of those looked at is derived from those treated, in every result but those at entry', () => {
    const counts = loaded()
      .trial.all('Evidence')
      .flatMap(({ title, statistic = [] }) => statistic.map(({ sampleSize }) => ({ title, sampleSize })))
      .filter(({ title, sampleSize }) => sampleSize?.knownDataCount === '8' && !title?.includes('baseline'));
    expect(counts).toHaveLength(6);
    for (const { sampleSize } of counts) expect(derivationOf(sampleSize?._knownDataCount)).toBe('derived');
  });
});
