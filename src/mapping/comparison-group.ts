import type { CodeableConcept, ResearchStudyComparisonGroup } from 'fhir/r5.js';
import { NOT_STATED, type Stated } from '../model/fact.ts';
import type { Arm, ArmRole } from '../model/trial.ts';
import { armTypeConcept } from './concept.ts';
import type { Context } from './context.ts';
import { exposureVariable } from './evidence-variable.ts';
import { enrolledGroup } from './group.ts';
import { armLinkId } from './link-id.ts';
import { derived, verbatim } from './mark.ts';

const EXTERNAL = 'external control';

const trialType = (context: Context, role: Stated<ArmRole>): { type?: CodeableConcept } => {
  if (role === NOT_STATED) return {};
  const { value } = role;
  // R5 has no code for it: the words stand for themselves.
  if (value === 'control') return { type: { ...context.on(verbatim(role)), text: role.words } };
  return { type: { ...context.on(role), ...armTypeConcept(value) } };
};

/** People found elsewhere are no arm of the protocol: they have neither a linkId nor an enrolled group. */
const externalType = (context: Context, { name }: Arm): { type: CodeableConcept } => ({
  type: { ...context.on(derived(name, EXTERNAL)), text: EXTERNAL },
});

/** A group of a study: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.comparisonGroup */
export const comparisonGroup = (context: Context, arm: Arm): ResearchStudyComparisonGroup => {
  const external = arm.membership === 'external';
  const intended = exposureVariable(context, { kind: 'arm', arm: arm.key });
  const observedGroup = enrolledGroup(context, arm);
  return {
    ...(external ? externalType(context, arm) : { linkId: armLinkId(arm), ...trialType(context, arm.role) }),
    name: arm.name.value,
    _name: context.on(arm.name),
    ...context.primitive('description', arm.description),
    ...(intended && { intendedExposure: [intended] }),
    ...(observedGroup && { observedGroup }),
  };
};
