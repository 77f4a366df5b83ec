import { operationOutcome } from '../../fhir/issue.ts';
import type { Deletion, Version } from '../../store/store.ts';
import type { Answer } from '../answer.ts';
import type { Plan } from '../change.ts';
import { ambiguous, type Condition, conditionOf } from '../condition.ts';
import type { Failure } from '../error.ts';
import { unmet } from '../precondition.ts';
import { wantedReturn } from '../prefer.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';

/** How many resources a condition may delete at once. */
const MAX_DELETED = 1000;

const answer = (request: Request, deletions: readonly (Version | Deletion)[]): Answer => {
  const [only, ...more] = deletions;
  const about = only !== undefined && more.length === 0 ? { version: only } : {};
  if (wantedReturn(request) !== 'OperationOutcome') return { status: 204, ...about };
  const text =
    deletions.length === 0
      ? 'There was nothing to delete'
      : `Deleted: ${deletions.map(({ type, id }) => `${type}/${id}`).join(', ')}`;
  const outcome = operationOutcome([{ severity: 'information', code: 'deleted', text }]);
  return { status: 200, ...about, body: JSON.stringify(outcome) };
};

/** https://hl7.org/fhir/R5/http.html#delete */
export const remove: Plan = async (request, { store }) => {
  const { type, id } = request;
  const current = await store.read(type, id);
  const stands = unmet(request, current);
  if (stands !== undefined) return stands;
  if (current === undefined || current.deleted)
    return answer(request, current === undefined ? [] : [current]);
  return {
    writes: [{ type, id, method: 'DELETE', replaces: current.versionId }],
    guards: [],
    answer: (deletions) => answer(request, deletions),
  };
};

/** What a conditional delete is to delete. */
export const toDelete = async (request: Request, service: Service): Promise<Condition | Failure> => {
  const isMultiple = service.conditionalDelete === 'multiple';
  const condition = await conditionOf(request, request.query, service, isMultiple ? MAX_DELETED : 2);
  if ('failure' in condition || isMultiple) return condition;
  return condition.found.length > 1 ? ambiguous(request.type) : condition;
};

/** https://hl7.org/fhir/R5/http.html#cdelete */
export const conditionalDelete: Plan = async (request, service) => {
  const condition = await toDelete(request, service);
  if ('failure' in condition) return condition;
  const { found, guard } = condition;
  if (found.length === 0) return answer(request, []);
  const [only] = found;
  const stands = found.length === 1 ? unmet(request, only) : undefined;
  if (stands !== undefined) return stands;
  return {
    writes: found.map(({ type, id, versionId }) => ({ type, id, method: 'DELETE', replaces: versionId })),
    // Of several, those are deleted that were found.
    guards: service.conditionalDelete === 'multiple' ? [] : [guard],
    answer: (deletions) => answer(request, deletions),
  };
};
