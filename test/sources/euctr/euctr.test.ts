import { describe, expect, test } from 'vitest';
import { numbersIn, recordIn, refusalOf, valuesOf } from '../record-values.ts';
import { PAGE, protocol } from './protocols.ts';

const EXPORT = `This file contains full details on each clinical trial selected for download.\n\n${protocol()}`;

const told = {
  registry: 'EudraCT',
  identifiers: [
    { value: '2031-000123-45', role: 'own', registry: 'EudraCT' },
    { value: 'NCT99999901', role: 'same-trial', registry: 'NCT' },
    { value: '124-X', role: 'related', assigner: 'IND' },
    { value: 'VELO-1', role: 'organisation' },
  ],
  titles: [
    { text: 'Velortan in chronic migraine', kind: 'official' },
    { text: 'Velortan en la migraña', kind: 'official', language: 'es' },
    { text: 'A study of sleep', kind: 'plain-language' },
    { text: 'VELO', kind: 'short' },
  ],
  parties: [
    {
      role: 'lead-sponsor',
      class: 'Commercial',
      contact: { name: 'Invented Pharma', country: 'Switzerland' },
    },
    { role: 'funder', contact: { name: 'Invented Fund' } },
    {
      role: 'contact',
      contact: { affiliation: 'Invented Desk', city: 'Basel', email: 'desk@velo.invalid' },
    },
  ],
  objectives: [
    { role: 'primary', text: 'To see whether people sleep' },
    { role: 'secondary', text: 'To see whether it hurts' },
  ],
  conditions: [{ text: 'Chronic migraine' }],
  conditionTerms: [{ text: 'Migraine', codes: [{ system: 'meddra', code: '10027599' }] }],
  design: {
    phase: 'phase-2-phase-3',
    allocation: 'randomised',
    masking: 'double',
    interventionModel: 'parallel',
    primaryPurpose: 'Therapy',
    features: expect.arrayContaining([
      'Open: No',
      'Comparator: Placebo: Yes',
      'Number of treatment arms in the trial: 3',
      'Trial has a data monitoring committee: No',
      'Estimated duration: In all countries concerned by the trial years: 2',
    ]),
  },
  scopes: [
    'Clinical trial type: EEA CTA',
    'Therapy',
    'Safety',
    'Others',
    'Other scope of the trial description: Dreams',
  ],
  enrolment: { count: 240, actual: false },
  interventions: [
    {
      name: 'Velortan',
      type: 'Test',
      otherNames: ['velortanum'],
      use: {
        routes: ['Oral use', 'Sublingual use'],
        form: 'Tablet',
        details: ['Concentration: 50 mg milligram(s)', 'Type of concentration: equal'],
      },
    },
    { name: 'Oldamine', type: 'Comparator' },
    { name: 'Placebo', use: { form: 'Tablet' } },
  ],
  outcomes: [
    { role: 'primary', name: 'Hours slept', timeFrame: '12 weeks' },
    { role: 'secondary', name: 'Pain' },
  ],
  eligibility: {
    exclusion: ['Pregnancy'],
    sex: 'all',
    minimumAge: '12 Years',
    maximumAge: '64 Years',
    healthyVolunteers: false,
  },
};

