import { describe, expect, test } from 'vitest';
import { recordIn, valuesOf } from '../record-values.ts';

const study = (content: string): string =>
  `<clinical_study><id_info><nct_id>NCT99999901</nct_id></id_info>${content}</clinical_study>`;

const measure = (title: string, cells: string, about = ''): string =>
  `<measure><title>${title}</title><units>participants</units><param>Number</param>${about}<category_list><category>${cells}</category></category_list></measure>`;

const cells = (...values: readonly string[]): string =>
  `<measurement_list>${values.map((value) => `<measurement group_id="${value.charAt(0)}1" value="${value.slice(1)}"/>`).join('')}</measurement_list>`;

describe('the older XML as it was before 2017', () => {
  test.each([
    [
      'Allocation: Randomized, Endpoint Classification: Safety Study, Intervention Model: Parallel Assignment, Masking: Double Blind (Subject, Caregiver), Primary Purpose: Treatment',
      {
        allocation: 'randomised',
        interventionModel: 'parallel',
        masking: 'double',
        whoMasked: ['participant', 'care-provider'],
        primaryPurpose: 'TREATMENT',
      },
    ],
    [
      'Intervention Model: Single Group Assignment, Masking: Open Label',
      { interventionModel: 'single-group', masking: 'none', whoMasked: [] },
    ],
    [
      'Observational Model: Case Control, Time Perspective: Prospective',
      { observationalModel: 'case-control', timePerspective: 'prospective', whoMasked: [] },
    ],
    ['Masking: By lot', { whoMasked: [] }],
  ])('tells the design in one value: %s', (words, expected) => {
    const { design, remarks } = recordIn(study(`<study_design>${words}</study_design>`));
    expect(valuesOf(design)).toEqual({ features: [], ...expected });
    expect(remarks.map(({ value }) => value.value)).toContain(words);
  });

  test('has an end, a state that was known last, and a target duration', () => {
    const record = recordIn(
      study(
        '<overall_status>Unknown status</overall_status><last_known_status>Recruiting</last_known_status><end_date>May 2033</end_date><target_duration>2 Years</target_duration>',
      ),
    );
    expect(valuesOf(record)).toMatchObject({
      progress: ['UNKNOWN', 'Last known status: RECRUITING'],
      milestones: [{ event: 'completion', date: '2033-05' }],
      design: { features: ['Target duration: 2 Years'] },
    });
  });

  test('counts the people looked at as a measure', () => {
    const { results } = recordIn(
      study(`<clinical_results>
        <baseline>
          <group_list><group group_id="B1"><title>Salt</title></group></group_list>
          <measure_list>${measure('Number of Participants', cells('B20'))}${measure('Gender', `<sub_title>Female</sub_title>${cells('B9')}`)}</measure_list>
        </baseline>
        <outcome_list><outcome>
          <type>Primary</type><title>Days</title>
          <group_list><group group_id="O1"><title>Salt</title></group></group_list>
          <measure_list>${measure('Number of Participants Analyzed', cells('O19'))}${measure('Days', cells('O3.0'))}</measure_list>
        </outcome></outcome_list>
      </clinical_results>`),
    );
    expect(valuesOf(results?.baseline)).toMatchObject({
      denominators: [{ units: 'Participants', counts: [{ group: 'BG000', value: '20' }] }],
      measures: [
        {
          title: 'Gender',
          classes: [{ categories: [{ title: 'Female', measurements: [{ group: 'BG000', value: '9' }] }] }],
        },
      ],
    });
    expect(valuesOf(results?.outcomes)).toMatchObject([
      {
        title: 'Days',
        reportingStatus: 'POSTED',
        denominators: [{ units: 'Participants', counts: [{ group: 'OG000', value: '19' }] }],
        classes: [{ categories: [{ measurements: [{ group: 'OG000', value: '3.0' }] }] }],
      },
    ]);
  });

  test('has dates under other names', () => {
    const { milestones } = recordIn(
      study(
        '<firstreceived_date>September 6, 2031</firstreceived_date><lastchanged_date>October 2031</lastchanged_date>',
      ),
    );
    expect(valuesOf(milestones)).toEqual([
      { event: 'first-submitted', date: '2031-09-06' },
      { event: 'update-submitted', date: '2031-10' },
    ]);
  });
});

describe('a text block', () => {
  const summary = (block: string): unknown =>
    valuesOf(recordIn(study(`<brief_summary><textblock>${block}</textblock></brief_summary>`)).summary);

  test.each([
    ['\n      One line\n      goes on.\n\n      Another.\n    ', 'One line goes on.\n\nAnother.'],
    ['\n        -  a\n\n        -  b\n           goes on\n\n      End.', '* a\n* b goes on\n\nEnd.'],
    [
      '\n      List:\n\n        1. a\n\n             -  b\n\n             -  c\n\n        2. d\n',
      'List:\n\n1. a\n\n   * b\n   * c\n2. d',
    ],
    ['p &lt; 0.05 [two-sided] * 10^3', 'p \\< 0.05 \\[two-sided\\] \\* 10\\^3'],
    ['plain', 'plain'],
  ])('%j is written as the API writes it', (block, expected) => {
    expect(summary(block)).toBe(expected);
  });

  test('keeps the words of the record', () => {
    const { summary: fact } = recordIn(
      study('<brief_summary><textblock> a\n  b </textblock></brief_summary>'),
    );
    expect(fact).toMatchObject({ value: 'a b', words: 'a\n  b', derivation: 'normalised' });
  });
});
