import type { OperationOutcome } from 'fhir/r5.js';
import { openWork } from '../../src/commands/work.ts';
import type { Issue } from '../../src/fhir/issue.ts';
import { isError } from '../../src/fhir/issue.ts';
import { parse } from '../../src/fhir/json.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { serveWork } from '../served-work.ts';
import type { PatchCase, Patcher } from './patch-case.ts';

const TYPES = { 'json-patch': 'application/json-patch+json', 'fhirpath-patch': 'application/fhir+json' };

const withId = (text: string, id: string): string => JSON.stringify({ ...JSON.parse(text), id });

/** What the server answered, without what it set itself. */
const asSent = (text: string, { resource }: PatchCase): string => {
  const { id, meta, ...rest } = JSON.parse(text);
  const { versionId: _, lastUpdated: __, ...kept } = meta;
  const sent = JSON.parse(resource);
  return JSON.stringify({
    ...rest,
    ...(sent.id !== undefined && { id }),
    ...(Object.keys(kept).length > 0 && { meta: kept }),
  });
};

const issuesOf = (text: string): readonly Issue[] =>
  (JSON.parse(text) as OperationOutcome).issue.map(({ severity, code, details, expression }) => ({
    severity,
    code,
    text: details?.text ?? '',
    ...(expression?.[0] !== undefined && { expression: expression[0] }),
  }));

/** A server that patches over HTTP, and how many of the cases' resources it took although they are not valid R5. */
export const startPatchServer = async (): Promise<{
  readonly patch: Patcher;
  readonly invalid: () => number;
  readonly stop: () => Promise<void>;
}> => {
  const work = await openWork('sqlite::memory:', { referentialIntegrity: false });
  const validate = createValidator();
  let invalid = 0;
  let strict = true;
  const { origin, stop } = await serveWork(work, {
    validate: (content, profiles) => (strict ? validate(content, profiles) : []),
  });
  const isValid = (text: string | undefined): boolean => {
    const parsed = text === undefined ? undefined : parse(text);
    return parsed === undefined || ('text' in parsed && !validate(parsed).some(isError));
  };
  let count = 0;
  const patch: Patcher = async (one) => {
    count += 1;
    strict = isValid(one.resource) && isValid(one.expected);
    if (!strict) invalid += 1;
    const { resourceType, id = `case-${count}` } = JSON.parse(one.resource);
    const url = `${origin}/fhir/${resourceType}/${id}`;
    const put = await fetch(url, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/fhir+json' },
      body: withId(one.resource, id),
    });
    if (!put.ok) throw new Error(`${one.name} cannot be stored: ${await put.text()}`);
    const answer = await fetch(url, {
      method: 'PATCH',
      headers: { 'Content-Type': TYPES[one.format] },
      body: one.patch,
    });
    const text = await answer.text();
    return answer.ok ? asSent(text, one) : issuesOf(text);
  };
  return { patch, invalid: () => invalid, stop };
};
