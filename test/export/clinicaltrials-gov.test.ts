import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clinicalTrialsGov } from '../../src/export/clinicaltrials-gov/record.ts';
import { markedValues } from '../../src/export/marked-value.ts';
import { leavesOf } from '../records/leaves.ts';
import { abstractPage } from '../rest/documents.ts';
import { OLDER_STUDY } from '../sources/clinicaltrials-gov/studies.ts';
import { RETRIEVED } from '../sources/ctis/records.ts';
import { XML } from '../sources/isrctn/records.ts';
import { studyOf } from './study.ts';

const written = (document: string) => {
  const { text, differences } = clinicalTrialsGov(studyOf(document));
  return { record: JSON.parse(text), differences };
};

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => text.isWellFormed() && text.trim() !== '');

const date = fc.constantFrom('2031', '2031-08', '2031-08-09');

const dated = fc.record({ date, type: fc.constantFrom('ACTUAL', 'ESTIMATED') }, { requiredKeys: ['date'] });

const outcome = fc.record(
  { measure: words, description: words, timeFrame: words },
  { requiredKeys: ['measure'] },
);

/** Records as the API gives them, with this or that left out. */
const study = fc.record({
  protocolSection: fc.record(
    {
      identificationModule: fc.record(
        {
          nctId: fc.constant('NCT99999901'),
          briefTitle: words,
          officialTitle: words,
          acronym: words,
          orgStudyIdInfo: fc.record({ id: words }),
        },
        { requiredKeys: ['nctId'] },
      ),
      statusModule: fc.record(
        {
          overallStatus: fc.constantFrom('COMPLETED', 'UNKNOWN', 'SUSPENDED', 'AVAILABLE'),
          whyStopped: words,
          startDateStruct: dated,
          primaryCompletionDateStruct: dated,
          completionDateStruct: dated,
        },
        { requiredKeys: [] },
      ),
      conditionsModule: fc.record({ conditions: fc.uniqueArray(words, { minLength: 1, maxLength: 3 }) }),
      designModule: fc.record(
        {
          studyType: fc.constantFrom('INTERVENTIONAL', 'OBSERVATIONAL', 'EXPANDED_ACCESS'),
          phases: fc.constantFrom(['NA'], ['PHASE1', 'PHASE2'], ['PHASE4']),
          enrollmentInfo: fc.record(
            { count: fc.nat(100_000), type: fc.constantFrom('ACTUAL', 'ESTIMATED') },
            { requiredKeys: ['count'] },
          ),
        },
        { requiredKeys: [] },
      ),
      outcomesModule: fc.record(
        {
          primaryOutcomes: fc.array(outcome, { minLength: 1, maxLength: 2 }),
          otherOutcomes: fc.array(outcome, { minLength: 1, maxLength: 2 }),
        },
        { requiredKeys: [] },
      ),
      unheardOfModule: fc.record({ remark: words, flag: fc.boolean() }),
    },
    { requiredKeys: ['identificationModule'] },
  ),
});

test('A record of any content comes back as it was, and nothing is told', () => {
  fc.assert(
    fc.property(study, (record) => {
      const { record: back, differences } = written(JSON.stringify(record));
      expect(new Map(leavesOf(back).map(({ path, value }) => [path, value]))).toEqual(
        new Map(leavesOf(record).map(({ path, value }) => [path, value])),
      );
      expect(differences).toEqual([]);
    }),
    { numRuns: 60 },
  );
}, 60_000);

