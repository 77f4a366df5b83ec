import type { Issue } from '../fhir/issue.ts';
import type { Checked } from './check-all.ts';
import { titleOf } from './title.ts';

/** A warning for each number that is inconsistent; what is consistent or cannot be verified is no issue. */
export const checkIssues = ({ resource, checks }: Checked): readonly Issue[] =>
  checks
    .filter(({ verdict }) => verdict === 'inconsistent')
    .map(({ code, path, text }) => ({
      severity: 'warning',
      code: 'business-rule',
      rule: `number-${code}`,
      text: `${titleOf(resource)}: ${text}`,
      expression: path,
    }));
