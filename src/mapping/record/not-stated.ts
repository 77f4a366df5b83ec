import type { Issue } from '../../fhir/issue.ts';
import { stated } from '../../model/fact.ts';
import type { Milestone, RegistryRecord } from '../../model/record/record.ts';
import { type Looked, notFound } from '../not-stated.ts';

const dated = (event: Milestone['event']) => (record: RegistryRecord) =>
  record.milestones.filter((milestone) => milestone.event === event);

const LOOKED_FOR: readonly Looked<RegistryRecord>[] = [
  ['title', 'ResearchStudy.title', ({ titles }) => titles],
  ['state', 'ResearchStudy.progressStatus', ({ state }) => state],
  ['start', 'ResearchStudy.period', dated('start')],
  ['completion', 'ResearchStudy.period', dated('completion')],
  ['kind of study', 'ResearchStudy.studyDesign', ({ design }) => design.studyType],
  ['condition', 'ResearchStudy.condition', ({ conditions }) => conditions],
  [
    'number of participants',
    'ResearchStudy.recruitment',
    ({ enrolment, plannedEnrolment }) => [enrolment ?? plannedEnrolment ?? []].flat(),
  ],
  [
    'eligibility criteria',
    'ResearchStudy.recruitment.eligibility',
    ({ eligibility: { criteria, inclusion, exclusion } }) => [
      ...[stated(criteria) ?? []].flat(),
      ...inclusion,
      ...exclusion,
    ],
  ],
  [
    'sponsor',
    'ResearchStudy.associatedParty',
    ({ parties }) => parties.filter(({ role }) => role.value === 'lead-sponsor'),
  ],
  ['site or country', 'ResearchStudy.site', ({ sites, countries }) => [...sites, ...countries]],
  ['arms', 'ResearchStudy.comparisonGroup', ({ arms }) => arms],
  ['what is given or done', 'PlanDefinition.action', ({ interventions }) => interventions],
  [
    'primary outcome',
    'ResearchStudy.outcomeMeasure',
    ({ outcomes }) => outcomes.filter(({ role }) => role === 'primary'),
  ],
];

/** What asks more of trials that intervene than of studies that look on. */
const OF_TRIALS: readonly Looked<RegistryRecord>[] = [
  ['phase', 'ResearchStudy.phase', ({ design }) => design.phase],
  ['allocation', 'ResearchStudy.studyDesign', ({ design }) => design.allocation],
  ['masking', 'ResearchStudy.studyDesign', ({ design }) => design.masking],
];

/** What was looked for in a record and is not stated there. */
export const notStated = (record: RegistryRecord): readonly Issue[] =>
  notFound(
    stated(record.design.studyType) === 'observational' ? LOOKED_FOR : [...LOOKED_FOR, ...OF_TRIALS],
    record,
  );
