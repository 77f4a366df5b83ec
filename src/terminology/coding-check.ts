import type { Coding } from 'fhir/r5.js';
import type { Issue } from '../fhir/issue.ts';
import { type Answer, type CodeSet, hasCode, type Member } from '../fhir/terminology/code-set.ts';
import { systemSet } from '../fhir/terminology/system-set.ts';
import { displayOf, displaysOf } from './designation.ts';
import type { StoredResources } from './stored-resources.ts';

/** What codings are checked against: a value set or a whole code system. */
export interface Expected {
  readonly set: CodeSet;
  /** How it is called in messages: `the value set http://…`. */
  readonly name: string;
  readonly resources: StoredResources;
  /** Whether codes that are there to group others will do. */
  readonly isAbstractAllowed: boolean;
  readonly displayLanguage: string | undefined;
}

/** A coding, what is known of it and what is wrong with it. */
export interface CheckedCoding {
  readonly coding: Coding;
  readonly version?: string | undefined;
  readonly display?: string | undefined;
  readonly issues: readonly Issue[];
}

const normalised = (display: string): string => display.trim().replace(/\s+/g, ' ').toLowerCase();

const shown = ({ system, code }: Coding): string => `"${system === undefined ? '' : `${system}|`}${code}"`;

/** The one system that the value set has a code from. */
const inferredSystem = ({ set }: Expected, code: string): string | undefined => {
  const systems = [...set.systems].filter((system) => set.has(system, code) === 'yes');
  return systems.length === 1 ? systems[0] : undefined;
};

const membershipIssues = (
  { set, name }: Expected,
  coding: Coding,
  isCode: Answer,
  at: string,
  whole: CodeSet,
): readonly Issue[] => {
  const { system, code = '' } = coding;
  if (isCode === 'no') {
    const text = `The code system ${system} has no code "${code}"`;
    return [{ severity: 'error', code: 'code-invalid', rule: 'invalid-code', text, expression: at }];
  }
  const isMember = hasCode(set, system, code);
  if (isMember === 'no') {
    const text = `${shown(coding)} is not in ${name}`;
    return [{ severity: 'error', code: 'code-invalid', rule: 'not-in-value-set', text, expression: at }];
  }
  const { gaps } = isMember === 'unknown' ? set.list() : isCode === 'unknown' ? whole.list() : { gaps: [] };
  const reasons = gaps.map(({ text }) => text).join('; ');
  const text =
    isMember === 'yes'
      ? `${shown(coding)} is in ${name}; whether its code system has it cannot be checked: ${reasons}`
      : `Whether ${shown(coding)} is in ${name} cannot be checked: ${reasons}`;
  const severity = isMember === 'yes' ? 'warning' : 'error';
  return gaps
    .slice(0, 1)
    .map((gap): Issue => ({ severity, code: gap.code, rule: 'code-unchecked', text, expression: at }));
};

const memberIssues = (
  { isAbstractAllowed }: Expected,
  coding: Coding,
  member: Member,
  at: (name: string) => string,
): readonly Issue[] => {
  const issues: Issue[] = [];
  const displays = displaysOf(member);
  const { display } = coding;
  if (display !== undefined && displays.length > 0) {
    if (!displays.some((own) => normalised(own) === normalised(display))) {
      const names = [...new Set(displays)].map((own) => `"${own}"`).join(', ');
      const text = `"${display}" is not what ${shown(coding)} is called: ${names}`;
      const expression = at('display');
      issues.push({ severity: 'error', code: 'invalid', rule: 'invalid-display', text, expression });
    }
  }
  if (member.isAbstract && !isAbstractAllowed) {
    const text = `${shown(coding)} is there to group other codes and is not to be used itself`;
    const expression = at('code');
    issues.push({ severity: 'error', code: 'business-rule', rule: 'abstract-code', text, expression });
  }
  if (member.isInactive) {
    const text = `${shown(coding)} is no longer in use`;
    const expression = at('code');
    issues.push({ severity: 'warning', code: 'business-rule', rule: 'inactive-code', text, expression });
  }
  return issues;
};

/** Checks a coding; `path` is where it stands in the parameters, empty for a code by itself. */
export const checkCoding = async (
  expected: Expected,
  given: Coding,
  path: string,
): Promise<CheckedCoding> => {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const { code } = given;
  if (code === undefined) {
    const text = 'A coding without a code is in no value set';
    const issue: Issue = {
      severity: 'error',
      code: 'required',
      rule: 'code-missing',
      text,
      expression: at('code'),
    };
    return { coding: given, issues: [issue] };
  }
  const system = given.system ?? (path === '' ? inferredSystem(expected, code) : undefined);
  if (system === undefined) {
    const text =
      path === ''
        ? `The code "${code}" without a system is not in ${expected.name}, or of several of its systems`
        : `A coding without a system, such as "${code}", is in no value set`;
    const issue: Issue = {
      severity: 'error',
      code: 'code-invalid',
      rule: 'system-missing',
      text,
      expression: at('system'),
    };
    return { coding: given, issues: [issue] };
  }
  const coding = { ...given, system };
  const codeSystem = await expected.resources.loadCodeSystem(system, given.version);
  const whole = systemSet(
    { system, ...(given.version !== undefined && { version: given.version }) },
    expected.resources,
  );
  const isCode = whole.has(system, code);
  const issues = membershipIssues(expected, coding, isCode, at('code'), whole);
  // What the value set calls it goes before what its system does.
  const member = expected.set.find(system, code) ?? whole.find(system, code);
  return {
    coding,
    version: given.version ?? codeSystem?.version,
    display: member && displayOf(member, expected.displayLanguage),
    issues: member ? [...issues, ...memberIssues(expected, coding, member, at)] : issues,
  };
};
