import { describe, expect, test } from 'vitest';
import { numbersIn, recordIn, refusalOf, valuesOf } from '../record-values.ts';

interface Country {
  readonly authority?: string;
  readonly number?: string;
  readonly status?: string;
  readonly first?: string;
  readonly more?: string;
}

/** An invented trial's protocol in one country, as the text export has it. */
const protocol = ({
  authority = 'Spain - AEMPS',
  number = '2031-000123-45',
  status = 'Ongoing',
  first = '2031-01-16',
  more = '',
}: Country = {}): string => `Summary
EudraCT Number: ${number}
Sponsor's Protocol Code Number: VELO-1
National Competent Authority: ${authority}
Clinical Trial Type: EEA CTA
Trial Status: ${status}
Date on which this record was first entered in the EudraCT database: ${first}
Link: https://register.invalid/${number}/

A. Protocol Information
A.1 Member State Concerned: ${authority}
A.2 EudraCT number: ${number}
A.3 Full title of the trial: Velortan in chronic migraine
A.3 Full title of the trial (es): Velortan en la migraña
A.3.1 Title of the trial for lay people, in easily understood, i.e. non-technical, language: A study of sleep
A.3.2 Name or abbreviated title of the trial where available: VELO
A.4.1 Sponsor's protocol code number: VELO-1
A.5.2 US NCT (ClinicalTrials.gov registry) number: NCT99999901
A.7 Trial is part of a Paediatric Investigation Plan: Information not present in EudraCT

B. Sponsor Information
Sponsor 1
B.1.1 Name of Sponsor: Invented Pharma
B.1.3.4	Country: Switzerland
B.3.1 and B.3.2	Status of the sponsor: Commercial
B.4.1 Name of organisation providing support: Invented Fund
B.5.1 Name of organisation: Invented Desk
B.5.3.2 Town/ city: Basel
B.5.6 E-mail: desk@velo.invalid

D. IMP Identification
D.IMP: 1
D.1.2 and D.1.3 IMP Role: Test
D.3 Description of the IMP
D.3.1 Product name: Velortan
D.3.4 Pharmaceutical form: Tablet
D.3.7 Routes of administration for this IMP:
Oral use
Sublingual use
D.3.8 to D.3.10 IMP Identification Details (Active Substances)
D.3.8 INN - Proposed INN: velortanum
D.IMP: 2
D.1.2 and D.1.3 IMP Role: Comparator
D.3.1 Product name: Oldamine
D.8 Information on Placebo
D.8 Placebo: 1
D.8.1 Is a Placebo used in this Trial? Yes
D.8.3 Pharmaceutical form of the placebo: Tablet

E. General Information on the Trial
E.1.1 Medical condition(s) being investigated: Chronic migraine
MedDRA Classification
E.1.2 Medical condition or disease under investigation
E.1.2 Version: 40.0
E.1.2 Level: PT
E.1.2 Classification code: 10027599
E.1.2 Term: Migraine
E.2.1 Main objective of the trial: To see whether people sleep
E.2.2 Secondary objectives of the trial: To see whether it hurts
E.3 Principal inclusion criteria: 1. Adults < 70 years & > 18 years;
2. Chronic migraine:
E.1.1 as defined by nobody: this is no field
A.2 nor is this: one
E.4 Principal exclusion criteria: Pregnancy
E.5.1 Primary end point(s): Hours slept
E.5.1.1 Timepoint(s) of evaluation of this end point: 12 weeks
E.5.2 Secondary end point(s): Pain
E.6 and E.7 Scope of the trial
E.6.3 Therapy: Yes
E.6.4 Safety: Yes
E.7 Trial type and phase
E.7.1 Human pharmacology (Phase I): No
E.7.2 Therapeutic exploratory (Phase II): Yes
E.7.3 Therapeutic confirmatory (Phase III): Yes
E.8.1.1 Randomised: Yes
E.8.1.2 Open: No
E.8.1.4 Double blind: Yes
E.8.1.5 Parallel group: Yes
E.8.1.6 Cross over: No
E.8.6.3 If E.8.6.1 or E.8.6.2 are Yes, specify the regions in which trial sites are planned:
United States
Kenya
${more}
F. Population of Trial Subjects
F.1.1.6 Adolescents (12-17 years): Yes
F.1.2 Adults (18-64 years): Yes
F.1.3 Elderly (>=65 years): No
F.2.1 Female: Yes
F.2.2 Male: Yes
F.3.1 Healthy volunteers: No
F.3.3.1 Women of childbearing potential not using contraception : No
(For clinical trials recorded in the database before the 10th March 2011 this question read: "Women of childbearing potential" and
did not include the words "not using contraception".)
F.4.1 In the member state: 5
F.4.2.2 In the whole clinical trial: 240

N. Review by the Competent Authority or Ethics Committee in the country concerned
N. Competent Authority Decision: Authorised
N. Date of Competent Authority Decision: 2031-02-18
N. Ethics Committee Opinion: Reason(s) for unfavourable opinion:
N. Date of Ethics Committee Opinion: 2031-02-03

P. End of Trial
P. End of Trial Status: Ongoing
`;

