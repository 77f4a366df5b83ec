import type { Content } from '../fhir/content.ts';
import { type MappedTrial, referenceTo, type TrialFacts } from '../fhir/mapped-trial.ts';
import { artifactAssessment } from './artifact-assessment.ts';
import { checkAll } from './check-all.ts';
import { checkIssues } from './check-issues.ts';

/** A trial with its numbers checked: an assessment for each resource that has any, a warning for each that is wrong. */
export const checkedTrial = (trial: TrialFacts): MappedTrial => {
  const checked = checkAll(trial.facts);
  const assessments = (referenceOf: (fact: Content) => string): readonly Content[] =>
    checked.map((one) => artifactAssessment(one, { reference: referenceOf(one.resource) }));
  const resources = [...trial.facts, ...assessments(referenceTo)];
  return {
    ...trial,
    kind: 'mapped',
    assessments,
    resources: [...resources, trial.provenance(resources.map(referenceTo))],
    issues: [...checked.flatMap(checkIssues), ...trial.issues],
  };
};
