import { isId } from '../../fhir/resource-type.ts';
import { isSameResource } from '../../fhir/same-resource.ts';
import type { Deletion, Guard, Version } from '../../store/store.ts';
import type { Answer } from '../answer.ts';
import type { Body } from '../body.ts';
import type { Change, Plan } from '../change.ts';
import { ambiguous, conditionOf } from '../condition.ts';
import { type Failure, fail } from '../error.ts';
import { unmet } from '../precondition.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { sentResource, validResource } from '../valid.ts';
import { written } from '../written.ts';
import { madeVersion } from './create.ts';

/** Replaces what is stored under the id of the request, or stores it there; what is the same already stays. */
export const replaced = (
  request: Request,
  current: Version | Deletion | undefined,
  body: Body,
  service: Service,
  method: 'PUT' | 'PATCH',
  guards: readonly Guard[] = [],
): Change | Answer | Failure => {
  const { type, id } = request;
  const stands = unmet(request, current);
  if (stands !== undefined) return stands;
  const valid = validResource(body, service);
  if ('failure' in valid) return valid;
  const { content, issues } = valid;
  const exists = current !== undefined && !current.deleted;
  if (exists && isSameResource(current.text, content.text)) return written(200, current, request, issues);
  return {
    writes: [{ type, id, method, content, replaces: current?.versionId ?? 0 }],
    guards,
    answer: (versions) => written(exists ? 200 : 201, madeVersion(versions), request, issues),
  };
};

/** https://hl7.org/fhir/R5/http.html#update, as create: https://hl7.org/fhir/R5/http.html#upsert */
export const update: Plan = async (request, service) => {
  const { type, id } = request;
  const body = sentResource(request);
  if ('failure' in body) return body;
  if (!isId(id)) return fail('malformed', 'value', `“${id}” is not a logical id`);
  if (body.content.value.id !== id)
    return fail('malformed', 'invalid', `The resource's id is not ${id}, which the URL names`, {
      expression: `${type}.id`,
    });
  return replaced(request, await service.store.read(type, id), body, service, 'PUT');
};

/** https://hl7.org/fhir/R5/http.html#cond-update */
export const conditionalUpdate: Plan = async (request, service) => {
  const body = sentResource(request);
  if ('failure' in body) return body;
  const condition = await conditionOf(request, request.query, service);
  if ('failure' in condition) return condition;
  const {
    found: [found, ...more],
    guard,
  } = condition;
  if (more.length > 0) return ambiguous(request.type);
  const { id: sent } = body.content.value;
  if (found !== undefined && sent !== undefined && sent !== found.id)
    return fail('malformed', 'invalid', `The resource's id is not ${found.id}, which meets the condition`, {
      expression: `${request.type}.id`,
    });
  const id = found?.id ?? sent ?? service.newId();
  const current = found ?? (await service.store.read(request.type, id));
  if (found === undefined && current !== undefined && !current.deleted)
    return fail('conflict', 'conflict', `${request.type}/${id} is stored but does not meet the condition`);
  return replaced({ ...request, id }, current, body, service, 'PUT', [guard]);
};
