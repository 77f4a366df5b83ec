import { writeSync } from 'node:fs';
import type { Issue } from '../fhir/issue.ts';

/** A line on standard error, for people. */
export const say = (line: string): void => {
  writeSync(2, `${line}\n`);
};

/** An issue on one line, as compilers write them: place, severity, text, element and rule. */
export const issueLine = (source: string, issue: Issue): string => {
  const place = [source, issue.line ?? [], issue.line === undefined ? [] : (issue.column ?? [])]
    .flat()
    .join(':');
  const element = issue.expression === undefined ? '' : ` (${issue.expression})`;
  const rule = issue.rule === undefined ? '' : ` [${issue.rule}]`;
  return `${place}: ${issue.severity}: ${issue.text}${element}${rule}`;
};
