import { describe, expect, test } from 'vitest';
import { numbersIn, recordIn, refusalOf, valuesOf } from '../record-values.ts';
import { JSON_RECORD, XML } from './records.ts';

describe('an ISRCTN record', () => {
  test('is read from the API’s XML', () => {
    const { remarks, ...told } = recordIn(XML);
    expect(valuesOf(told)).toMatchObject({
      registry: 'ISRCTN',
      identifiers: [
        { value: 'ISRCTN99999901', role: 'own', registry: 'ISRCTN' },
        { value: '2031-000123-45', role: 'same-trial', registry: 'EudraCT' },
        { value: '345678', role: 'related', type: 'IRAS' },
        { value: 'VELO-1', role: 'organisation' },
      ],
      titles: [
        { text: 'Velortan & sleep', kind: 'brief' },
        { text: 'Velortan for sleep in chronic migraine: a randomised trial', kind: 'official' },
        { text: 'VELO', kind: 'acronym' },
      ],
      state: 'terminated',
      progress: ['Recruitment: Suspended'],
      whyStopped: 'No money',
      milestones: [
        { event: 'registered', date: '2031-01-05' },
        { event: 'ethics-approval', date: '2030-11-30' },
        { event: 'first-enrolment', date: '2031-03-01' },
        { event: 'recruitment-end', date: '2032-03-01' },
        { event: 'completion', date: '2033-02-01' },
        { event: 'last-updated', date: '2031-06-01T10:20:30.123Z' },
      ],
      parties: [
        { role: 'lead-sponsor', class: 'University/education', contact: { name: 'Invented University' } },
        { role: 'funder', contact: { name: 'Invented Fund' } },
        {
          role: 'contact',
          contact: { name: 'Dr Ada Quill', role: 'Scientific', email: 'ada@velo.invalid', city: 'Leeds' },
        },
        { role: 'principal-investigator', contact: { name: 'Dr Ada Quill', role: 'Principal investigator' } },
        { role: 'ethics-committee', contact: { name: 'Invented committee', email: 'ethics@velo.invalid' } },
      ],
      design: {
        studyType: 'interventional',
        phase: 'phase-2-phase-3',
        allocation: 'randomised',
        masking: 'double',
        interventionModel: 'parallel',
        primaryPurpose: 'Treatment',
        features: ['Randomised controlled trial', 'Setting: Hospitals'],
      },
      scopes: ['Quality of life'],
      enrolment: { count: 9, actual: true },
      plannedEnrolment: 62,
      interventions: [{ key: 'velortan', name: 'Velortan', type: 'Drug', description: '50 mg once a day' }],
      outcomes: [
        { role: 'primary', name: 'Hours slept at 12 weeks' },
        { role: 'secondary', name: 'Pain', description: 'VAS', timeFrame: '12 weeks' },
      ],
      eligibility: {
        inclusion: ['Adults', 'Chronic migraine'],
        exclusion: ['Pregnancy'],
        sex: 'female',
        minimumAge: '18 Years',
        healthyVolunteers: true,
      },
      sites: [{ facility: 'North Hospital', city: 'Leeds', country: 'England' }],
      countries: ['England', 'Kenya'],
      references: [
        { kind: 'link', doi: '10.9999/ISRCTN99999901' },
        { kind: 'link', url: 'https://velo.invalid' },
        { kind: 'citation', text: '2034 results in https://paper.invalid' },
        {
          kind: 'link',
          url: 'https://paper.invalid',
          text: 'Results',
          type: 'resultsarticle',
          date: '2034-01-01',
        },
      ],
    });
    const rest = remarks.map(({ path, value }) => [path.split('/').at(-1), value.value]);
    expect(rest).toEqual(
      expect.arrayContaining([
        ['clinicalTrialsGovNumber', 'Nil known'],
        ['forename', 'Ada'],
        ['ageRange', 'Adult'],
        ['@numberType', 'Sponsor'],
      ]),
    );
  });

  test('has all the places of a number that it gives twice', () => {
    const number = recordIn(XML).identifiers[1]!.value;
    expect(
      number.spans.map(({ offset, length }) => [...XML].slice(offset, offset + length).join('')),
    ).toEqual(['2031-000123-45', '2031-000123-45']);
  });

  test('is read from JSON, where a list of one has no brackets and what is empty is a blank', () => {
    const told = recordIn(JSON_RECORD);
    expect(valuesOf(told)).toMatchObject({
      identifiers: [
        { value: 'ISRCTN99999901', role: 'own' },
        { value: 'VELO-1', role: 'related' },
      ],
      titles: [{ text: 'Velortan & sleep', kind: 'brief' }],
      enrolment: { count: 340, actual: false },
      interventions: [{ name: 'Behavioural', description: 'Talks' }],
      outcomes: [{ role: 'primary', name: 'Hours slept' }],
      sites: [{ facility: 'North Hospital' }],
      countries: ['England'],
    });
    expect(told.enrolment?.count.words).toBe('Planned Sample Size: 340; UK Sample Size: 340');
    // Nobody knows yet how many there will have been: 0 is no number of people.
    expect(told.remarks.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['participants.totalFinalEnrolment', 'interventions.intervention.phase']),
    );
    expect(valuesOf(told.design)).not.toHaveProperty('phase');
  });

  test('of the newer kind has its outcomes and limits in parts', () => {
    const newer = {
      ...JSON_RECORD,
      trialDescription: {
        title: 'Velortan',
        primaryOutcomes: {
          outcomeMeasure: [
            { variable: 'Sleep', method: 'Diary', timepoints: '12 weeks' },
            { variable: 'Naps' },
          ],
        },
        secondaryOutcomes: 'Pain',
      },
      participants: {
        lowerAgeLimit: { unit: 'years', value: '18.0' },
        recruitmentStatusOverride: 'Completed',
      },
    };
    expect(valuesOf(recordIn(newer))).toMatchObject({
      state: 'closed-to-accrual',
      outcomes: [
        { role: 'primary', name: 'Sleep', description: 'Diary', timeFrame: '12 weeks' },
        { role: 'primary', name: 'Naps' },
        { role: 'secondary', name: 'Pain' },
      ],
      eligibility: { minimumAge: '18.0 years' },
    });
  });

  test.each([
    ['Not Applicable', { phase: 'n-a' }],
    ['Phase III/IV', { phaseWords: 'Phase III/IV' }],
    ['Phase 0', { phase: 'early-phase-1' }],
  ])('of the phase %s has it', (phase, expected) => {
    const document = { ...JSON_RECORD, interventions: { intervention: { interventionType: 'Drug', phase } } };
    expect(valuesOf(recordIn(document).design)).toMatchObject(expected);
  });

  test('of the newest kind has its design in fields', () => {
    const document = {
      ...JSON_RECORD,
      trialDesign: {
        primaryStudyDesign: 'Other',
        allocation: 'Randomized controlled trial',
        masking: 'Blinded (masking used)',
        control: 'Placebo',
        assignment: 'Parallel',
        purpose: 'Prevention',
      },
    };
    expect(valuesOf(recordIn(document))).toMatchObject({
      design: {
        allocation: 'randomised',
        masking: 'masked',
        interventionModel: 'parallel',
        primaryPurpose: 'Prevention',
        features: expect.arrayContaining(['Control: Placebo']),
      },
      scopes: ['Other'],
    });
  });

  test('of which there are several in a document is read one by one', () => {
    const other = XML.replace('>99999901<', '>99999902<');
    expect(numbersIn(`<allTrials totalCount="2">${XML}${other}</allTrials>`)).toEqual([
      'ISRCTN99999901',
      'ISRCTN99999902',
    ]);
    expect(numbersIn(`<allTrials totalCount="2">${XML.slice(0, 900)}</allTrials>`)).toEqual(['broken XML']);
  });

  test.each([
    ['no number', { ...JSON_RECORD, isrctn: '' }, 'its number, at isrctn'],
    ['a number of another form', { ...JSON_RECORD, isrctn: '123' }, 'its number, at isrctn'],
    [
      'people as a text',
      { ...JSON_RECORD, participants: 'some' },
      'an object at participants, where a string stands',
    ],
    [
      'a title as a list',
      { ...JSON_RECORD, trialDescription: { title: ['a'] } },
      'a value at trialDescription.title, where a list stands',
    ],
  ])('with %s is refused', (_, document, missing) => {
    expect(refusalOf(document)).toEqual({ takenFor: 'a record of ISRCTN', missing });
  });
});
