import type { Deletion, Version } from '../../store/store.ts';
import type { Plan } from '../change.ts';
import { ambiguous, type Condition, conditionOf, conditionPairs } from '../condition.ts';
import type { Failure } from '../error.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { sentResource, validResource } from '../valid.ts';
import { written } from '../written.ts';

/** The version that a write of a resource made. */
export const madeVersion = ([version]: readonly (Version | Deletion)[]): Version => {
  if (version === undefined || version.deleted) throw new Error('the store wrote no version');
  return version;
};

const existing = async (request: Request, service: Service): Promise<Condition | Failure | undefined> => {
  const header = request.header('if-none-exist');
  if (header === undefined) return;
  const pairs = conditionPairs(request.type, header);
  return 'failure' in pairs ? pairs : conditionOf(request, pairs, service);
};

/** https://hl7.org/fhir/R5/http.html#create, conditional: https://hl7.org/fhir/R5/http.html#ccreate */
export const create: Plan = async (request, service) => {
  const body = sentResource(request);
  if ('failure' in body) return body;
  const condition = await existing(request, service);
  if (condition !== undefined && 'failure' in condition) return condition;
  const [found, ...more] = condition?.found ?? [];
  if (more.length > 0) return ambiguous(request.type);
  if (found !== undefined) return written(200, found, request, []);
  const valid = validResource(body, service);
  if ('failure' in valid) return valid;
  const { content, issues } = valid;
  return {
    writes: [{ type: request.type, id: service.newId(), method: 'POST', content, replaces: 0 }],
    guards: condition === undefined ? [] : [condition.guard],
    answer: (versions) => written(201, madeVersion(versions), request, issues),
  };
};
