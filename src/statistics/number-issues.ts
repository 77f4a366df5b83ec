import type { Content } from '../fhir/content.ts';
import type { Issue } from '../fhir/issue.ts';
import { positions } from '../fhir/json.ts';
import { check } from './check.ts';
import { checkIssues } from './check-issues.ts';

/** What is inconsistent among the numbers of a resource by itself, with the places in its text. */
export const numberIssues = (resource: Content): readonly Issue[] => {
  const issues = checkIssues({ resource, checks: check(resource, []) });
  const places = positions(resource.text, new Set(issues.map(({ expression }) => expression ?? '')));
  return issues.map((issue) => ({ ...issue, ...places.get(issue.expression ?? '') }));
};
