import { TRIAL_TYPES } from '../../fhir/resource-type.ts';
import type { Version } from '../../store/store.ts';
import { type Failure, fail } from '../error.ts';
import { storedVersion } from '../operation/stored.ts';
import { studyAsUnit } from '../operation/study.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import type { Extent } from './bulk-request.ts';

/** How many studies may be exported together. */
const MOST = 200;

const studiesOf = async (
  ids: readonly string[],
  request: Request,
  service: Service,
): Promise<readonly Version[] | Failure> => {
  if (ids.length === 0 || ids.length > MOST)
    return fail('malformed', 'value', `_id names the studies, from 1 to ${MOST}, divided by commas`, {
      expression: 'http._id',
    });
  const studies: Version[] = [];
  for (const id of ids) {
    const study = await storedVersion({ ...request, id }, service);
    if ('failure' in study) return study;
    studies.push(study);
  }
  return studies;
};

/** All that belongs to studies, which a path or `_id` names: what `$everything` of each has. */
export const studyExtent = async (
  ids: readonly string[],
  request: Request,
  service: Service,
): Promise<Extent | Failure> => {
  const studies = await studiesOf(ids, request, service);
  if ('failure' in studies) return studies;
  const found = new Map<string, Set<string>>();
  for (const study of studies)
    for (const { type, id } of await studyAsUnit(service.store, study))
      found.set(type, (found.get(type) ?? new Set()).add(id));
  return {
    types: TRIAL_TYPES,
    outside: 'is no part of a study',
    within: (type) => ({ kind: 'id', anyOf: [...(found.get(type) ?? [])] }),
    issues: [],
  };
};
