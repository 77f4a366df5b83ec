import type { EvidenceVariable, Reference, ResearchStudyComparisonGroup } from 'fhir/r5.js';
import { heading, list, paragraph } from '../../fhir/narrative.ts';
import { NOT_STATED, stated } from '../../model/fact.ts';
import type { Arm } from '../../model/record/protocol.ts';
import { armTypeConcept } from '../concept.ts';
import { trialVariable } from '../evidence-variable.ts';
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
  context.record.arms.map((arm) => {
    const given = arm.interventions.map(({ words }) => words);
    const description = stated(arm.description);
    return trialVariable(
      armVariable(context, arm),
      [
        heading(arm.name.value),
        ...(description === undefined ? [] : [paragraph(description)]),
        ...list(given.map(({ value }) => value)),
      ],
      {
        ...context.primitive('title', arm.name),
        ...context.primitive('description', arm.description),
        actual: false,
        ...filled(
          'characteristic',
          given.map((words) => context.primitive('description', words)),
        ),
      },
    );
  });
