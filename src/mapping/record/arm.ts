import type { EvidenceVariable, Reference, ResearchStudyComparisonGroup } from 'fhir/r5.js';
import { NOT_STATED } from '../../model/fact.ts';
import type { Arm } from '../../model/record/protocol.ts';
import { armTypeConcept } from '../concept.ts';
import { armExposure } from '../evidence-variable.ts';
import { filled } from '../filled.ts';
import { armLinkId, armVariable, type RecordContext } from './context.ts';
import { flowGroups } from './results/results.ts';
import { coded } from './said.ts';

const comparisonGroup = (
  context: RecordContext,
  arm: Arm,
  observedGroup: Reference | undefined,
): ResearchStudyComparisonGroup => ({
  linkId: armLinkId(context, arm),
  name: arm.name.value,
  _name: context.on(arm.name),
  ...(arm.type !== NOT_STATED && { type: coded(context, arm.type, armTypeConcept(arm.type.value)) }),
  ...context.primitive('description', arm.description),
  intendedExposure: [armVariable(context, arm)],
  ...(observedGroup && { observedGroup }),
});

/** The arms: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.comparisonGroup */
export const comparisonGroups = (
  context: RecordContext,
): { comparisonGroup?: ResearchStudyComparisonGroup[] } => {
  const groupOf = flowGroups(context);
  return filled(
    'comparisonGroup',
    context.record.arms.map((arm) => comparisonGroup(context, arm, groupOf(arm))),
  );
};

/** What those in each arm are exposed to: https://hl7.org/fhir/R5/evidencevariable.html */
export const exposures = (context: RecordContext): readonly EvidenceVariable[] =>
  context.record.arms.map((arm) =>
    armExposure(
      context,
      armVariable(context, arm),
      arm,
      arm.interventions.map(({ words }) => words),
    ),
  );
