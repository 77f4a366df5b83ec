import { structureDefinition } from '../../src/fhir/canonical.ts';
import { derivationOf } from './mark.ts';
import { defined } from './select.ts';
import type { ServedTrial } from './trial.ts';
import type { Served } from './written.ts';

interface Coded {
  readonly coding?: readonly { readonly code?: string | undefined }[] | undefined;
  readonly text?: string | undefined;
}

/** Codes of a concept, else its text; `(derived)` beside what the source does not say in so many words. */
export const concept = (value: Coded | undefined): string | undefined => {
  const name = value?.coding?.map(({ code }) => code).join(' ') ?? value?.text;
  return name === undefined ? undefined : derivationOf(value) === 'derived' ? `${name} (derived)` : name;
};

/** Words as they read: the document's no-break spaces are spaces. */
const read = (words: string | undefined): string | undefined => words?.replace(/\s+/g, ' ');

/** What the study's design is said to be. */
export const designOf = ({ study }: ServedTrial): readonly (string | undefined)[] =>
  (study.studyDesign ?? []).map(concept);

/** An arm as the study has it. */
export const armsOf = ({ study, follow }: ServedTrial) =>
  (study.comparisonGroup ?? []).map((group) => ({
    name: group.name,
    type: concept(group.type),
    ...(group.linkId !== undefined && { linkId: group.linkId }),
    ...(group.description !== undefined && { description: group.description }),
    ...(group.observedGroup !== undefined && { enrolled: follow('Group', group.observedGroup).quantity }),
    exposure: (group.intendedExposure ?? []).map((reference) => follow('EvidenceVariable', reference).title),
  }));

/** The Groups that people are counted in. */
export const groupsOf = ({ all }: ServedTrial) =>
  all('Group').map(({ name, quantity, membership }) => ({ name, quantity, membership }));

const AGENT_SOURCE = structureDefinition('agent-source');

const administrationOf = (activity: Served<'ActivityDefinition'>) => {
  const { description, productCodeableConcept: agent } = activity;
  const [dosage] = activity.dosage ?? [];
  const repeat = dosage?.timing?.repeat;
  const dose = dosage?.doseAndRate?.[0]?.doseQuantity;
  const source = agent?.extension?.find(({ url }) => url === AGENT_SOURCE)?.valueCodeableConcept?.text;
  return defined({
    words: read(description),
    agent: agent?.text,
    source,
    doseWords: dose && read(dosage?.text),
    dose: dose && defined({ value: dose.value, unit: dose.unit, system: dose.system, code: dose.code }),
    doses: dosage?.doseAndRate?.length,
    count: repeat?.count,
    every: repeat?.period && `${repeat.period} ${repeat.periodUnit}`,
    route: concept(dosage?.route),
    form: concept(dosage?.method),
  });
};

type Action = NonNullable<Served<'PlanDefinition'>['action']>[number];

/** What an arm's people are given, in order: each administration, and which one it comes after. */
export const administrationsOf = ({ one, defined: byUrl }: ServedTrial, arm: string) => {
  const action = one('PlanDefinition').action?.find(({ title }) => title === arm);
  if (action === undefined) return;
  return (action.action ?? []).map((given: Action) => ({
    ...administrationOf(byUrl('ActivityDefinition', given.definitionCanonical)),
    ...(given.relatedAction && {
      after: given.relatedAction.map(
        ({ targetId, relationship }) =>
          `${relationship} ${read(action.action?.find(({ id }) => id === targetId)?.title)}`,
      ),
    }),
  }));
};

const titlesById = (actions: readonly Action[]): ReadonlyMap<string | undefined, string | undefined> =>
  new Map(
    actions.flatMap((action) => [action, ...(action.action ?? [])]).map(({ id, title }) => [id, title]),
  );

/** What everybody is given, whatever their arm. */
export const careOf = ({ one }: ServedTrial): readonly (string | undefined)[] =>
  (one('PlanDefinition').action ?? [])
    .filter(({ description }) => description === 'Given to all participants')
    .map(({ title }) => title);

/** What is assessed when, and in which place after or before what is given. */
export const assessmentsOf = ({ one }: ServedTrial) => {
  const actions = one('PlanDefinition').action ?? [];
  const titles = titlesById(actions);
  return actions
    .filter(({ id }) => id?.startsWith('assessment-'))
    .map(({ action, description, relatedAction }) => ({
      when: read(description),
      what: (action ?? []).map(({ title }) => title),
      relative: (relatedAction ?? []).map(({ targetId, relationship, offsetDuration: offset }) =>
        [...(offset ? [offset.value, offset.code] : []), relationship, read(titles.get(targetId))].join(' '),
      ),
    }));
};

/** The names of all actions of the protocol that are neither care nor assessments. */
export const protocolArmsOf = ({ one }: ServedTrial) =>
  (one('PlanDefinition').action ?? [])
    .filter(({ id }) => !/^(care|assessment)-/.test(id ?? ''))
    .map(({ id, linkId, title }) => ({ id, linkId, title }));

/** Who may take part. */
export const eligibilityOf = ({ study, follow }: ServedTrial) =>
  (follow('EvidenceVariable', study.recruitment?.eligibility).characteristic ?? []).map(
    ({ description, exclude }) => ({ description, exclude }),
  );

/** What is measured, each with its time where one is stated, and its role. */
export const outcomesOf = ({ study, follow }: ServedTrial) =>
  (study.outcomeMeasure ?? []).map(({ name, type, reference }) => {
    const [characteristic] = follow('EvidenceVariable', reference).characteristic ?? [];
    const quantity = characteristic?.timeFromEvent?.[0]?.quantity;
    return [
      name,
      ...(quantity ? [`${quantity.value} ${quantity.code}`] : []),
      ...(type ?? []).map(concept),
    ].join(', ');
  });
