import type { SearchCase } from './search-case.ts';

const included = (search: string, ids: string, more: string): SearchCase => {
  const [path = '', query = ''] = search.split('?');
  const pairs = query.split('&');
  const criteria = pairs.filter((pair) => !/^_(rev)?include/.test(pair));
  const includes = pairs.filter((pair) => /^_(rev)?include/.test(pair));
  const order = [...criteria, ...includes.filter((pair) => pair.startsWith('_include'))];
  const self = [...order, ...includes.filter((pair) => pair.startsWith('_revinclude')), '_count=50'];
  return [search, ids, { included: more, self: `${path}?${self.join('&')}` }];
};

/** https://hl7.org/fhir/R5/search.html#include */
export const INCLUDES: readonly SearchCase[] = [
  included('Observation?_id=w-70kg&_include=Observation:subject', 'w-70kg', 'ana'),
  included('Observation?_include=Observation:subject&_id=w-70kg', 'w-70kg', 'ana'),
  included('Observation?_id=w-70kg&_include=Observation:subject:Patient', 'w-70kg', 'ana'),
  included('Observation?_id=w-70kg,w-71&_include=Observation:subject:Group', 'w-70kg w-71', 'grp-two'),
  included('Observation?_id=w-70kg&_include=Observation:device', 'w-70kg', ''),
  included('Observation?_id=w-70kg&_include=Observation:*', 'w-70kg', 'ana enc-stay dr-lee'),
  included('Observation?_id=w-70kg&_include=*', 'w-70kg', 'ana enc-stay dr-lee'),
  included('Observation?_id=w-70kg&_include=Encounter:location', 'w-70kg', ''),
  included(
    'Observation?_id=w-70kg&_include=Observation:subject&_include=Observation:performer',
    'w-70kg',
    'ana dr-lee',
  ),
  included('Observation?code=3141-9&_include=Observation:subject', 'w-70kg w-154lb w-69900g', 'ana ben'),
  included('Observation?_id=blood-type&_include=Observation:has-member', 'blood-type', 'w-154lb bp-bad'),
  included(
    'Observation?_id=w-70kg&_include=Observation:subject&_include=Patient:organization',
    'w-70kg',
    'ana',
  ),
  included(
    'Observation?_id=w-70kg&_include=Observation:subject&_include:iterate=Patient:organization',
    'w-70kg',
    'ana org-ward',
  ),
  included(
    'Observation?_id=w-70kg&_include=Observation:subject&_include:iterate=Patient:organization&_include:iterate=Organization:partof',
    'w-70kg',
    'ana org-ward org-north',
  ),
  included('Organization?_id=org-bay&_include=Organization:partof', 'org-bay', 'org-ward'),
  included('Organization?_id=org-bay&_include:iterate=Organization:partof', 'org-bay', 'org-ward org-north'),
  included('Organization?_include=Organization:partof', 'org-north org-ward org-bay org-klinik', ''),
  included('Patient?_id=eve&_include=Patient:organization', 'eve', ''),
  included('Patient?_id=eve&_include=Patient:general-practitioner', 'eve', ''),
  included('Patient?_id=ana,cem&_include=Patient:general-practitioner', 'ana cem', 'dr-lee org-klinik'),
  included('Patient?_id=ana,cem&_include=Patient:general-practitioner:Organization', 'ana cem', 'org-klinik'),
  included('Patient?_id=cem&_include=Patient:link', 'cem', 'ana'),
  included('Patient?_id=ben&_revinclude=Observation:patient', 'ben', 'w-154lb bp-bad blood-type'),
  included('Patient?_id=dot&_revinclude=Observation:patient', 'dot', ''),
  included('Patient?_id=ana&_revinclude=Provenance:target', 'ana', 'prov'),
  included('Patient?_id=ben&_revinclude=Provenance:target', 'ben', ''),
  included('Evidence?_revinclude=Provenance:target:Evidence', 'ev-ratio ev-small ev-words', 'prov'),
  included('Patient?_id=cem&_revinclude=*', 'cem', 'crp-low temp list-all risk-none subject-cem'),
  included('Patient?_id=cem&_revinclude=Observation:*', 'cem', 'crp-low temp'),
  included('Organization?_id=org-north&_revinclude=Organization:partof', 'org-north', 'org-ward'),
  included(
    'Organization?_id=org-north&_revinclude:iterate=Organization:partof',
    'org-north',
    'org-ward org-bay',
  ),
  included(
    'Organization?_id=org-north&_revinclude:iterate=Organization:partof&_revinclude:iterate=Patient:organization',
    'org-north',
    'org-ward org-bay ana ben',
  ),
  included(
    'Patient?_id=ben&_revinclude=Encounter:patient&_include:iterate=Encounter:location',
    'ben',
    'enc-visit loc-house',
  ),
  included(
    'QuestionnaireResponse?_include=QuestionnaireResponse:questionnaire',
    'resp-versioned resp-plain',
    'quest',
  ),
  included('PlanDefinition?_id=plan-two&_include=PlanDefinition:composed-of', 'plan-two', 'act-wash'),
  included('PlanDefinition?_id=plan-two&_include=PlanDefinition:predecessor', 'plan-two', 'plan-one'),
  included('PlanDefinition?_id=plan-two&_include=PlanDefinition:*', 'plan-two', 'act-wash plan-one vs-warm'),
  included('ActivityDefinition?_revinclude=PlanDefinition:composed-of', 'act-wash', 'plan-two'),
  included(
    'Questionnaire?_revinclude=QuestionnaireResponse:questionnaire',
    'quest',
    'resp-versioned resp-plain',
  ),
  included(
    'ResearchStudy?_id=study-main&_include=ResearchStudy:result&_include:iterate=EvidenceReport:entry',
    'study-main',
    'rep-main ev-ratio ev-small',
  ),
  included(
    'ResearchStudy?_id=study-main&_include=ResearchStudy:result&_include:iterate=EvidenceReport:entry&_revinclude:iterate=ArtifactAssessment:artifact',
    'study-main',
    'rep-main ev-ratio ev-small check-ratio',
  ),
  included('MedicationRequest?_include=MedicationRequest:medication', 'mr-tablet mr-syrup', 'med-aspirin'),
  included('?_type=Patient&_id=ana&_include=Patient:organization', 'ana', 'org-ward'),
];

