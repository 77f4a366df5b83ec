import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/model/fact.ts';
import { decode } from '../../src/sources/decode.ts';
import { designIn } from '../../src/sources/design-words.ts';
import { at } from '../../src/sources/located/get.ts';
import { locateJson } from '../../src/sources/located/json.ts';
import { PROGRESS_STATES, RECRUITMENT_STATES } from '../../src/sources/progress-state.ts';
import { recordDate } from '../../src/sources/record-date.ts';
import { phaseOf } from '../../src/sources/record-design.ts';

describe('a date as registries write it', () => {
  test.each([
    ['2031-05-04', '2031-05-04'],
    ['2031-05', '2031-05'],
    ['2031', '2031'],
    ['2031-05-04T00:00:00.000Z', '2031-05-04'],
    ['2031-05-04T07:23:16.6Z', '2031-05-04T07:23:16.6Z'],
    ['2031-05-04T15:41:19.271', '2031-05-04'],
    ['20310504', '2031-05-04'],
    ['2031/05/04', '2031-05-04'],
    ['04/05/2031', '2031-05-04'],
    ['27/10/1995', '1995-10-27'],
    ['09/18/2031 10:42:00', '2031-09-18'],
    ['May 4, 2031', '2031-05-04'],
    ['24 August 2031', '2031-08-24'],
    ['24-Aug-2031', '2031-08-24'],
    ['08/2031', '2031-08'],
  ])('%s is %s', (words, iso) => {
    expect(recordDate(words)).toBe(iso);
  });

  test.each([
    '2031-02-30',
    '31/02/2031',
    '2031-13',
    '99999999',
    'soon',
    '',
    '2031-05-04 to 2031-06-01',
    '1398-05-12',
    '1398/05/12',
  ])('«%s» is none', (words) => {
    expect(recordDate(words)).toBeUndefined();
  });
});

describe('a phase', () => {
  test.each([
    ['III', 'phase-3'],
    ['Phase III', 'phase-3'],
    ['Phase 1/Phase 2', 'phase-1-phase-2'],
    ['Phase I/II', 'phase-1-phase-2'],
    ['2-3', 'phase-2-phase-3'],
    ['Phase IIb', 'phase-2'],
    ['0', 'early-phase-1'],
    ['Early Phase 1', 'early-phase-1'],
    ['N/A', 'n-a'],
    ['Not Applicable', 'n-a'],
    ['Phase I and Phase II (Integrated)- Other', 'phase-1-phase-2'],
    [
      'Human pharmacology (Phase I): no Therapeutic exploratory (Phase II): yes Therapeutic confirmatory (Phase III): no',
      'phase-2',
    ],
  ])('%s is %s', (words, phase) => {
    expect(phaseOf(words)).toBe(phase);
  });

  test.each(['Not Specified', 'Phase III/IV', 'Other', '', 'I think so'])('«%s» is none', (words) => {
    expect(phaseOf(words)).toBeUndefined();
  });
});

const designed = (words: string): Record<string, string> => {
  const tree = locateJson(JSON.stringify({ design: words }));
  if (tree.kind === 'broken') throw new Error(tree.message);
  return Object.fromEntries(
    Object.entries(designIn(at(tree.root, 'design'))).map(([name, fact]) => [
      name,
      [fact]
        .flat()
        .map((one) => {
          const { value, words: said } = one as Fact<string>;
          return `${value} ← ${said}`;
        })
        .join('; '),
    ]),
  );
};

