import type { PlanDefinition, PlanDefinitionAction, Reference } from 'fhir/r5.js';
import { list, section } from '../../fhir/narrative.ts';
import type { Fact } from '../../model/fact.ts';
import type { Arm, Intervention } from '../../model/record/protocol.ts';
import { cycleTiming } from '../activity-definition.ts';
import { filled } from '../filled.ts';
import { derived } from '../mark.ts';
import { trialProtocol } from '../plan-definition.ts';
import { interventionCanonical } from './activity-definition.ts';
import { armLinkId, type RecordContext } from './context.ts';

const planId = ({ makeId }: RecordContext): string => makeId('protocol', ['PlanDefinition']);

/** The protocol, where the record names any arm or intervention. */
export const protocolReference = (context: RecordContext): Reference | undefined =>
  context.record.arms.length + context.record.interventions.length > 0
    ? { reference: `PlanDefinition/${planId(context)}` }
    : undefined;

/** Something given in an arm: as the arm says it, as the intervention says it, or both. */
interface Given {
  readonly intervention: Intervention | undefined;
  readonly words: Fact<string> | undefined;
  /** The arm's name as the intervention has it. */
  readonly arm: Fact<string> | undefined;
}

const givenIn = (context: RecordContext, arm: Arm): readonly Given[] => {
  const { interventions } = context.record;
  const labelIn = (intervention: Intervention) =>
    intervention.arms.find(({ value }) => value === arm.name.value);
  const byArm = arm.interventions.map(({ key, words }): Given => {
    const intervention = context.intervention(key);
    return { intervention, words, arm: intervention && labelIn(intervention) };
  });
  const named = new Set(byArm.map(({ intervention }) => intervention));
  const byIntervention = interventions
    .filter((intervention) => !named.has(intervention))
    .map((intervention): Given => ({ intervention, words: undefined, arm: labelIn(intervention) }))
    .filter((given) => given.arm !== undefined);
  return [...byArm, ...byIntervention];
};

const action = (
  context: RecordContext,
  linkId: string,
  { intervention, words, arm }: Given,
): PlanDefinitionAction => ({
  id: linkId,
  linkId,
  ...(words
    ? context.primitive('title', words)
    : intervention && context.primitive('title', derived(intervention.name, intervention.name.value))),
  ...(arm && { subjectReference: context.primitive('display', arm) }),
  ...(intervention?.administration && cycleTiming(context, intervention.administration)),
  ...(intervention && { definitionCanonical: interventionCanonical(context, intervention) }),
});

const armAction = (context: RecordContext, arm: Arm, given: readonly Given[]): PlanDefinitionAction => {
  const linkId = armLinkId(context, arm);
  return {
    id: linkId,
    linkId,
    ...context.primitive('title', arm.name),
    ...filled(
      'action',
      given.map((one, at) => action(context, `${linkId}.${at + 1}`, one)),
    ),
  };
};

/** What no arm has: interventions of records without arms, and of arms that the record does not have. */
const elsewhere = (context: RecordContext, inArms: ReadonlySet<Fact<string> | Intervention | undefined>) =>
  context.record.interventions.flatMap((intervention): Given[] => {
    const others = intervention.arms.filter((arm) => !inArms.has(arm));
    if (others.length > 0) return others.map((arm) => ({ intervention, words: undefined, arm }));
    return inArms.has(intervention) ? [] : [{ intervention, words: undefined, arm: undefined }];
  });

/** What is done in the trial: https://hl7.org/fhir/R5/plandefinition.html */
export const planDefinitions = (context: RecordContext): readonly PlanDefinition[] => {
  if (protocolReference(context) === undefined) return [];
  const arms = context.record.arms.map((arm) => ({ arm, given: givenIn(context, arm) }));
  const inArms = new Set(
    arms.flatMap(({ given }) => given.flatMap(({ intervention, arm }) => [intervention, arm])),
  );
  const others = elsewhere(context, inArms);
  const nameOf = ({ intervention, words }: Given): string => words?.value ?? intervention?.name.value ?? '';
  return [
    trialProtocol(
      context,
      planId(context),
      [
        ...arms.flatMap(({ arm, given }) => section(arm.name.value, list(given.map(nameOf)))),
        ...section('Without an arm', list(others.map(nameOf))),
      ],
      [
        ...arms.map(({ arm, given }) => armAction(context, arm, given)),
        ...others.map((given, at) => action(context, `without-arm.${at + 1}`, given)),
      ],
    ),
  ];
};
