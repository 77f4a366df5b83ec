import type { EvidenceStatistic, Group, ResearchStudy } from 'fhir/r5.js';
import type { Resources } from '../../fhir/resources.ts';
import { flowTexts as texts } from '../../texts/en/flow.ts';
import type { EvidenceRow } from '../evidence/evidence-row.ts';

/** A number of people who came to some point, or who left before it, and why. */
export interface FlowStep {
  readonly name: string;
  readonly people: number;
  readonly left: boolean;
  readonly reasons: readonly { readonly name: string; readonly people: number }[];
}

/** How the people of one group went through a study. */
export interface FlowGroup {
  readonly name: string;
  readonly steps: readonly FlowStep[];
}

/** How people went through a study: all together, then by group. */
export interface Flow {
  readonly together: readonly FlowStep[];
  readonly groups: readonly FlowGroup[];
}

const step = (name: string, people: number, left = false): FlowStep => ({
  name,
  people,
  left,
  reasons: [],
});

const stated = (name: string, people: number | undefined): FlowStep[] =>
  people === undefined ? [] : [step(name, people)];

/** The outcome under which a registry's record tells how people went through the trial. */
const FLOW = 'Participant flow';

const REASON = /^(?:(?<period>.*): )?Reasons for not completing: (?<reason>.*)$/s;
const MILESTONE = /^(?:(?<period>.*): )?(?<milestone>[^:]*)$/s;

const LEFT = 'NOT COMPLETED';

const isKnown = (milestone: string): milestone is keyof typeof texts.milestones =>
  Object.hasOwn(texts.milestones, milestone);

const milestoneOf = (category: string, people: number, isOnlyPeriod: boolean): FlowStep => {
  const { period, milestone = category } = MILESTONE.exec(category)?.groups ?? {};
  const name = isKnown(milestone) ? texts.milestones[milestone] : milestone;
  const shown = period === undefined || isOnlyPeriod ? name : `${period}: ${name}`;
  return step(shown, people, milestone === LEFT);
};

const categoryOf = ({ category }: EvidenceStatistic): string => category?.text ?? '';

const periodOf = (category: string): string | undefined =>
  (REASON.exec(category) ?? MILESTONE.exec(category))?.groups?.period;

/** The milestones of a group in their order, each with the reasons that follow it; who left stands before who remained. */
const stepsOf = (statistics: readonly EvidenceStatistic[]): readonly FlowStep[] => {
  const isOnlyPeriod = new Set(statistics.map((one) => periodOf(categoryOf(one)))).size === 1;
  const steps: FlowStep[] = [];
  let last: FlowStep | undefined;
  for (const one of statistics) {
    const category = categoryOf(one);
    const people = one.numberAffected ?? one.quantity?.value;
    if (people === undefined) continue;
    const reason = REASON.exec(category)?.groups?.reason;
    if (reason !== undefined) {
      if (last === undefined) continue;
      const told: FlowStep = { ...last, reasons: [...last.reasons, { name: reason, people }] };
      steps[steps.indexOf(last)] = told;
      last = told;
    } else {
      last = milestoneOf(category, people, isOnlyPeriod);
      steps.splice(last.left ? -1 : steps.length, 0, last);
    }
  }
  return steps;
};

/** What a Group of an arm counts stands at the end of its name. */
const COUNTED = /^(?<arm>.*): (?<kind>enrolled|treated|observed|analysed)$/s;

/** The numbers of an arm that Groups have: of those enrolled, treated, analysed. */
const groupSteps = (arm: string, groups: readonly Group[]): readonly FlowStep[] =>
  (Object.keys(texts.kinds) as (keyof typeof texts.kinds)[]).flatMap((kind) =>
    groups
      .filter(({ name = '' }) => {
        const counted = COUNTED.exec(name)?.groups;
        return counted?.arm === arm && counted.kind === kind;
      })
      .slice(0, 1)
      .flatMap(({ quantity }) => stated(texts.kinds[kind], quantity)),
  );

/** How people went through a study, as far as numbers are stated; undefined where none is. */
export const flowOf = (
  { recruitment, comparisonGroup = [] }: ResearchStudy,
  resources: Resources,
  rows: readonly EvidenceRow[],
): Flow | undefined => {
  const told = rows
    .filter(({ outcome, compared }) => outcome === FLOW && !compared)
    .map(({ groups, evidence }) => ({
      name: groups.join(', '),
      steps: stepsOf(evidence.statistic ?? []),
    }));
  const counted = comparisonGroup.map(({ name }) => ({
    name,
    steps: groupSteps(name, resources.of<Group>('Group')),
  }));
  const together = [
    ...stated(texts.planned, recruitment?.targetNumber),
    ...stated(texts.enrolled, recruitment?.actualNumber),
  ];
  const groups = (told.length > 0 ? told : counted).filter(({ steps }) => steps.length > 0);
  return groups.length === 0 ? undefined : { together, groups };
};
