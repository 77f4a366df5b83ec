import { CANONICAL } from '../../fhir/canonical.ts';
import { type Issue, operationOutcome } from '../../fhir/issue.ts';
import type { Link, Store, Version } from '../../store/store.ts';
import { carriedOut, type Plan } from '../change.ts';
import { resourceAnswer } from './answers.ts';
import { operation } from './operation.ts';
import { storedVersion } from './stored.ts';
import { studyAsUnit } from './study.ts';

const placeOf = ({ type, id }: Version): string => `${type}/${id}`;

/** What of a unit nothing else refers to, and why the rest has to stay. */
interface Separated {
  readonly free: readonly Version[];
  readonly held: readonly Link[];
}

/** What has to stay holds what it refers to, in turn. */
const separated = async (store: Store, unit: readonly Version[]): Promise<Separated> => {
  const held: Link[] = [];
  for (let free = unit; ; ) {
    const found = await store.referrers(free);
    if (found.length === 0) return { free, held };
    held.push(...found);
    const staying = new Set(found.map(({ to }) => to));
    free = free.filter((one) => !staying.has(placeOf(one)));
  }
};

const outcome = ({ free, held }: Separated): readonly Issue[] => [
  {
    severity: 'information',
    code: 'deleted',
    text: `Deleted: ${free.map(placeOf).join(', ')}`,
  },
  ...held.map(
    ({ from, to }): Issue => ({
      severity: 'information',
      code: 'informational',
      text: `${to} is kept: ${from} refers to it`,
    }),
  ),
];

const planned: Plan = async (request, service) => {
  const study = await storedVersion(request, service);
  if ('failure' in study) return study;
  const parts = await separated(service.store, await studyAsUnit(service.store, study));
  if (!parts.free.includes(study)) {
    const place = placeOf(study);
    return {
      failure: 'conflict',
      issues: parts.held
        .filter(({ to }) => to === place)
        .map(({ from }) => ({
          severity: 'error',
          code: 'conflict',
          rule: 'referential-integrity',
          text: `${from} refers to ${place}; nothing was deleted`,
        })),
    };
  }
  return {
    writes: parts.free.map(({ type, id, versionId }) => ({
      type,
      id,
      method: 'DELETE',
      replaces: versionId,
    })),
    guards: [],
    answer: () => resourceAnswer(operationOutcome(outcome(parts))),
  };
};

/** Deletes a study with all that belongs to it and to nothing else, all of it or nothing. */
export const deleteStudy = operation({
  code: 'delete-study',
  definition: `${CANONICAL}/OperationDefinition/delete-study`,
  summary: 'Delete the study with all that belongs to it alone',
  levels: { instance: { permissions: ['r', 's', 'd'] } },
  byGet: [],
  types: ['ResearchStudy'],
  output: 'OperationOutcome',
  failures: ['not-found', 'gone', 'conflict'],
  inputs: {},
  run: (_, request, service) => carriedOut(planned)(request, service),
});
