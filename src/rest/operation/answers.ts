import type { FhirResource, Parameters, ParametersParameter } from 'fhir/r5.js';
import type { Issue } from '../../fhir/issue.ts';
import type { Answer } from '../answer.ts';
import type { Failure, FailureKind } from '../error.ts';

/** The answer that is a resource; its type comes first, as readers expect it. */
export const resourceAnswer = ({ resourceType, ...resource }: FhirResource): Answer => ({
  status: 200,
  body: JSON.stringify({ resourceType, ...resource }),
});

/** The outputs of an operation: https://hl7.org/fhir/R5/operations.html#response */
export const parametersAnswer = (parameter: ParametersParameter[]): Answer => {
  const resource: Parameters = {
    resourceType: 'Parameters',
    ...(parameter.length > 0 && { parameter }),
  };
  return resourceAnswer(resource);
};

const FAILURES: Partial<Record<Issue['code'], FailureKind>> = {
  'not-found': 'not-found',
  required: 'malformed',
  invalid: 'malformed',
};

/** What was asked of the terminology, or why it cannot be had. */
export const terminologyAnswer = (
  result: { readonly value: FhirResource } | { readonly issue: Issue },
): Answer | Failure =>
  'issue' in result
    ? { failure: FAILURES[result.issue.code] ?? 'invalid', issues: [result.issue] }
    : resourceAnswer(result.value);
