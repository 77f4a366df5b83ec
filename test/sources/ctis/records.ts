const PART_I = {
  id: 1,
  rowCountriesInfo: [{ name: 'Kenya', isoAlpha2Code: 'KE' }],
  trialDetails: {
    clinicalTrialIdentifiers: {
      fullTitle: 'Velortan against placebo in chronic migraine',
      publicTitle: 'A study of sleep',
      shortTitle: 'VELO',
      fullTitleTranslations: [
        { attributeTranslation: 'Velortan gegen Placebo', languageDescription: 'German' },
        { attributeTranslation: 'Velortan …', languageDescription: 'Klingon' },
      ],
      secondaryIdentifyingNumbers: {
        nctNumber: { number: 'NCT99999901' },
        whoUniversalTrialNumber: { number: 'U1111-2222-3333' },
        additionalRegistries: [{ number: 'jRCT2031310001', otherRegistryName: 'jRCT' }],
      },
    },
    trialInformation: {
      trialCategory: { trialPhase: '10', isLowIntervention: true },
      medicalCondition: {
        partIMedicalConditions: [{ medicalCondition: 'Chronic migraine' }],
        meddraConditionTerms: [{ termName: 'Migraine', classificationCode: '10027599', version: '40.0' }],
      },
      trialObjective: {
        mainObjective: 'To see whether people sleep',
        trialScopes: [{ code: '5' }, { code: '13', otherDescription: 'Dreams' }],
        secondaryObjectives: [{ number: 1, secondaryObjective: 'To see whether it hurts' }],
      },
      eligibilityCriteria: {
        principalInclusionCriteria: [{ number: 1, principalInclusionCriteria: 'Adults' }],
        principalExclusionCriteria: [{ number: 1, principalExclusionCriteria: 'Pregnancy' }],
      },
      endPoint: {
        primaryEndPoints: [{ number: 1, endPoint: 'Hours slept', isPrimary: true }],
        secondaryEndPoints: [{ number: 1, endPoint: 'Pain', isPrimary: false }],
      },
      trialDuration: {
        estimatedRecruitmentStartDate: '2031-03-01',
        estimatedEndDate: '2033-02-01',
        estimatedGlobalEndDate: '2033-02-01',
      },
      sourceOfMonetarySupport: [{ organisationName: 'Invented Fund' }],
      populationOfTrialSubjects: {
        ageRanges: [{ ageRangeCategoryCode: '4' }, { ageRangeCategoryCode: '3' }],
        clinicalTrialGroups: [{ code: '1', name: 'Healthy volunteers' }],
        isFemaleSubjects: true,
        isMaleSubjects: false,
      },
    },
    protocolInformation: {
      studyDesign: {
        periodDetails: [
          {
            title: 'Run-in',
            allocationMethod: 'Randomised controlled',
            blindingMethodCode: '2',
            blindingDetails: 'Like tablets',
            blindedRoles: [{ name: 'Subject' }, { name: 'Monitor' }],
            armDetails: [{ title: 'Velortan arm', description: '50 mg' }],
          },
        ],
      },
    },
    associatedClinicalTrials: [{ ctNumber: '2029-000001-11' }],
    pubmedCode: ['39999999'],
  },
  sponsors: [
    {
      primary: true,
      organisation: { name: 'Invented Pharma', type: 'Pharmaceutical company' },
      addresses: [
        { address: { oneLine: '1 Street', city: 'Basel', postcode: '4057', countryName: 'Switzerland' } },
      ],
      publicContacts: [
        {
          type: 'Public',
          functionalName: 'Trial desk',
          functionalEmailAddress: 'desk@velo.invalid',
          telephone: '+41 1',
        },
      ],
    },
    { primary: false, organisation: { name: 'Invented University' } },
  ],
  productRoleGroupInfos: [
    {
      productRoleName: 'Test',
      products: [
        {
          productName: 'Velortan 50 mg',
          productDictionaryInfo: {
            activeSubstanceName: 'VELORTAN',
            prodName: 'N/A',
            pharmForm: 'TABLET',
            strength: '50 mg',
          },
          routes: ['ORAL USE'],
          maxDailyDoseAmount: '100',
          doseUom: 'mg milligram(s)',
          maxTotalDoseAmount: '8400',
          doseUomTotal: 'mg milligram(s)',
        },
      ],
    },
    { productRoleName: 'Placebo', products: [{ productName: 'Velortan placebo' }] },
  ],
  products: [{ productName: 'Velortan 50 mg' }, { productName: 'Velortan placebo' }],
  therapeuticAreas: [{ code: 1, name: 'Nervous system' }],
};

const PARTS_II = [
  {
    mscInfo: {
      countryName: 'Germany',
      trialStatus: 'Ongoing, recruiting',
      trialRecruitmentPeriod: [{ recruitmentStartDate: '2031-03-20' }],
    },
    recruitmentSubjectCount: 40,
    trialSites: [
      {
        organisationAddressInfo: {
          organisation: { name: 'North Hospital' },
          address: { addressLine1: 'Way 1', city: 'Ulm', postcode: '89001', countryName: 'Germany' },
        },
        personInfo: { firstName: 'Ada', lastName: 'Quill', email: 'ada@velo.invalid' },
        departmentName: 'Neurology',
      },
    ],
  },
];

/** An invented trial in the form that the API gives today. */
export const RETRIEVED = {
  ctNumber: '2031-500123-45-00',
  ctStatus: 'Authorised',
  ctPublicStatusCode: 4,
  startDateEU: '2031-03-05',
  decisionDate: '2031-02-01T15:41:19.271',
  publishDate: '2031-02-02',
  totalNumberEnrolled: 240,
  authorizedApplication: {
    authorizedPartI: PART_I,
    authorizedPartsII: PARTS_II,
    eudraCt: { isTransitioned: true, eudraCtCode: '2030-000123-45' },
    memberStatesConcerned: [{ mscName: 'Germany' }, { mscName: 'Malta', trialStatus: 'Revoked' }],
  },
  documents: [{ title: 'Protocol', documentTypeLabel: 'Protocol (for publication)' }],
  events: {
    trialEvents: [
      {
        mscName: 'Germany',
        events: [
          { notificationType: 'START_OF_RECRUITMENT', date: '2031-03-20' },
          { notificationType: 'TEMPORARY_HALT', date: '2031-06-01' },
          { notificationType: 'SOMETHING_NEW', date: '2031-07-01' },
        ],
      },
    ],
  },
};

/** The same in the form that it gave before. */
export const FLATTENED = {
  ctNumber: '2031-500123-45-00',
  title: 'Velortan against placebo in chronic migraine',
  ctStatus: 'Ongoing, recruiting',
  trialPhase: 'Phase II and Phase III (Integrated)',
  decisionDate: 'DE:2031-02-01',
  authorizationDate: '2031-02-01',
  totalNumberEnrolled: '240',
  eudraCtInfo: { eudraCtCode: '2030-000123-45' },
  authorizedPartI: { ...PART_I },
  authorizedPartsII: PARTS_II,
  memberStatesConcerned: [{ mscName: 'Germany' }],
  applications: [{ partI: PART_I }],
};