describe('the words of a study design', () => {
  test('say allocation, masking and model', () => {
    expect(designed('A phase 3, randomized, double-blind, parallel-allocation trial')).toEqual({
      phase: 'phase-3 ← phase 3',
      allocation: 'randomised ← randomized',
      masking: 'double ← double-blind',
      interventionModel: 'parallel ← parallel',
    });
    expect(designed('Randomization: Randomized, Blinding: Not blinded, Assignment: Parallel')).toEqual({
      allocation: 'randomised ← Randomization: Randomized',
      masking: 'none ← Blinding: Not blinded',
      interventionModel: 'parallel ← Parallel',
    });
    expect(designed('Multicentre non-randomised cross-over study')).toEqual({
      allocation: 'non-randomised ← non-randomised',
      interventionModel: 'crossover ← cross-over',
    });
  });

  test('with answers count only where the answer is yes', () => {
    expect(
      designed(
        'Controlled: yes Randomised: yes Open: no Single blind: no Double blind: yes Parallel group: yes Cross over: no',
      ),
    ).toEqual({
      allocation: 'randomised ← Randomised: yes',
      masking: 'double ← Double blind',
      interventionModel: 'parallel ← Parallel',
    });
    expect(designed('Controlled: no Randomised: no Open: yes Single blind: no Double blind: no')).toEqual({
      allocation: 'non-randomised ← Randomised: no',
      masking: 'none ← Open: yes',
    });
  });

  test('say purpose and who does not know, as registries have them', () => {
    expect(
      designed(
        'Allocation: Randomized. Intervention model: Single Group Assignment. Primary purpose: Supportive Care. Masking: Triple (Participant, Care Provider, Outcomes Assessor).',
      ),
    ).toEqual({
      allocation: 'randomised ← Randomized',
      interventionModel: 'single-group ← Single Group',
      primaryPurpose: 'Supportive Care ← Supportive Care',
      masking: 'triple ← Masking: Triple',
      whoMasked:
        'participant ← Participant; care-provider ← Care Provider; outcomes-assessor ← Outcomes Assessor',
    });
    expect(designed('Purpose: Prevention; Masking: Blinded (masking used);Assignment: Single')).toEqual({
      primaryPurpose: 'Prevention ← Prevention',
      masking: 'masked ← Masking: Blinded',
      interventionModel: 'single-group ← Assignment: Single',
    });
    expect(designed('Parallel Group Trial. Participant and Investigator Blinded')).toEqual({
      interventionModel: 'parallel ← Parallel',
      masking: 'masked ← Participant',
      whoMasked: 'participant ← Participant; investigator ← Investigator',
    });
    expect(designed('Open (masking not used), participants not blinded, treatment purpose')).toEqual({
      masking: 'none ← Open (masking not used)',
      primaryPurpose: 'treatment ← treatment',
    });
    expect(designed('An assessor-blinded randomised trial in patients')).toEqual({
      allocation: 'randomised ← randomised',
      masking: 'masked ← assessor',
      whoMasked: 'outcomes-assessor ← assessor',
    });
    expect(
      designed('Double-blinded trial in patients<br>Purpose: Treatment<br>Assignment: Parallel'),
    ).toEqual({
      masking: 'double ← Double-blinded',
      primaryPurpose: 'Treatment ← Treatment',
      interventionModel: 'parallel ← Parallel',
    });
    expect(designed('Allocation: N/A. Observational Model: Cohort. Time Perspective: Prospective')).toEqual({
      allocation: 'n-a ← Allocation: N/A',
      observationalModel: 'cohort ← Observational Model: Cohort',
      timePerspective: 'prospective ← Prospective',
    });
  });

  test('are read quickly, however often they say something', () => {
    for (const words of [
      'participant and ',
      'participants, ',
      'masking: double ',
      'purpose: ',
      ' ',
      'phase 1 - ',
    ])
      expect(() => designed(`x${words.repeat(5_000)}y`)).not.toThrow();
  }, 5_000);

  test('that say two things of one kind say neither', () => {
    expect(designed('A double-blind study with an open-label extension')).toEqual({});
  });
});

test('words that may mean several states are no state', () => {
  expect(PROGRESS_STATES.get('prematurely ended')).toBe('terminated');
  expect(PROGRESS_STATES.get('not recruiting')).toBeUndefined();
  expect(PROGRESS_STATES.get('other')).toBeUndefined();
  expect(PROGRESS_STATES.get('complete')).toBe('completed');
  // Of recruitment.
  expect(RECRUITMENT_STATES.get('complete')).toBe('closed-to-accrual');
  expect(RECRUITMENT_STATES.get('recruiting')).toBe('recruiting');
});

describe('bytes', () => {
  test('are read in the encoding that the document names', () => {
    const xml = '<?xml version="1.0" encoding="ISO-8859-1"?><a>Per\u00fa</a>';
    expect(decode(Buffer.from(xml, 'latin1'))?.text).toBe(xml);
    expect(decode(Buffer.from(xml, 'utf8'))?.text).toBe(xml);
  });

  test('that are not UTF-8 and name nothing are Western European, or no text', () => {
    expect(decode(Buffer.from('Per\u00fa', 'latin1'))?.text).toBe('Per\u00fa');
    expect(decode(Buffer.from([0x50, 0x81, 0xfe, 0x07]))).toBeUndefined();
    expect(
      decode(Buffer.from('<?xml version="1.0" encoding="no-such"?><a>\u00fa</a>', 'latin1')),
    ).toBeUndefined();
  });
});