const EXPORT = `This file contains full details on each clinical trial selected for download.\n\n${protocol()}`;

const told = {
  registry: 'EudraCT',
  identifiers: [
    { value: '2031-000123-45', role: 'own', registry: 'EudraCT' },
    { value: 'NCT99999901', role: 'same-trial', registry: 'NCT' },
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
      contact: { name: 'Invented Pharma', address: 'Switzerland' },
    },
    { role: 'funder', contact: { name: 'Invented Fund' } },
    {
      role: 'contact',
      contact: { affiliation: 'Invented Desk', address: 'Basel', email: 'desk@velo.invalid' },
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
  },
  enrolment: { count: 240, actual: false },
  interventions: [
    { name: 'Velortan', type: 'Test', otherNames: ['velortanum'] },
    { name: 'Oldamine', type: 'Comparator' },
    { name: 'Placebo', description: 'Tablet' },
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
    expect(at.get('/protocol/D.IMP[1]/D.3.7[2]')?.value).toBe('Sublingual use');
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
      EXPORT.replace('Trial Status: Ongoing', 'Trial Status: GB - no longer in EU/EEA'),
    );
    expect(valuesOf(unknown)).not.toHaveProperty('state');
    expect(unknown.remarks.map(({ path }) => path)).toContain('/protocol/Trial Status');
  });

  test('without a EudraCT number is refused', () => {
    expect(refusalOf(EXPORT.replaceAll('2031-000123-45', 'unknown'))).toEqual({
      takenFor: 'a protocol of the EU Clinical Trials Register',
      missing: 'its EudraCT number, in field A.2',
    });
  });
});

const row = (code: string, label: string, answer: string): string =>
  `<tr class="tricell">\n<td class="first">${code}</td><td class="second">${label}</td><td class="third">${answer}</td>\n</tr>`;
const nested = (...rows: readonly string[]): string =>
  `<table border="1" width="100%">${rows.map((one) => `\n<tr>\n${one}\n</tr>`).join('')}\n</table>`;

const PAGE = `<!DOCTYPE html>
<html><head><title>Clinical Trials Register</title><script>var x = "<table class='summary'>";</script></head>
<body><table><tr><td>A.2</td><td>Menu</td><td>Not the trial’s</td></tr></table>
<a name="summary"></a><table class="section summary"><tbody>
<tr><td class="cellGrey">EudraCT Number:</td><td>2031-000123-45</td></tr>
<tr><td class="cellGrey">National Competent Authority:</td><td>Portugal - INFARMED</td></tr>
<tr><td class="cellGrey">Trial Status:</td><td> Completed </td></tr>
</tbody></table>
<table id="section-a" class="section content"><tbody>
${row('A.1', 'Member State Concerned', 'Portugal - INFARMED')}
${row('A.2', 'EudraCT number', '2031-000123-45')}
${row('A.3', 'Full title of the trial', nested('<td width="90%">Velortan &amp; sleep &ndash; a trial</td><td>English</td>', '<td>Velortan e sono</td><td>Portuguese</td>'))}
</tbody></table>
<table id="section-b" class="section content"><tbody>
<tr><td colspan="3" class="cellBlue">B.Sponsor: 1</td></tr>
${row('B.1.1', 'Name of Sponsor', 'Invented Pharma')}
<tr><td colspan="3" class="cellBlue">D.IMP: 1</td></tr>
${row('D.3.1', 'Product name', 'Velortan')}
${row('D.3.7', 'Routes of administration for this IMP', nested('<td>Oral use</td>', '<td>Sublingual use</td>'))}
${row('E.3', 'Principal inclusion criteria', nested('<td width="90%">1) Adults &lt; 70 years<br>2) Chronic migraine</td>'))}
${row('E.7.3', 'Therapeutic confirmatory (Phase III)', ' Yes ')}
${row('E.8.7', 'Trial has a data monitoring committee', ' Information not present in EudraCT ')}
${row('P.', 'Date of the global end of the trial', '2033-04-24')}
</tbody></table></body></html>`;

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
      '/protocol/D.IMP[1]/D.3.7',
      '/protocol/D.IMP[1]/D.3.7[2]',
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
