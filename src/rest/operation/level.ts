import type { Request } from '../request.ts';

/** What an operation is invoked on; `version` is an instance as it was: https://hl7.org/fhir/R5/operations.html#request */
export type Level = 'system' | 'type' | 'instance' | 'version';

/** What the operation of a request is invoked on. */
export const levelOf = ({ type, id, versionId }: Request): Level => {
  if (versionId !== '') return 'version';
  if (id !== '') return 'instance';
  return type === '' ? 'system' : 'type';
};