describe('A study of which no record in this form was read', () => {
  test('is written by its meaning, in the words of the registry', () => {
    const { record } = written(OLDER_STUDY);
    expect(record.protocolSection).toMatchObject({
      identificationModule: {
        nctId: 'NCT99999901',
        briefTitle: 'Velmorin for Hillside Fever',
        acronym: 'VELO',
        secondaryIdInfos: expect.arrayContaining([{ id: '2031-004711-18', type: 'EUDRACT_NUMBER' }]),
      },
      statusModule: {
        overallStatus: 'TERMINATED',
        whyStopped: 'Too few patients',
        startDateStruct: { date: '2031-08' },
        primaryCompletionDateStruct: { date: '2033-03-05', type: 'ACTUAL' },
        completionDateStruct: { date: '2033-06', type: 'ESTIMATED' },
      },
      sponsorCollaboratorsModule: { leadSponsor: { name: 'Hillside University' } },
      conditionsModule: { conditions: ['Hillside Fever', 'Fever'], keywords: ['velmorin'] },
      designModule: {
        studyType: 'INTERVENTIONAL',
        phases: ['PHASE2'],
        designInfo: {
          allocation: 'RANDOMIZED',
          interventionModel: 'PARALLEL',
          primaryPurpose: 'TREATMENT',
          maskingInfo: { masking: 'DOUBLE', whoMasked: ['PARTICIPANT', 'OUTCOMES_ASSESSOR'] },
        },
        enrollmentInfo: { count: 42, type: 'ACTUAL' },
      },
      armsInterventionsModule: {
        armGroups: [
          { label: 'Velmorin', type: 'EXPERIMENTAL', description: 'Velmorin by mouth' },
          { label: 'Placebo', type: 'PLACEBO_COMPARATOR' },
        ],
        interventions: [
          { name: 'Velmorin', description: '20 mg once daily', armGroupLabels: ['Velmorin'] },
          { name: 'Salt', armGroupLabels: ['Velmorin', 'Placebo'] },
        ],
      },
      outcomesModule: {
        primaryOutcomes: [
          { measure: 'Days of fever', description: 'Above 38 degrees', timeFrame: '30 days' },
        ],
      },
      eligibilityModule: { minimumAge: '18 Years', maximumAge: '70 Years' },
      contactsLocationsModule: {
        locations: [
          { facility: 'Hillside Hospital', city: 'Lowtown', state: 'North', zip: '12345', country: 'Norway' },
          { facility: 'Valley Clinic', city: 'Deep', country: 'Norway' },
        ],
      },
    });
  });

  test('has who answers for it, whom to ask, and how far it is at its sites', () => {
    const { record } = written(XML);
    expect(record.protocolSection.contactsLocationsModule).toEqual({
      overallOfficials: [{ name: 'Dr Ada Quill', role: 'PRINCIPAL_INVESTIGATOR' }],
      centralContacts: [{ name: 'Dr Ada Quill', email: 'ada@velo.invalid' }],
      locations: [{ facility: 'North Hospital', city: 'Leeds', country: 'England' }],
    });
    const states = written(JSON.stringify(RETRIEVED)).record.protocolSection.contactsLocationsModule;
    expect(states.locations).toContainEqual({ country: 'Germany', status: 'RECRUITING' });
    expect(states.locations).toContainEqual(
      expect.objectContaining({
        facility: 'North Hospital',
        contacts: [{ name: 'Ada Quill', email: 'ada@velo.invalid' }],
      }),
    );
  });

  test('tells of each value that came from its source and is not written', () => {
    const source = JSON.stringify(RETRIEVED);
    const { resources } = studyOf(source);
    const { record, differences } = written(source);
    const told = [
      ...leavesOf(record).map(({ value }) => String(value)),
      ...differences.map(({ before }) => before),
    ];
    const words = resources.flatMap((resource) =>
      markedValues(
        resource,
        String(resources.find(({ resourceType }) => resourceType === 'DocumentReference')?.id),
      ),
    );
    expect(words.length).toBeGreaterThan(60);
    const coded = new Set(differences.map(({ expression }) => expression));
    expect(
      words
        .filter(({ words: said, expression }) => !told.includes(said) && !coded.has(expression))
        .map(({ words: said }) => said),
    ).toEqual([]);
  });

  test('has what no record has said told as added, and what has no place as not carried', () => {
    const { differences } = written(abstractPage());
    expect(new Set(differences.map(({ kind }) => kind))).toEqual(new Set(['added', 'not-carried']));
    expect(differences).toContainEqual(
      expect.objectContaining({
        path: 'protocolSection.designModule.designInfo.allocation',
        after: 'RANDOMIZED',
      }),
    );
    expect(differences.filter(({ resource }) => resource?.startsWith('Evidence/')).length).toBeGreaterThan(0);
  });

  test('has nothing that it does not state', () => {
    const { record } = written(abstractPage());
    expect(record.protocolSection.statusModule).toBeUndefined();
    expect(record.protocolSection.designModule.phases).toBeUndefined();
    expect(record.protocolSection.sponsorCollaboratorsModule).toBeUndefined();
  });
});
