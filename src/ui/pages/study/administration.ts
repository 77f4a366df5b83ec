import type {
  ActivityDefinition,
  Dosage,
  PlanDefinition,
  PlanDefinitionAction,
  ResearchStudy,
} from 'fhir/r5.js';
import { saidText } from '../../fhir/concept.ts';
import { absentReason } from '../../fhir/extension.ts';
import type { Resources } from '../../fhir/resources.ts';
import { quantityText } from '../../fhir/statistic.ts';
import { timingText } from '../../fhir/timing.ts';

const AGENT_SOURCE = 'https://w3id.org/trialbridge/fhir/StructureDefinition/agent-source';

/** Something given or done in an arm; what is not stated is left out. */
export interface Administration {
  readonly agent: string;
  readonly words?: string;
  readonly source?: string;
  /** `unknown` where the source gives a dose that cannot be known from it. */
  readonly dose?: string | 'unknown';
  readonly route?: string;
  readonly method?: string;
  readonly schedule?: string;
}

const doseOf = ({ text, doseAndRate = [] }: Dosage): string | undefined => {
  const quantity = doseAndRate[0]?.doseQuantity;
  if (quantity && absentReason((quantity as { _value?: object })._value)) return 'unknown';
  return quantity ? quantityText(quantity) : text;
};

const filled = <T extends object>(parts: T): T =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined && part !== '')) as T;

const administration = (
  action: PlanDefinitionAction,
  activity: ActivityDefinition | undefined,
): Administration => {
  const product = activity?.productCodeableConcept;
  const dosage = activity?.dosage?.[0];
  const timing = dosage?.timing ?? activity?.timingTiming;
  const source = product?.extension?.find(({ url }) => url === AGENT_SOURCE)?.valueCodeableConcept;
  return filled({
    agent: product ? saidText(product) : (action.title ?? activity?.title ?? ''),
    words: activity?.description ?? action.description,
    source: source && saidText(source),
    dose: dosage && doseOf(dosage),
    route: dosage?.route && saidText(dosage.route),
    method: dosage?.method && saidText(dosage.method),
    schedule: timing && timingText(timing),
  }) as Administration;
};

/** What the actions inside an action give, with the activities they are defined by. */
const given = (action: PlanDefinitionAction, resources: Resources): readonly Administration[] =>
  (action.action ?? []).map((inner) =>
    administration(inner, resources.known<ActivityDefinition>(inner.definitionCanonical)),
  );

/** An arm of a study, with what is given in it. */
export interface Arm {
  readonly linkId: string;
  readonly group: NonNullable<ResearchStudy['comparisonGroup']>[number];
  readonly given: readonly Administration[];
}

/** The outermost actions of a study's protocols. */
export const actionsOf = (resources: Resources): readonly PlanDefinitionAction[] =>
  resources.of<PlanDefinition>('PlanDefinition').flatMap(({ action = [] }) => action);

/** The arms of a study. */
export const armsOf = (study: ResearchStudy, resources: Resources): readonly Arm[] => {
  const actions = actionsOf(resources);
  return (study.comparisonGroup ?? []).map((group) => {
    const action = actions.find(({ linkId }) => linkId !== undefined && linkId === group.linkId);
    return { linkId: group.linkId ?? group.name, group, given: action ? given(action, resources) : [] };
  });
};

/** What is given to all participants: actions that are no arm and hold no assessments. */
export const givenToAll = (study: ResearchStudy, resources: Resources): readonly PlanDefinitionAction[] => {
  const arms = new Set(study.comparisonGroup?.map(({ linkId }) => linkId));
  return actionsOf(resources).filter(({ linkId, action }) => !arms.has(linkId) && !action?.length);
};
