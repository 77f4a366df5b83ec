import type { CodeSystem, OperationOutcome, Parameters, ValueSet } from 'fhir/r5.js';
import type { Result } from '../../src/terminology/result.ts';
import { createTerminology, type Terminology } from '../../src/terminology/terminology.ts';
import { resourcesOf } from '../fhir/terminology/resources.ts';

/** The terminology with these resources stored. */
export const terminologyWith = (...stored: readonly (CodeSystem | ValueSet)[]): Terminology => {
  const resources = resourcesOf(...stored);
  return createTerminology(async (type, url, version) =>
    type === 'ValueSet' ? resources.valueSet(url, version) : resources.codeSystem(url, version),
  );
};

/** What a request gave. */
export const given = <T>(result: Result<T>): T => {
  if ('issue' in result) throw new Error(result.issue.text);
  return result.value;
};

/** Why a request was refused: `code rule`. */
export const refused = (result: Result<unknown>): string =>
  'issue' in result ? `${result.issue.code} ${result.issue.rule}` : 'not refused';

/** Parameters by name, of those with simple values. */
export const simple = ({ parameter }: Parameters): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    (parameter ?? []).flatMap(({ name, resource: _, part: __, ...value }) =>
      Object.values(value).map((one) => [name, one]),
    ),
  );

/** The issues among the parameters: `severity message-id expression`. */
export const issuesOf = ({ parameter }: Parameters): readonly string[] => {
  const outcome = parameter?.find(({ name }) => name === 'issues')?.resource as OperationOutcome | undefined;
  return (outcome?.issue ?? []).map(({ severity, extension, expression }) =>
    [severity, extension?.find(({ url }) => url.endsWith('-message-id'))?.valueString, expression].join(' '),
  );
};
