import type { PlanDefinition, PlanDefinitionAction, Reference } from 'fhir/r5.js';
import { CANONICAL } from '../fhir/canonical.ts';
import { heading, list, type Markup, narrative, section } from '../fhir/narrative.ts';
import type { Fact } from '../model/fact.ts';
import type { Arm, Trial } from '../model/trial.ts';
import { administrationCanonicals } from './activity-definition.ts';
import { assessmentAction, assessmentText } from './assessment-action.ts';
import { concept } from './concept.ts';
import { type Context, claims } from './context.ts';
import { asId, distinctBy, shortHash, slug } from './id.ts';
import { administrationLinkId, armLinkId } from './link-id.ts';
import { derived } from './mark.ts';
import type { StudyContext } from './study-context.ts';

const planId = ({ makeId }: Context): string => makeId('protocol', ['PlanDefinition']);

/** The arms of the protocol: the trial's own, not controls found elsewhere. */
const armsOf = ({ arms }: Trial): readonly Arm[] => arms.filter((arm) => arm.membership === 'trial');

/** The protocol of a trial, where anything of it is told. */
export const protocolReference = (context: Context): Reference | undefined => {
  const { concomitantCare, assessments } = context.trial;
  const told = armsOf(context.trial).length + concomitantCare.length + assessments.length > 0;
  return told ? { reference: `PlanDefinition/${planId(context)}` } : undefined;
};

const administrationActions = (context: Context, arm: Arm): PlanDefinitionAction[] => {
  const canonicals = administrationCanonicals(context, arm);
  return arm.administrations.map(({ text }, at) => {
    const id = administrationLinkId(arm, at);
    const after = { targetId: administrationLinkId(arm, at - 1), relationship: 'after' as const };
    return {
      id,
      linkId: id,
      ...context.primitive('title', text),
      ...(at > 0 && { relatedAction: [{ ...context.on(derived(text, after)), ...after }] }),
      ...(canonicals[at] !== undefined && { definitionCanonical: canonicals[at] }),
    };
  });
};

const armAction = (context: Context, arm: Arm): PlanDefinitionAction => ({
  id: armLinkId(arm),
  linkId: armLinkId(arm),
  ...context.primitive('title', arm.name),
  ...context.primitive('description', arm.description),
  ...(arm.administrations.length > 0 && { action: administrationActions(context, arm) }),
});

const careAction = (context: Context, care: Fact<string>): PlanDefinitionAction => {
  const id = asId(`care-${slug(care.value).slice(0, 40)}-${shortHash(care.value)}`);
  return {
    id,
    linkId: id,
    ...context.primitive('title', care),
    description: 'Given to all participants',
  };
};

/** A protocol as a plan of actions. */
export const trialProtocol = (
  { studyName }: StudyContext,
  id: string,
  text: readonly Markup[],
  action: readonly PlanDefinitionAction[],
): PlanDefinition => {
  const title = `Protocol of ${studyName}`;
  return {
    resourceType: 'PlanDefinition',
    id,
    ...claims('trial-protocol'),
    ...narrative(heading(title), ...text),
    url: `${CANONICAL}/PlanDefinition/${id}`,
    title,
    type: concept(
      'http://terminology.hl7.org/CodeSystem/plan-definition-type',
      'clinical-protocol',
      'Clinical Protocol',
    ),
    status: 'active',
    action: [...action],
  };
};

/** What is done in a trial: https://hl7.org/fhir/R5/plandefinition.html */
export const planDefinitions = (context: Context): readonly PlanDefinition[] => {
  if (protocolReference(context) === undefined) return [];
  const { concomitantCare, assessments } = context.trial;
  const arms = armsOf(context.trial);
  return [
    trialProtocol(
      context,
      planId(context),
      [
        ...arms.flatMap((arm) =>
          section(arm.name.value, list(arm.administrations.map(({ text }) => text.value))),
        ),
        ...section('Given to all participants', list(concomitantCare.map(({ value }) => value))),
        ...section('Assessments', list(assessments.map(assessmentText))),
      ],
      distinctBy(
        [
          ...arms.map((arm) => armAction(context, arm)),
          ...concomitantCare.map((care) => careAction(context, care)),
          ...assessments.map((assessment) => assessmentAction(context, arms, assessment)),
        ],
        ({ id = '' }) => id,
      ),
    ),
  ];
};
