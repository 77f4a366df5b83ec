import type { Deletion, Version } from '../store/store.ts';
import type { Answer } from './answer.ts';
import { type Failure, thrownFailure } from './error.ts';
import type { Handler } from './request.ts';
import type { Route } from './route.ts';
import type { Service } from './service.ts';

/** The version as a relative reference; of a deletion the one that was deleted, as the other has no resource. */
const placeOf = ({ type, id, versionId, deleted }: Version | Deletion): string =>
  `${type}/${id}/_history/${deleted ? versionId - 1 : versionId}`;

/** A handler whose accesses are recorded, where they are to be: https://profiles.ihe.net/ITI/BALP/index.html */
export const audited = ({ interaction }: Pick<Route, 'interaction'>, handler: Handler): Handler => {
  if (interaction === undefined) return handler;
  const isOperation = typeof interaction === 'object';
  const what = isOperation ? { code: 'operation', operation: interaction.operation } : { code: interaction };
  return async (request, service) => {
    const { audit, store, now } = service;
    if (audit === undefined) return handler(request, service);
    const written: (Version | Deletion)[] = [];
    const noticing: Service = {
      ...service,
      store: {
        ...store,
        write: async (batch, lastUpdated) => {
          const versions = await store.write(batch, lastUpdated);
          written.push(...versions);
          return versions;
        },
      },
    };
    const record = (answer: Answer | Failure): Promise<void> => {
      const { type, id, query, base, requestId, clientAddress, principal } = request;
      const read = answer.version ? [answer.version] : [];
      return audit.record({
        ...what,
        ...{ type, id, query, base, requestId, clientAddress, principal },
        recorded: now(),
        failure: 'failure' in answer ? answer : undefined,
        places: (written.length > 0 ? written : read).map(placeOf),
      });
    };
    let answer: Answer | Failure;
    try {
      answer = await handler(request, noticing);
    } catch (error) {
      await record(thrownFailure(error, request.requestId));
      throw error;
    }
    await record(answer);
    return answer;
  };
};
