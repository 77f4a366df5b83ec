import { describe, expect, test } from 'vitest';
import { numbersIn, recordIn, refusalOf, valuesOf } from '../record-values.ts';

/** An invented trial, as the API's XML has it. */
const XML = `<fullTrial xmlns="http://www.67bricks.com/isrctn">
  <trial lastUpdated="2031-06-01T10:20:30.123Z" version="4">
    <isrctn dateAssigned="2031-01-05T00:00:00.000Z">99999901</isrctn>
    <trialDescription>
      <acknowledgment>true</acknowledgment>
      <title>Velortan &amp; sleep</title>
      <scientificTitle>Velortan for sleep in chronic migraine: a randomised trial</scientificTitle>
      <acronym>VELO</acronym>
      <studyHypothesis>Velortan lets people sleep.</studyHypothesis>
      <plainEnglishSummary>We look at sleep.</plainEnglishSummary>
      <primaryOutcomes/>
      <primaryOutcome>Hours slept at 12 weeks</primaryOutcome>
      <secondaryOutcomes><outcome><variable>Pain</variable><method>VAS</method><timepoints>12 weeks</timepoints></outcome></secondaryOutcomes>
      <secondaryOutcome/>
      <trialWebsite>https://velo.invalid</trialWebsite>
      <ethicsCommittees><ethicsCommittee approvalStatus="approved"><committeeName>Invented committee</committeeName><contactDetails><email>ethics@velo.invalid</email></contactDetails></ethicsCommittee></ethicsCommittees>
    </trialDescription>
    <externalRefs>
      <doi>10.9999/ISRCTN99999901</doi>
      <eudraCTNumber>2031-000123-45</eudraCTNumber>
      <irasNumber>345678</irasNumber>
      <clinicalTrialsGovNumber>Nil known</clinicalTrialsGovNumber>
      <protocolSerialNumber>VELO-1</protocolSerialNumber>
      <secondaryNumbers><secondaryNumber id="a" numberType="eudract">2031-000123-45</secondaryNumber><secondaryNumber id="b" numberType="Sponsor">VELO-1</secondaryNumber></secondaryNumbers>
    </externalRefs>
    <trialDesign>
      <studyDesign>Multicentre double-blind randomised parallel trial</studyDesign>
      <primaryStudyDesign>Interventional</primaryStudyDesign>
      <secondaryStudyDesign>Randomised controlled trial</secondaryStudyDesign>
      <trialTypes><trialType>Treatment</trialType><trialType>Quality of life</trialType></trialTypes>
      <overallStatusOverride>Stopped</overallStatusOverride>
      <reasonAbandoned>No money</reasonAbandoned>
      <overallEndDate>2033-02-01T00:00:00.000Z</overallEndDate>
    </trialDesign>
    <participants>
      <recruitmentCountries><country>England</country><country>Kenya</country></recruitmentCountries>
      <trialCentres><trialCentre id="c"><name>North Hospital</name><city>Leeds</city><country>England</country><zip>-</zip></trialCentre></trialCentres>
      <participantTypes><participantType>Healthy volunteer</participantType><participantType>Patient</participantType></participantTypes>
      <inclusion>1. Adults\n2. Chronic migraine</inclusion>
      <ageRange>Adult</ageRange>
      <lowerAgeLimit unit="years" value="18.0">18 Years</lowerAgeLimit>
      <gender>Female</gender>
      <targetEnrolment>62</targetEnrolment>
      <totalFinalEnrolment>9</totalFinalEnrolment>
      <exclusion>Pregnancy</exclusion>
      <recruitmentStart>2031-03-01T00:00:00.000Z</recruitmentStart>
      <recruitmentEnd>2032-03-01T00:00:00.000Z</recruitmentEnd>
    </participants>
    <conditions><condition><description>Chronic migraine</description><diseaseClass1>Nervous System Diseases</diseaseClass1></condition></conditions>
    <interventions><intervention><description>50 mg once a day</description><interventionType>Drug</interventionType><phase>Phase II/III</phase><drugNames>Velortan</drugNames></intervention></interventions>
    <results><publicationDetails>2034 results in https://paper.invalid</publicationDetails></results>
    <outputs><output outputType="resultsarticle" dateCreated="2034-01-01T00:00:00.000Z"><externalLink url="https://paper.invalid"/><description>Results</description></output></outputs>
  </trial>
  <contact id="p"><title>Dr</title><forename>Ada</forename><surname>Quill</surname><contactTypes><contactType>Scientific</contactType></contactTypes><contactDetails><email>ada@velo.invalid</email></contactDetails></contact>
  <sponsor id="s"><organisation>Invented University</organisation><sponsorType>University/education</sponsorType></sponsor>
  <funder id="f"><name>Invented Fund</name></funder>
</fullTrial>`;

/** The same as JSON that was made of such XML without its attributes. */
const JSON_RECORD = {
  isrctn: '99999901',
  trialDescription: {
    title: 'Velortan & sleep',
    scientificTitle: '',
    primaryOutcomes: '',
    primaryOutcome: 'Hours slept',
  },
  externalRefs: { eudraCTNumber: '', secondaryNumbers: { secondaryNumber: 'VELO-1' } },
  participants: {
    trialCentres: { trialCentre: [{ name: 'North Hospital', city: 'Leeds', country: 'England', zip: '-' }] },
    recruitmentCountries: { country: 'England' },
    targetEnrolment: 'Planned Sample Size: 340; UK Sample Size: 340',
    totalFinalEnrolment: '0',
  },
  interventions: {
    intervention: {
      interventionType: 'Behavioural',
      description: 'Talks',
      phase: 'Not Specified',
      drugNames: '',
    },
  },
  outputs: '\n      ',
  parties: { contactId: ['a', 'b'] },
};

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
      whyStopped: 'No money',
      milestones: [
        { event: 'registered', date: '2031-01-05' },
        { event: 'first-enrolment', date: '2031-03-01' },
        { event: 'recruitment-end', date: '2032-03-01' },
        { event: 'completion', date: '2033-02-01' },
        { event: 'last-updated', date: '2031-06-01T10:20:30.123Z' },
      ],
      parties: [
        { role: 'lead-sponsor', class: 'University/education', contact: { name: 'Invented University' } },
        { role: 'funder', contact: { name: 'Invented Fund' } },
        { role: 'contact', contact: { name: 'Dr Ada Quill', role: 'Scientific', email: 'ada@velo.invalid' } },
        { role: 'ethics-committee', contact: { name: 'Invented committee', email: 'ethics@velo.invalid' } },
      ],
      design: {
        studyType: 'interventional',
        phase: 'phase-2-phase-3',
        allocation: 'randomised',
        masking: 'double',
        interventionModel: 'parallel',
        primaryPurpose: 'Treatment',
      },
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
        ['trialType[2]', 'Quality of life'],
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
