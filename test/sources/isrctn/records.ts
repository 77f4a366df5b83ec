/** An invented trial, as the API's XML has it. */
export const XML = `<fullTrial xmlns="http://www.67bricks.com/isrctn">
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
      <ethicsCommittees><ethicsCommittee approvalStatus="approved" statusDate="2030-11-30T00:00:00.000Z"><committeeName>Invented committee</committeeName><contactDetails><email>ethics@velo.invalid</email></contactDetails></ethicsCommittee></ethicsCommittees>
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
      <trialSettings><trialSetting>Hospitals</trialSetting></trialSettings>
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
      <recruitmentStatusOverride>Suspended</recruitmentStatusOverride>
      <recruitmentStart>2031-03-01T00:00:00.000Z</recruitmentStart>
      <recruitmentEnd>2032-03-01T00:00:00.000Z</recruitmentEnd>
    </participants>
    <conditions><condition><description>Chronic migraine</description><diseaseClass1>Nervous System Diseases</diseaseClass1></condition></conditions>
    <interventions><intervention><description>50 mg once a day</description><interventionType>Drug</interventionType><phase>Phase II/III</phase><drugNames>Velortan</drugNames></intervention></interventions>
    <results><publicationDetails>2034 results in https://paper.invalid</publicationDetails></results>
    <outputs><output outputType="resultsarticle" dateCreated="2034-01-01T00:00:00.000Z"><externalLink url="https://paper.invalid"/><description>Results</description></output></outputs>
  </trial>
  <contact id="p"><title>Dr</title><forename>Ada</forename><surname>Quill</surname><contactTypes><contactType>Scientific</contactType><contactType>Principal investigator</contactType></contactTypes><contactDetails><address>1 Road</address><city>Leeds</city><country>England</country><email>ada@velo.invalid</email></contactDetails></contact>
  <sponsor id="s"><organisation>Invented University</organisation><sponsorType>University/education</sponsorType></sponsor>
  <funder id="f"><name>Invented Fund</name></funder>
</fullTrial>`;

/** The same as JSON that was made of such XML without its attributes. */
export const JSON_RECORD = {
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