const sorted = (search: string, ids: string): SearchCase => {
  const [path = '', query = ''] = search.split('?');
  const pairs = query.split('&');
  const order = [
    ...pairs.filter((pair) => !pair.startsWith('_sort')),
    ...pairs.filter((pair) => pair.startsWith('_sort')),
  ];
  return [search, ids, { self: `${path}?${[...order, '_count=50'].join('&')}` }];
};

/** https://hl7.org/fhir/R5/search.html#_sort */
export const SORTED: readonly SearchCase[] = [
  sorted('Patient?_sort=birthdate', 'gus cem ben ana eve dot'),
  sorted('Patient?_sort=-birthdate', 'eve cem ben ana gus dot'),
  sorted('Patient?_sort=birthdate&gender=male', 'cem ben'),
  sorted('Patient?_sort=family', 'gus eve ben ana cem dot'),
  sorted('Patient?_sort=-family', 'cem ana ben eve gus dot'),
  sorted('Patient?_sort=gender,family', 'ana ben cem dot eve gus'),
  sorted('Patient?_sort=gender,-family', 'ana cem ben dot eve gus'),
  sorted('Patient?_sort=-gender,family', 'eve dot ben cem ana gus'),
  sorted('Patient?_sort=_id', 'ana ben cem dot eve gus'),
  sorted('Patient?_sort=-_id', 'gus eve dot cem ben ana'),
  sorted('Patient?_id=ana,gus&_sort=-_lastUpdated', 'gus ana'),
  sorted('Patient?_id=ana,gus&_sort=_lastUpdated', 'ana gus'),
  sorted('Patient?_id=gus,ana,ben&_sort=-_lastUpdated,-_id', 'gus ben ana'),
  sorted('?_type=Patient,Practitioner&_sort=_id', 'ana ben cem dot dr-lee dr-roe eve gus'),
  sorted('Observation?code=3141-9&_sort=value-quantity', 'w-69900g w-154lb w-70kg'),
  sorted('Observation?code=3141-9&_sort=-value-quantity', 'w-70kg w-154lb w-69900g'),
  sorted('Observation?patient=ana&_sort=date', 'bp-good w-70kg w-69900g ecg smear due'),
  sorted('Observation?patient=ana&_sort=-date', 'smear ecg w-70kg w-69900g bp-good due'),
  sorted('Observation?_id=w-70kg,w-154lb,crp-low&_sort=subject', 'w-70kg w-154lb crp-low'),
  sorted('Observation?_id=w-70kg,w-154lb,crp-low&_sort=-subject', 'crp-low w-154lb w-70kg'),
  sorted('Condition?_sort=code:text', 'con-diabetes con-flu'),
  sorted('Condition?_sort=-code:text', 'con-diabetes con-flu'),
  sorted('RiskAssessment?_sort=probability', 'risk-low risk-high risk-none'),
  sorted('RiskAssessment?_sort=-probability', 'risk-high risk-low risk-none'),
  sorted('PlanDefinition?_sort=version', 'plan-one plan-two'),
  sorted('PlanDefinition?_sort=-version', 'plan-two plan-one'),
  sorted('ValueSet?_sort=url', 'vs-few vs-warm'),
  sorted('ValueSet?_sort=-url', 'vs-warm vs-few'),
  sorted('ResearchStudy?_sort=-identifier,title', 'study-sub study-main study-bare'),
  sorted('ResearchStudy?_sort=recruitment-target', 'study-sub study-main study-bare'),
];

/** https://hl7.org/fhir/R5/search.html#_count */
export const COUNTED: readonly SearchCase[] = [
  ['Patient?_count=0', '', { total: 6, self: 'Patient?_count=0' }],
  ['Patient?gender=male&_count=0', '', { total: 2, self: 'Patient?gender=male&_count=0' }],
  ['Patient?_summary=count', '', { total: 6, self: 'Patient?_summary=count' }],
  ['Patient?_count=2&_sort=_id', 'ana ben', { total: 6, self: 'Patient?_sort=_id&_count=2' }],
  ['Patient?_count=6&_sort=_id', 'ana ben cem dot eve gus', { self: 'Patient?_sort=_id&_count=6' }],
  ['Patient?_id=ana&_count=9999', 'ana', { self: 'Patient?_id=ana&_count=1000' }],
  ['Patient?_id=ana&_total=accurate', 'ana', { self: 'Patient?_id=ana&_total=accurate&_count=50' }],
  [
    'Patient?_sort=_id&_total=estimate&_count=1',
    'ana',
    { total: 6, self: 'Patient?_sort=_id&_total=estimate&_count=1' },
  ],
  ['Patient?_id=ana&_contained=false', 'ana', { self: 'Patient?_id=ana&_contained=false&_count=50' }],
  ['Patient?_format=json&_id=ana', 'ana', { self: 'Patient?_id=ana&_format=json&_count=50' }],
  ['Patient?_pretty=true&_id=ana', 'ana', { self: 'Patient?_id=ana&_pretty=true&_count=50' }],
];