describe('a text export of the EU Clinical Trials Register', () => {
  test('of one country’s protocol is read', () => {
    const found = recordIn(EXPORT);
    expect(valuesOf(found)).toMatchObject({
      ...told,
      state: 'active',
      progress: ['Competent Authority Decision: Authorised'],
      plannedParts: [
        { part: 'Spain', count: 5 },
        { part: 'Adults (18-64 years)', count: 200 },
      ],
      url: 'https://register.invalid/2031-000123-45/',
      milestones: [
        { event: 'registered', date: '2031-01-16' },
        { event: 'decision', date: '2031-02-18' },
        { event: 'ethics-approval', date: '2031-02-03' },
      ],
      sites: [],
      countries: ['Spain', 'United States', 'Kenya'],
    });
  });

  test('goes on with an answer where a line only looks like a field', () => {
    const { inclusion } = recordIn(EXPORT).eligibility;
    expect(inclusion.map(({ value }) => value)).toEqual([
      'Adults < 70 years & > 18 years;',
      'Chronic migraine:',
      'E.1.1 as defined by nobody: this is no field',
      'A.2 nor is this: one',
    ]);
  });

  test('gives each answer its place, and leaves out what the form itself says', () => {
    const { remarks, countries } = recordIn(EXPORT);
    const at = new Map(remarks.map(({ path, value }) => [path, value]));
    expect(at.get('/protocol/F.3.3.1')?.value).toBe('No');
    expect(at.get('/protocol/E.1.2[1]/E.1.2 Level')?.value).toBe('PT');
    expect([...at.keys()].filter((path) => /A\.7|Reason/.test(path))).toEqual([]);
    expect(countries[0]).toMatchObject({ value: 'Spain', words: 'Spain - AEMPS', path: '/protocol/A.1' });
    for (const { value } of remarks)
      expect(
        [...EXPORT].slice(value.spans[0].offset, value.spans[0].offset + value.spans[0].length).join(''),
      ).toBe(value.words);
  });

  test('of several countries is one study, where they agree with all their places', () => {
    const text = [
      protocol(),
      protocol({ authority: 'Germany - BfArM', status: 'Completed', first: '2030-12-01' }),
      protocol({ authority: 'Outside EU/EEA', number: '2031-000123-45-3rd', status: 'Completed' }),
    ].join('\n');
    const found = recordIn(text);
    expect(valuesOf(found)).toMatchObject({
      ...told,
      milestones: expect.arrayContaining([{ event: 'registered', date: '2030-12-01' }]),
      countries: ['Spain', 'Germany', 'United States', 'Kenya'],
      sites: [
        { country: 'Spain', status: 'active' },
        { country: 'Germany', status: 'completed' },
      ],
      plannedParts: expect.arrayContaining([{ part: 'Germany', count: 5 }]),
      design: {
        features: expect.arrayContaining([
          'Number of sites anticipated in Member State concerned (Germany): 7',
          'Number of treatment arms in the trial: 3',
        ]),
      },
    });
    // Its state is not the same everywhere, so that no state is the study's.
    expect(valuesOf(found)).not.toHaveProperty('state');
    expect(found.titles[0]?.text.spans).toHaveLength(3);
    expect(found.identifiers[0].value.spans).toHaveLength(6);
    const other = found.remarks.find(({ path }) => path.startsWith('/protocol[2]/Date on which'));
    expect(other).toBeUndefined();
    expect(found.remarks.map(({ path }) => path)).toContain(
      '/protocol[1]/Date on which this record was first entered in the EudraCT database',
    );
  });

  test('of several trials is read one by one', () => {
    const text = [
      protocol(),
      protocol({ authority: 'Italy - AIFA' }),
      protocol({ number: '2031-000124-46' }),
    ].join('');
    expect(numbersIn(text)).toEqual(['2031-000123-45', '2031-000124-46']);
  });

  test('keeps its answers with other line ends, and in other states', () => {
    expect(valuesOf(recordIn(EXPORT.replaceAll('\n', '\r\n')))).toMatchObject(told);
    const unknown = recordIn(
      EXPORT.replace('Trial Status: Ongoing', 'Trial Status: GB - no longer in EU/EEA').replace(
        'Trial Status: Ongoing',
        'Trial Status: Ongoing?',
      ),
    );
    expect(valuesOf(unknown)).not.toHaveProperty('state');
    expect(valuesOf(unknown)).toMatchObject({
      progress: expect.arrayContaining(['GB - no longer in EU/EEA']),
    });
  });

  test('has what is told in another language only, and phases that are together none of R5’s', () => {
    const found = recordIn(
      EXPORT.replace('E.5.2 Secondary end point(s): Pain', 'E.5.2 Secondary end point(s) (es): Dolor')
        .replace('(Phase II): Yes', '(Phase II): No')
        .replace('(Phase III): Yes', '(Phase III): Yes\nE.7.4 Therapeutic use (Phase IV): Yes'),
    );
    expect(valuesOf(found)).toMatchObject({
      outcomes: [{ name: 'Hours slept' }, { role: 'secondary', name: 'Dolor' }],
      design: { phaseWords: 'Phases 3 and 4' },
    });
    expect(valuesOf(found.design)).not.toHaveProperty('phase');
  });

  test('is known without the heading of its summary, but not by a number alone', () => {
    expect(valuesOf(recordIn(EXPORT.replace('Summary\n', '')))).toMatchObject(told);
    expect(refusalOf('A page\nEudraCT Number: 2031-000123-45\nAnd no form').takenFor).toBe(
      'a text of no known kind',
    );
  });

  test('without a EudraCT number is refused', () => {
    expect(refusalOf(EXPORT.replaceAll('2031-000123-45', 'unknown'))).toEqual({
      takenFor: 'a protocol of the EU Clinical Trials Register',
      missing: 'its EudraCT number, in field A.2',
    });
  });
});

describe('a page of the EU Clinical Trials Register', () => {
  test('is read, its site’s own tables left out', () => {
    const found = recordIn(PAGE);
    expect(valuesOf(found)).toMatchObject({
      identifiers: [{ value: '2031-000123-45', role: 'own' }],
      titles: [
        { text: 'Velortan & sleep – a trial', kind: 'official' },
        { text: 'Velortan e sono', kind: 'official', language: 'pt' },
      ],
      state: 'completed',
      milestones: [{ event: 'completion', date: '2033-04-24' }],
      parties: [{ role: 'lead-sponsor', contact: { name: 'Invented Pharma' } }],
      design: { phase: 'phase-3' },
      interventions: [{ name: 'Velortan' }],
      countries: ['Portugal'],
    });
    expect(found.eligibility.inclusion.map(({ value }) => value)).toEqual([
      'Adults < 70 years',
      'Chronic migraine',
    ]);
    const [title] = found.titles;
    const { offset, length } = title!.text.spans[0];
    expect([...PAGE].slice(offset, offset + length).join('')).toBe('Velortan &amp; sleep &ndash; a trial');
    expect(found.remarks.map(({ path }) => path)).toEqual([
      '/protocol/National Competent Authority',
      '/protocol/E.3',
    ]);
  });

  test('that is cut off is read as far as it goes, or refused', () => {
    expect(valuesOf(recordIn(PAGE.slice(0, PAGE.indexOf('B.1.1'))))).toMatchObject({
      identifiers: [{ value: '2031-000123-45' }],
      parties: [],
    });
    expect(refusalOf(PAGE.slice(0, PAGE.indexOf('EudraCT Number'))).takenFor).toBe(
      'an HTML page without a trial’s abstract',
    );
  });

  test('is read quickly, whatever is opened in it and never closed', () => {
    for (const one of ['<table>', '<tr>', '<td>', '<!--', '<script>', '<table class="'])
      expect(() => recordIn(PAGE.replace('</tbody>', one.repeat(20_000)))).not.toThrow(/timeout/);
  }, 5_000);
});
