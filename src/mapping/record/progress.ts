import type {
  CodeableConcept,
  Extension,
  Period,
  ResearchStudy,
  ResearchStudyProgressStatus,
} from 'fhir/r5.js';
import { NOT_STATED, type Stated, stated } from '../../model/fact.ts';
import type { Milestone, ProgressState } from '../../model/record/record.ts';
import { concept } from '../concept.ts';
import { filled } from '../filled.ts';
import type { RecordContext } from './context.ts';
import { fitting } from './fitting.ts';
import { coded, placed, worded } from './said.ts';

const STUDY_REGISTRATION = 'http://hl7.org/fhir/StructureDefinition/researchStudy-studyRegistration';

const STATES: Readonly<Record<ProgressState | 'overall-study', string>> = {
  'overall-study': 'Overall study',
  active: 'Active',
  'active-but-not-recruiting': 'Active, not recruiting',
  'administratively-completed': 'Administratively Completed',
  approved: 'Approved',
  'closed-to-accrual': 'Closed to Accrual',
  completed: 'Completed',
  disapproved: 'Disapproved',
  'enrolling-by-invitation': 'Enrolling by invitation',
  'in-review': 'In Review',
  'not-yet-recruiting': 'Not yet recruiting',
  recruiting: 'Recruiting',
  'temporarily-closed-to-accrual': 'Temporarily Closed to Accrual',
  terminated: 'Terminated',
  withdrawn: 'Withdrawn',
};

/** https://hl7.org/fhir/R5/valueset-research-study-status.html */
export const stateConcept = (state: keyof typeof STATES) =>
  concept('http://hl7.org/fhir/research-study-status', state, STATES[state]);

/** https://hl7.org/fhir/extensions/ValueSet-research-study-registration-activity.html, else our own words. */
const ACTIVITIES: Readonly<Record<Milestone['event'], readonly [code: string | undefined, text: string]>> = {
  start: [undefined, 'Start'],
  completion: [undefined, 'End'],
  'primary-completion': ['primary-outcome-data-collection', 'Primary outcome data collection'],
  registered: [undefined, 'Registration'],
  'first-submitted': ['registration-submission', 'Registration submission'],
  'first-submitted-qc': ['registration-submission-qc', 'Registration submission Quality Check'],
  'first-posted': ['registration-posting', 'Registration posting'],
  'results-submitted': ['results-submission', 'Results submission'],
  'results-submitted-qc': ['results-submission-qc', 'Results submission Quality Check'],
  'results-posted': ['results-posting', 'Results posting'],
  'results-first-published': [undefined, 'First publication of results'],
  'disposition-submitted': ['disposition-submission', 'Disposition submission'],
  'disposition-submitted-qc': ['disposition-submission-qc', 'Disposition submission Quality Check'],
  'disposition-posted': ['disposition-posting', 'Disposition posting'],
  'update-submitted': ['update-submission', 'Update submission'],
  'update-posted': ['update-posting', 'Update posting'],
  verified: ['record-verification', 'Record Verification'],
  'last-updated': [undefined, 'Last update'],
  'first-enrolment': [undefined, 'First enrolment'],
  'recruitment-start': [undefined, 'Start of recruitment'],
  'recruitment-end': [undefined, 'End of recruitment'],
  'recruitment-restart': [undefined, 'Restart of recruitment'],
  halt: [undefined, 'Temporary halt'],
  restart: [undefined, 'Restart'],
  'early-termination': [undefined, 'Early termination'],
  'ethics-approval': [undefined, 'Ethics approval'],
  decision: [undefined, 'Decision'],
};

const dateOf = ({ date }: Milestone): Stated<string> => fitting('date', date);

/** Whether an event is a bound of the whole study; where one country's is told, it is none. */
const isBound = ({ event, place }: Milestone): boolean =>
  (event === 'start' || event === 'completion') && place === undefined;

const activityOf = (context: RecordContext, { event, place }: Milestone): CodeableConcept => {
  const [code, text] = ACTIVITIES[event];
  return {
    ...(place && placed(context, place)),
    ...(code !== undefined &&
      concept('http://hl7.org/fhir/research-study-registration-activity', code, text)),
    ...((code === undefined || place) && { text: place ? `${text}: ${place.value}` : text }),
  };
};

const registration = (context: RecordContext, milestone: Milestone): Extension[] => {
  const { actual } = milestone;
  if (isBound(milestone)) return [];
  const activity = activityOf(context, milestone);
  const date = context.primitive('start', dateOf(milestone));
  const said = [
    ...(actual === NOT_STATED
      ? []
      : [{ url: 'actual', valueBoolean: actual.value, _valueBoolean: context.on(actual) }]),
    ...(Object.keys(date).length === 0 ? [] : [{ url: 'period', valuePeriod: date }]),
  ];
  return said.length === 0
    ? []
    : [
        {
          url: STUDY_REGISTRATION,
          extension: [{ url: 'activity', valueCodeableConcept: activity }, ...said],
        },
      ];
};

/** When the record and what it tells came about, one extension per event. */
export const registrations = (context: RecordContext): readonly Extension[] =>
  context.record.milestones.flatMap((milestone) => registration(context, milestone));

const bound = (context: RecordContext, event: 'start' | 'completion'): ResearchStudyProgressStatus[] =>
  context.record.milestones
    .filter((milestone) => milestone.event === event && isBound(milestone))
    .map((milestone) => {
      const period = context.primitive(event === 'start' ? 'start' : 'end', dateOf(milestone));
      return {
        state: stateConcept('overall-study'),
        ...context.primitive('actual', milestone.actual),
        ...(Object.keys(period).length > 0 && { period }),
      };
    });

/** The study's state, and its beginning and end as they happened or are expected. */
const progress = (context: RecordContext): readonly ResearchStudyProgressStatus[] => {
  const { state, progress: words = [] } = context.record;
  return [
    ...(state === NOT_STATED ? [] : [{ state: coded(context, state, stateConcept(state.value)) }]),
    ...words.map((said) => ({ state: worded(context, said) })),
    ...bound(context, 'start'),
    ...bound(context, 'completion'),
  ];
};

/** Whether a period may begin and end so, to the precision that both are stated in. */
const inOrder = (start: string, end: string): boolean => {
  const precision = Math.min(start.length, end.length);
  return start.slice(0, precision) <= end.slice(0, precision);
};

const period = (context: RecordContext): { period?: Period } => {
  const dates = (event: Milestone['event']): Stated<string> =>
    context.record.milestones
      .filter((milestone) => milestone.event === event && isBound(milestone))
      .map(dateOf)
      .find((date) => date !== NOT_STATED) ?? NOT_STATED;
  const [start, end] = [dates('start'), dates('completion')];
  // A period that ends before it begins is none; both dates stand in the progress.
  if (!inOrder(stated(start) ?? '', stated(end) ?? '9')) return {};
  const content = { ...context.primitive('start', start), ...context.primitive('end', end) };
  return Object.keys(content).length > 0 ? { period: content } : {};
};

/** How far the study is: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.progressStatus */
export const progressOf = (
  context: RecordContext,
): Pick<ResearchStudy, 'progressStatus' | 'period' | 'whyStopped'> => {
  const { whyStopped } = context.record;
  return {
    ...period(context),
    ...filled('progressStatus', progress(context)),
    ...(whyStopped !== NOT_STATED && { whyStopped: worded(context, whyStopped) }),
  };
};
