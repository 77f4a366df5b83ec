import { operationOutcome } from '../../fhir/issue.ts';
import type { Deletion, Version } from '../../store/store.ts';
import { type Answer, versionHeaders } from '../answer.ts';
import type { Plan } from '../change.ts';
import { ambiguous, conditionOf } from '../condition.ts';
import { unmet } from '../precondition.ts';
import { wantedReturn } from '../prefer.ts';
import type { Request } from '../request.ts';

/** How many resources a condition may delete at once. */
const MAX_DELETED = 1000;

const answer = (request: Request, deletions: readonly (Version | Deletion)[]): Answer => {
  const [only, ...more] = deletions;
  const headers = only !== undefined && more.length === 0 ? versionHeaders(only) : {};
  if (wantedReturn(request) !== 'OperationOutcome') return { status: 204, headers };
  const text =
    deletions.length === 0
      ? 'There was nothing to delete'
      : `Deleted: ${deletions.map(({ type, id }) => `${type}/${id}`).join(', ')}`;
  const outcome = operationOutcome([{ severity: 'information', code: 'deleted', text }]);
  return { status: 200, headers, body: JSON.stringify(outcome) };
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

/** https://hl7.org/fhir/R5/http.html#cdelete */
export const conditionalDelete: Plan = async (request, service) => {
  const multiple = service.conditionalDelete === 'multiple';
  const condition = await conditionOf(request, request.query, service, multiple ? MAX_DELETED : 2);
  if ('failure' in condition) return condition;
  const { found, guard } = condition;
  if (found.length > 1 && !multiple) return ambiguous(request.type);
  if (found.length === 0) return answer(request, []);
  const [only] = found;
  const stands = found.length === 1 ? unmet(request, only) : undefined;
  if (stands !== undefined) return stands;
  return {
    writes: found.map(({ type, id, versionId }) => ({ type, id, method: 'DELETE', replaces: versionId })),
    guards: multiple ? [] : [guard],
    answer: (deletions) => answer(request, deletions),
  };
};
