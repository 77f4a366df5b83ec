import { type Issue, operationOutcome } from '../fhir/issue.ts';
import type { Version } from '../store/store.ts';
import type { Answer } from './answer.ts';
import { wantedReturn } from './prefer.ts';
import type { Request } from './request.ts';

/** The answer to a write that left this version: https://hl7.org/fhir/R5/http.html#ops */
export const written = (
  status: 200 | 201,
  version: Version,
  request: Request,
  issues: readonly Issue[],
): Answer => {
  const { type, id, versionId, text } = version;
  const bodies = {
    representation: () => ({ body: text }),
    minimal: () => ({}),
    OperationOutcome: () => ({ body: JSON.stringify(operationOutcome(issues)) }),
  };
  return {
    status,
    version,
    headers: { Location: `${request.base}/${type}/${id}/_history/${versionId}` },
    ...bodies[wantedReturn(request) ?? 'representation'](),
  };
};
