import { describe, expect, test } from 'vitest';
import { recordIn, refusalOf, valuesOf } from '../record-values.ts';
import { FLATTENED, RETRIEVED } from './records.ts';

const told = {
  registry: 'CTIS',
  identifiers: [
    { value: '2031-500123-45-00', role: 'own' },
    { value: '2030-000123-45', role: 'same-trial', registry: 'EudraCT' },
    { value: 'NCT99999901', role: 'same-trial', registry: 'NCT' },
    { value: 'U1111-2222-3333', role: 'related', type: 'UTN' },
    { value: 'jRCT2031310001', role: 'same-trial', registry: 'jRCT', assigner: 'jRCT' },
    { value: '2029-000001-11', role: 'related', registry: 'EudraCT' },
  ],
  titles: [
    { text: 'Velortan against placebo in chronic migraine', kind: 'official' },
    { text: 'A study of sleep', kind: 'plain-language' },
    { text: 'VELO', kind: 'short' },
    { text: 'Velortan gegen Placebo', kind: 'official', language: 'de' },
  ],
  state: 'recruiting',
  objectives: [
    { role: 'primary', text: 'To see whether people sleep' },
    { role: 'secondary', text: 'To see whether it hurts' },
  ],
  conditions: [{ text: 'Chronic migraine' }],
  conditionTerms: [{ text: 'Migraine', codes: [{ system: 'meddra', code: '10027599' }] }],
  keywords: [{ text: 'Nervous system' }],
  design: {
    phase: 'phase-2-phase-3',
    allocation: 'randomised',
    whoMasked: ['participant'],
    features: ['Blinding method: 2', 'Period: Run-in', 'Blinding: Like tablets', 'Blinded: Monitor'],
  },
  scopes: ['Scope: 5', 'Scope: 13', 'Other scope: Dreams', 'Low-intervention trial'],
  enrolment: { count: 240, actual: false },
  arms: [{ key: 'velortan-arm', name: 'Velortan arm', description: '50 mg' }],
  interventions: [
    {
      name: 'Velortan 50 mg',
      type: 'Test',
      otherNames: ['VELORTAN'],
      use: {
        routes: ['ORAL USE'],
        form: 'TABLET',
        maximumDailyDose: { amount: '100', unit: 'mg milligram(s)' },
        details: ['Strength: 50 mg', 'Maximum total dose: 8400 mg milligram(s)'],
      },
    },
    { name: 'Velortan placebo', type: 'Placebo' },
  ],
  outcomes: [
    { role: 'primary', name: 'Hours slept' },
    { role: 'secondary', name: 'Pain' },
  ],
  eligibility: {
    inclusion: ['Adults'],
    exclusion: ['Pregnancy'],
    sex: 'female',
    minimumAge: '18 Years',
    healthyVolunteers: true,
  },
  plannedParts: [{ part: 'Germany', count: 40 }],
  sites: expect.arrayContaining([
    { country: 'Germany', status: 'recruiting', contacts: [] },
    expect.objectContaining({
      facility: 'North Hospital',
      address: 'Way 1',
      city: 'Ulm',
      postalCode: '89001',
      country: 'Germany',
      contacts: [{ name: 'Ada Quill', affiliation: 'Neurology', email: 'ada@velo.invalid' }],
    }),
  ]),
  countries: expect.arrayContaining(['Germany', 'Kenya']),
  parties: [
    {
      role: 'lead-sponsor',
      class: 'Pharmaceutical company',
      contact: {
        name: 'Invented Pharma',
        address: '1 Street',
        city: 'Basel',
        postalCode: '4057',
        country: 'Switzerland',
      },
    },
    {
      role: 'contact',
      contact: { name: 'Trial desk', role: 'Public', email: 'desk@velo.invalid', phone: '+41 1' },
    },
    { role: 'collaborator', contact: { name: 'Invented University' } },
    { role: 'funder', contact: { name: 'Invented Fund' } },
  ],
};

