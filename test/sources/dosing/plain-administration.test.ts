import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/model/fact.ts';
import { plainAdministration } from '../../../src/sources/dosing/plain-administration.ts';
import { locateJson } from '../../../src/sources/located/json.ts';
import { passageOf } from '../../../src/sources/located/passage.ts';
import { valuesOf } from '../record-values.ts';

const AGENT: Fact<string> = {
  value: 'Velmorin',
  words: 'Velmorin',
  derivation: 'stated',
  spans: [{ offset: 0, length: 8 }],
};

/** What is read of a description, without its text and agent. */
const read = (text: string, agent = 'Velmorin') => {
  const tree = locateJson(JSON.stringify({ description: text }));
  if (tree.kind === 'broken') throw new Error(tree.message);
  const found = plainAdministration({ ...AGENT, value: agent }, passageOf(tree.leaves[0]!));
  if (found === undefined) return undefined;
  const { text: _, agent: __, ...rest } = found;
  return valuesOf(rest);
};

const day = { value: '1', unit: 'd' };

describe('dose and timing of a description', () => {
  test.each([
    ['20 mg once daily', { dose: { value: '20', unit: 'mg' }, frequency: 1, interval: day }],
    ['0.50 mg three times a day', { dose: { value: '0.50', unit: 'mg' }, frequency: 3, interval: day }],
    [
      'Velmorin 5 mg tablets BID for 12 weeks',
      {
        dose: { value: '5', unit: 'mg' },
        form: 'tablet',
        frequency: 2,
        interval: day,
        duration: { value: '12', unit: 'wk' },
      },
    ],
    [
      'Daily dose 75 mg p.o.',
      { dose: { value: '75', unit: 'mg' }, route: 'p.o.', frequency: 1, interval: day },
    ],
    [
      '10 mg/kg by IV infusion every 4 weeks',
      {
        dose: { value: '10', unit: 'mg/kg' },
        route: 'IV',
        form: 'infusion',
        frequency: 1,
        interval: { value: '4', unit: 'wk' },
      },
    ],
    [
      '300 mg subcutaneously Q2W',
      {
        dose: { value: '300', unit: 'mg' },
        route: 'subcutaneously',
        frequency: 1,
        interval: { value: '2', unit: 'wk' },
      },
    ],
    [
      '2 g orally every other day for two months',
      {
        dose: { value: '2', unit: 'g' },
        route: 'orally',
        frequency: 1,
        interval: { value: '2', unit: 'd' },
        duration: { value: '2', unit: 'mo' },
      },
    ],
    [
      '5 × 10^6 cells/kg, intravenous',
      { dose: { value: '5000000', unit: 'cells/kg' }, route: 'intravenous' },
    ],
    ['Weekly injection', { form: 'injection', frequency: 1, interval: { value: '1', unit: 'wk' } }],
  ])('“%s” is read', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  const week4 = { value: '4', unit: 'wk' };
  const days21 = { value: '21', unit: 'd' };
  const days28 = { value: '28', unit: 'd' };

  test.each([
    [
      '75 mg/m2 intravenously every 21 days for 6 cycles',
      {
        dose: { value: '75', unit: 'mg/m2' },
        route: 'intravenously',
        frequency: 1,
        interval: days21,
        count: 6,
        cycle: { words: 'for 6 cycles', count: 6 },
      },
    ],
    [
      '1000 mg/m² IV on days 1, 8 and 15 of each 28-day cycle',
      {
        dose: { value: '1000', unit: 'mg/m²' },
        route: 'IV',
        frequency: 3,
        interval: days28,
        cycle: { words: 'on days 1, 8 and 15 of each 28-day cycle', length: days28 },
      },
    ],
    [
      '60 mg twice daily on days 1-5 every 4 weeks',
      {
        dose: { value: '60', unit: 'mg' },
        frequency: 2,
        interval: day,
        duration: { value: '5', unit: 'd' },
        cycle: { words: 'on days 1-5 every 4 weeks', length: week4 },
      },
    ],
    [
      'Velmorin 25 mg orally once daily on days 1 to 21 of every 28-day cycle for six cycles',
      {
        dose: { value: '25', unit: 'mg' },
        route: 'orally',
        frequency: 1,
        interval: day,
        duration: days21,
        cycle: {
          words: 'on days 1 to 21 of every 28-day cycle for six cycles',
          length: days28,
          count: 6,
        },
      },
    ],
    [
      '100 mg on day 1 of a 21-day cycle',
      { dose: { value: '100', unit: 'mg' }, frequency: 1, interval: days21, cycle: { length: days21 } },
    ],
    [
      '30 mg D1, D8 Q21D',
      { dose: { value: '30', unit: 'mg' }, frequency: 2, interval: days21, cycle: { words: 'D1, D8 Q21D' } },
    ],
    [
      '5 mg once daily in 28-day cycles',
      { frequency: 1, interval: day, cycle: { words: 'in 28-day cycles', length: days28 } },
    ],
    ['200 mg every 3 weeks x 4 cycles', { count: 4, interval: { value: '3', unit: 'wk' } }],
    [
      '10 mg on days 1 and 2 for four 21-day cycles',
      { frequency: 2, interval: days21, cycle: { count: 4, length: days21 } },
    ],
    ['10 mg on day 1 for 6 cycles of 21 days', { frequency: 1, cycle: { count: 6, length: days21 } }],
  ])('in cycles, “%s”, is read', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  test.each([
    '20 mg once daily in each cycle',
    '20 mg on days 1-5',
    '20 mg every 21 days for up to 6 cycles',
    '20 mg weekly on days 1, 8 and 15 of each 28-day cycle',
    '20 mg on days 1-5 of each 21-day cycle, then 40 mg on days 1-5 of each 28-day cycle',
    '20 mg on days 8 and 1 of each 28-day cycle',
    '20 mg on days 1-30 of each 28-day cycle',
    '20 mg every 21 days for 4 to 6 cycles',
    '20 mg on days 1 and 8 of cycle 1 and day 1 of cycle 2',
  ])('in cycles, “%s”, is not plain, and nothing is read', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('of a placebo is its own', () => {
    expect(read('Placebo tablet twice daily', 'Placebo')).toEqual({
      form: 'tablet',
      frequency: 2,
      interval: day,
    });
    expect(read('20 mg or matching placebo')).toBeUndefined();
    expect(read('20 mg, placebo once daily')).toBeUndefined();
  });

  test.each([
    'up to 2 mg three times a day (increasing from 0.5 to 1 to 2 mg)',
    '0.005 mcg/kg/min, may be titrated to 0.015 mcg/kg/min',
    '75 mg to 100 mg once daily',
    '5-10 mg daily',
    '10 mg or 20 mg daily',
    '20 mg daily (10 mg once daily for the first 4 weeks)',
    '100 mg on day 1, then 50 mg daily',
    '20 mg once daily in the morning if tolerated',
    'velmorin 20 mg, salt 5 mg',
    'once daily in week 1 and twice daily in week 2',
    '20 mg daily in arm A',
    'A drug that has been studied for 12 weeks',
    'Usual care',
  ])('“%s” is not plain, and nothing is read', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('stands at its words', () => {
    const tree = locateJson('{"interventions":[{"description":"Give \\"20 mg\\" twice daily 😀"}]}');
    if (tree.kind === 'broken') throw new Error(tree.message);
    const found = plainAdministration(AGENT, passageOf(tree.leaves[0]!));
    expect(found?.dose).toMatchObject({
      words: '20 mg',
      spans: [{ offset: 41, length: 5 }],
      path: 'interventions[0].description',
    });
    expect(found?.frequency).toMatchObject({ value: 2, words: 'twice daily', derivation: 'normalised' });
  });
});
