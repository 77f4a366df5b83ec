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
