import type { Evidence, EvidenceVariableDefinition, Reference } from 'fhir/r5.js';
import { heading, type Markup, narrative } from '../../../fhir/narrative.ts';
import { NOT_STATED } from '../../../model/fact.ts';
import { variableRoleConcept } from '../../concept.ts';
import { claims } from '../../context.ts';
import { absent, derived } from '../../mark.ts';
import { armVariable, type RecordContext } from '../context.ts';
import { eligibilityVariable } from '../eligibility.ts';
import type { ResultGroups } from './result-group.ts';
import { type ResultVariable, variableReference } from './result-variable.ts';
import type { Subject } from './subject.ts';

/** What the mappers of a record's results share. */
export interface ResultsContext extends RecordContext {
  readonly groups: ResultGroups;
}

/** A part of the report of a record's results. */
export type Section = 'Participant flow' | 'Baseline' | 'Outcomes' | 'Analyses' | 'Adverse events';

/** An Evidence and the part of the report it belongs to. */
export interface Entry {
  readonly section: Section;
  readonly evidence: Evidence;
}

/** The people a table looks at, in the record's words where it has some. */
export const populationDefinition = (
  context: RecordContext,
  description?: string,
): EvidenceVariableDefinition => {
  const intended = eligibilityVariable(context);
  const words = description ?? (intended ? undefined : 'The participants of the study');
  return {
    ...(words !== undefined && { description: words }),
    variableRole: variableRoleConcept('population'),
    ...(intended && { intended }),
  };
};

/** What a table measures, and the outcome that was planned under the same name. */
export const measuredDefinition = (
  context: RecordContext,
  variable: ResultVariable,
  intended?: Reference,
): EvidenceVariableDefinition => ({
  ...(intended !== undefined &&
    variable.title !== NOT_STATED &&
    context.on(derived(variable.title, variable.title.value))),
  variableRole: variableRoleConcept('measuredVariable'),
  observed: variableReference(context, variable),
  ...(intended && { intended }),
});

/** A group whose results are told, and the arm that was planned under the same name. */
export const exposureDefinition = (
  context: ResultsContext,
  { group, named }: Subject,
): EvidenceVariableDefinition => {
  const [{ value }] = named;
  const arm = group?.arm === undefined ? undefined : context.arm(group.arm);
  return {
    ...(arm && group && group.title !== NOT_STATED && context.on(derived(group.title, arm.name.value))),
    variableRole: variableRoleConcept('exposure'),
    observed: {
      ...(group && context.groups.reference(group)),
      identifier: { value, _value: context.on(...named) },
    },
    ...(arm && { intended: armVariable(context, arm) }),
  };
};

/** That the record does not say whose result it is. */
export const unknownExposure: EvidenceVariableDefinition = {
  variableRole: variableRoleConcept('exposure'),
  observed: absent('unknown'),
};

/** An Evidence of a record's results: https://hl7.org/fhir/R5/evidence.html */
export const resultEvidence = (
  context: RecordContext,
  profile: 'arm-evidence' | 'comparison-evidence',
  title: string,
  key: readonly string[],
  text: readonly Markup[],
  content: Pick<Evidence, 'variableDefinition' | 'statistic' | 'description'>,
): Evidence => ({
  resourceType: 'Evidence',
  id: context.makeId(title, ['Evidence', 'result', ...key]),
  ...claims(profile),
  ...narrative(heading(title), ...text),
  title,
  status: 'active',
  ...content,
});
