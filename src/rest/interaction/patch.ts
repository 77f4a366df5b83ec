import type { Content } from '../../fhir/content.ts';
import type { Issue } from '../../fhir/issue.ts';
import { fhirPathPatch } from '../../patch/fhirpath-patch.ts';
import { jsonPatch } from '../../patch/json-patch.ts';
import type { Guard, Version } from '../../store/store.ts';
import type { Answer } from '../answer.ts';
import { type Body, bodyResource } from '../body.ts';
import type { Change, Plan } from '../change.ts';
import { ambiguous, conditionOf } from '../condition.ts';
import { type Failure, fail } from '../error.ts';
import { bodyText, JSON_PATCH, sentType } from '../media-type.ts';
import { unmet } from '../precondition.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { gone, notFound } from './read.ts';
import { replaced } from './update.ts';

/** The stored resource as the client knows it; what a patch does to its version is set right again where it is stored. */
const contentOf = ({ text: stored }: Version, { fhirVersion }: Request): Content => {
  const text = fhirVersion.write(stored) ?? stored;
  return { text, value: JSON.parse(text) };
};

const refused = (issues: readonly Issue[]): Failure => ({
  failure: issues.some(({ rule }) => rule === 'patch-malformed') ? 'malformed' : 'invalid',
  issues,
});

/** The resource with the patch of the body applied: https://hl7.org/fhir/R5/http.html#patch */
const patched = (request: Request, current: Version): Body | Failure => {
  const apply = (result: Content | readonly Issue[]): Body | Failure => {
    const read = 'text' in result ? request.fhirVersion.read(result) : result;
    // What a patch makes stands nowhere in the body.
    return 'text' in read ? { content: read, positions: () => new Map() } : refused(read);
  };
  if (sentType(request) === JSON_PATCH) {
    const text = bodyText(request, [JSON_PATCH]);
    return typeof text === 'string' ? apply(jsonPatch(text, contentOf(current, request))) : text;
  }
  const body = bodyResource(request);
  if ('failure' in body) return body;
  if (body.content.value.resourceType !== 'Parameters')
    return fail(
      'malformed',
      'invalid',
      `A patch is Parameters or JSON Patch, not a ${body.content.value.resourceType}`,
    );
  return apply(fhirPathPatch(body.content, contentOf(current, request)));
};

const planned = (
  request: Request,
  current: Version,
  service: Service,
  guards: readonly Guard[] = [],
): Change | Answer | Failure => {
  const stands = unmet(request, current);
  if (stands !== undefined) return stands;
  const body = patched(request, current);
  return 'failure' in body ? body : replaced(request, current, body, service, 'PATCH', guards);
};

/** https://hl7.org/fhir/R5/http.html#patch */
export const patch: Plan = async (request, service) => {
  const current = await service.store.read(request.type, request.id);
  if (current === undefined) return notFound(request);
  return current.deleted ? gone(current) : planned(request, current, service);
};

/** https://hl7.org/fhir/R5/http.html#patch, by a condition */
export const conditionalPatch: Plan = async (request, service) => {
  const condition = await conditionOf(request, request.query, service);
  if ('failure' in condition) return condition;
  const {
    found: [found, ...more],
    guard,
  } = condition;
  if (more.length > 0) return ambiguous(request.type);
  if (found === undefined) return fail('not-found', 'not-found', `No ${request.type} meets the condition`);
  return planned({ ...request, id: found.id }, found, service, [guard]);
};
