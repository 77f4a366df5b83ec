import type {
  ActivityDefinition,
  EvidenceVariable,
  EvidenceVariableCharacteristicTimeFromEvent,
  PlanDefinitionAction,
  ResearchStudy,
} from 'fhir/r5.js';
import type { Resources } from '../../fhir/resources.ts';
import { daysGiven, inDays, timeText } from '../../fhir/timing.ts';
import { studyTexts } from '../../texts/en/study.ts';
import { actionsOf } from './administration.ts';

const texts = studyTexts.schedule;

/** A time on the axis of the schedule. */
export interface ScheduleTime {
  readonly days: number;
  readonly words: string;
}

/** Something that is given or measured, and when; `words` say when where no time on the axis does. */
export interface ScheduledActivity {
  readonly name: string;
  readonly kind: 'administration' | 'assessment';
  readonly times: readonly ScheduleTime[];
  readonly words: readonly string[];
}

const UNITS: Readonly<Record<string, string>> = {
  minute: 'min',
  hour: 'h',
  day: 'd',
  week: 'wk',
  month: 'mo',
  year: 'a',
};

/** A time in words that say a unit and a number (`day 5`, `6 months`), and nothing else. */
const saidTime = (words: string): ScheduleTime | undefined => {
  const [first = '', second = '', ...more] = words.trim().split(' ');
  const [unit, number] = /^\d/.test(first) ? [second, first] : [first, second];
  if (more.length > 0 || !/^\d+(\.\d+)?$/.test(number)) return undefined;
  const days = inDays(Number(number), UNITS[unit.toLowerCase().replace(/s$/, '')] ?? '');
  return days === undefined ? undefined : { days, words: words.trim() };
};

const timeOf = ({ relatedAction = [], description = '' }: PlanDefinitionAction): ScheduleTime | undefined => {
  const { value, code, unit } = relatedAction[0]?.offsetDuration ?? {};
  const days = value === undefined ? undefined : inDays(value, code ?? '');
  if (days === undefined || value === undefined) return saidTime(description);
  return { days, words: description || timeText(value, code ?? unit ?? '') };
};

const assessments = (actions: readonly PlanDefinitionAction[]): ScheduledActivity[] => {
  const measured = actions.flatMap((action) =>
    (action.action ?? []).map((inner) => ({ name: inner.title ?? '', action })),
  );
  return [...Map.groupBy(measured, ({ name }) => name)].map(([name, of]) => {
    const timed = of.map(({ action }) => ({ time: timeOf(action), words: action.description ?? '' }));
    return {
      name,
      kind: 'assessment',
      times: timed.flatMap(({ time }) => time ?? []),
      words: timed.flatMap(({ time, words }) => (time || !words ? [] : [words])),
    };
  });
};

const administrations = (arm: PlanDefinitionAction, resources: Resources): ScheduledActivity[] =>
  (arm.action ?? []).flatMap((action) => {
    const activity = resources.known<ActivityDefinition>(action.definitionCanonical);
    const timing = activity?.dosage?.[0]?.timing ?? activity?.timingTiming;
    const days = timing ? daysGiven(timing) : [];
    return days.length === 0
      ? []
      : [
          {
            name: `${arm.title ?? ''}: ${activity?.productCodeableConcept?.text ?? action.title ?? ''}`,
            kind: 'administration',
            times: days.map((at) => ({ days: at, words: at === 0 ? texts.first : `+${timeText(at, 'd')}` })),
            words: [],
          } as const,
        ];
  });

const outcomeTime = ({
  description = '',
  quantity,
}: EvidenceVariableCharacteristicTimeFromEvent): ScheduleTime | undefined => {
  const days =
    quantity?.value === undefined ? undefined : inDays(quantity.value, quantity.code ?? quantity.unit ?? '');
  if (days === undefined) return saidTime(description);
  return { days, words: description || `${quantity?.value} ${quantity?.unit ?? quantity?.code}` };
};

/** The outcomes whose time is a number of days, weeks, … and nothing else. */
const measurements = (study: ResearchStudy, resources: Resources): ScheduledActivity[] =>
  (study.outcomeMeasure ?? []).flatMap(({ name = '', reference }) => {
    const variable = resources.at<EvidenceVariable>(reference);
    const times = (variable?.characteristic ?? [])
      .flatMap(({ timeFromEvent = [] }) => timeFromEvent)
      .flatMap((time) => outcomeTime(time) ?? []);
    return times.length === 0 ? [] : [{ name, kind: 'assessment', times, words: [] } as const];
  });

/** What is given and measured in a study, and when, as far as it is stated. */
export const scheduleOf = (study: ResearchStudy, resources: Resources): ScheduledActivity[] => {
  const arms = new Set(study.comparisonGroup?.map(({ linkId }) => linkId));
  const actions = actionsOf(resources);
  const assessed = assessments(actions.filter(({ linkId }) => !arms.has(linkId)));
  const names = new Set(assessed.map(({ name }) => name));
  return [
    ...actions.filter(({ linkId }) => arms.has(linkId)).flatMap((arm) => administrations(arm, resources)),
    ...assessed,
    ...measurements(study, resources).filter(({ name }) => !names.has(name)),
  ];
};