describe('a CTIS record', () => {
  test.each([
    ['as the API gives it', RETRIEVED],
    ['as the API gave it before', FLATTENED],
  ])('is read %s', (_, document) => {
    expect(valuesOf(recordIn(document))).toMatchObject(told);
  });

  test('says when it was decided on, begun and to end', () => {
    expect(valuesOf(recordIn(RETRIEVED).milestones)).toEqual([
      { event: 'decision', date: '2031-02-01' },
      { event: 'first-posted', date: '2031-02-02' },
      { event: 'start', date: '2031-03-05', actual: true },
      { event: 'first-enrolment', date: '2031-03-01', actual: false },
      { event: 'completion', date: '2033-02-01', actual: false },
      { event: 'recruitment-start', date: '2031-03-20', place: 'Germany' },
      { event: 'halt', date: '2031-06-01', place: 'Germany' },
    ]);
    expect(valuesOf(recordIn(FLATTENED).milestones)).toEqual(
      expect.arrayContaining([
        { event: 'decision', date: '2031-02-01' },
        { event: 'decision', date: '2031-02-01', place: 'DE' },
      ]),
    );
  });

  test('keeps its own words for how far the trial is where they are no state', () => {
    const record = recordIn({ ...RETRIEVED, ctPublicStatusCode: 10 });
    expect(valuesOf(record)).toMatchObject({ state: 'approved', progress: ['Status code: 10'] });
    expect(valuesOf(recordIn(RETRIEVED))).toMatchObject({ state: 'recruiting', progress: ['Authorised'] });
    expect(valuesOf(record.sites)).toContainEqual({ country: 'Malta', statusWords: 'Revoked', contacts: [] });
  });

  test('names documents and papers', () => {
    expect(valuesOf(recordIn(RETRIEVED).references)).toEqual([
      { kind: 'citation', pmid: '39999999' },
      { kind: 'document', text: 'Protocol', type: 'Protocol (for publication)' },
    ]);
  });

  test('keeps in remarks what it has no word for', () => {
    const paths = recordIn(FLATTENED).remarks.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'authorizedPartI.rowCountriesInfo[0].isoAlpha2Code',
        'authorizedPartI.trialDetails.clinicalTrialIdentifiers.fullTitleTranslations[1].attributeTranslation',
        'applications[0].partI.trialDetails.clinicalTrialIdentifiers.fullTitle',
      ]),
    );
  });

  test('may lack all but its number and the first part', () => {
    const bare = { ctNumber: '2031-500123-45-01', authorizedApplication: { authorizedPartI: { id: 3 } } };
    expect(valuesOf(recordIn(bare))).toMatchObject({
      identifiers: [{ value: '2031-500123-45-01' }],
      titles: [],
      outcomes: [],
    });
  });

  test('plans as many people as all states and the rest of the world do, where it gives no total', () => {
    const planned = (counts: readonly (number | null)[], row: number | null): object => {
      const { totalNumberEnrolled: _, ...document } = structuredClone(RETRIEVED);
      const application = document.authorizedApplication as Record<string, unknown>;
      application.authorizedPartsII = counts.map((recruitmentSubjectCount) => ({ recruitmentSubjectCount }));
      (application.authorizedPartI as Record<string, unknown>).rowSubjectCount = row;
      return document;
    };
    const { enrolment, remarks } = recordIn(planned([30, 12], 8));
    expect(enrolment?.count).toMatchObject({ value: 50, derivation: 'derived' });
    expect(enrolment?.count.spans).toHaveLength(3);
    expect(remarks.map(({ value }) => value.words)).toEqual(expect.arrayContaining(['30', '12']));
    expect(recordIn(planned([30, null], 8)).enrolment).toBeUndefined();
    expect(recordIn(planned([], 8)).enrolment).toBeUndefined();
  });

  test('of age groups that are no neighbours states no bounds', () => {
    const document = structuredClone(RETRIEVED) as typeof RETRIEVED;
    const people =
      document.authorizedApplication.authorizedPartI.trialDetails.trialInformation.populationOfTrialSubjects;
    people.ageRanges = [{ ageRangeCategoryCode: '2' }, { ageRangeCategoryCode: '4' }];
    const eligibility = valuesOf(recordIn(document).eligibility);
    expect(eligibility).not.toHaveProperty('minimumAge');
    expect(eligibility).not.toHaveProperty('maximumAge');
  });

  test.each([
    [{ ctNumber: '2031-500123-45-00' }, /^its number, at ctNumber, or the first part/],
    [{ ...RETRIEVED, ctNumber: 'NCT99999901' }, /^its number, at ctNumber/],
    [
      { ...RETRIEVED, authorizedApplication: 'none' },
      /an object at authorizedApplication, where a string stands/,
    ],
    [
      { ...RETRIEVED, ctStatus: { code: 1 }, ctPublicStatusCode: null },
      /a value at ctStatus, where an object stands/,
    ],
  ])('that is not built as one is refused', (document, missing) => {
    const refusal = refusalOf(document);
    expect(refusal.takenFor).toBe('a record of CTIS');
    expect(refusal.missing).toMatch(missing);
  });

  test('that is cut off is refused with its place', () => {
    const text = JSON.stringify(RETRIEVED);
    expect(refusalOf(text.slice(0, 500))).toEqual({
      takenFor: 'broken JSON',
      missing: expect.stringMatching(/^a record without faults: at line 1, column 501, the text ends/),
    });
  });
});
