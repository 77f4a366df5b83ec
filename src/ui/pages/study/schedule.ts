import type {
  ActivityDefinition,
  EvidenceVariable,
  PlanDefinitionAction,
  Quantity,
  ResearchStudy,
} from 'fhir/r5.js';
import type { Resources } from '../../fhir/resources.ts';
import { type SaidTime, saidTimes } from '../../fhir/said-times.ts';
import { daysGiven, inDays, timeText } from '../../fhir/timing.ts';
import { studyTexts } from '../../texts/en/study.ts';
import { actionsOf } from './administration.ts';

const texts = studyTexts.schedule;

/** Something that is given or measured, and when; `words` say when where no time on the axis does. */
export interface ScheduledActivity {
  readonly name: string;
  readonly kind: 'administration' | 'assessment';
  readonly times: readonly SaidTime[];
  readonly words: readonly string[];
}

/** A stated length of time with its words, else the times that the words list. */
const timesOf = (length: Quantity | undefined, words: string): readonly SaidTime[] => {
  const { value, code, unit = code ?? '' } = length ?? {};
  const days = value === undefined ? undefined : inDays(value, code ?? unit);
  if (days === undefined || value === undefined) return saidTimes(words);
  return [{ days, words: words || timeText(value, code ?? unit) }];
};

const assessments = (actions: readonly PlanDefinitionAction[]): ScheduledActivity[] => {
  const measured = actions.flatMap((action) =>
    (action.action ?? []).map((inner) => ({ name: inner.title ?? '', action })),
  );
  return [...Map.groupBy(measured, ({ name }) => name)].map(([name, of]) => {
    const timed = of.map(({ action: { relatedAction, description = '' } }) => ({
      times: timesOf(relatedAction?.[0]?.offsetDuration, description),
      words: description,
    }));
    return {
      name,
      kind: 'assessment',
      times: timed.flatMap(({ times }) => times),
      words: timed.flatMap(({ times, words }) => (times.length > 0 || !words ? [] : [words])),
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

/** The outcomes whose times are days, weeks, … and nothing else. */
const measurements = (study: ResearchStudy, resources: Resources): ScheduledActivity[] =>
  (study.outcomeMeasure ?? []).flatMap(({ name = '', reference }) => {
    const variable = resources.at<EvidenceVariable>(reference);
    const times = (variable?.characteristic ?? [])
      .flatMap(({ timeFromEvent = [] }) => timeFromEvent)
      .flatMap(({ quantity, description = '' }) => timesOf(quantity, description));
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
