import type { Version } from '../../../store/store.ts';
import { ambiguous, conditionOf, conditionPairs } from '../../condition.ts';
import { type Failure, fail } from '../../error.ts';
import type { Routed } from '../../respond.ts';
import type { Service } from '../../service.ts';
import { atEntry, type EntryRequest } from './entry.ts';

/** The resource that an entry of a transaction is about, known before anything is done. */
export interface Identity {
  readonly type: string;
  readonly id: string;
}

/** The id of what meets a condition, or one for what is to be created. */
const conditional = async (
  { route, request }: Routed,
  query: string | undefined,
  sentId: string | undefined,
  service: Service,
): Promise<string | Failure> => {
  const pairs = query === undefined ? request.query : conditionPairs(query);
  if ('failure' in pairs) return pairs;
  const condition = await conditionOf(request, pairs, service);
  if ('failure' in condition) return condition;
  const [found, ...more]: readonly Version[] = condition.found;
  if (more.length > 0) return ambiguous(request.type);
  if (found !== undefined) return found.id;
  const sent = route.interaction === 'update' ? sentId : undefined;
  return sent ?? service.newId();
};

/** What each changing entry is about. */
export const identityOf = async (
  entry: EntryRequest,
  found: Routed,
  service: Service,
): Promise<Identity | Failure> => {
  const { type, id } = found.request;
  if (id !== '') return { type, id };
  const isCreate = found.route.interaction === 'create';
  if (isCreate && entry.ifNoneExist === undefined) return { type, id: service.newId() };
  const met = await conditional(found, isCreate ? entry.ifNoneExist : undefined, entry.id, service);
  return typeof met === 'string' ? { type, id: met } : atEntry(entry.at, met);
};

/** That two entries would change the same resource: https://hl7.org/fhir/R5/http.html#trules */
export const sameIdentity = (
  identities: readonly (Identity & { readonly at: number })[],
): Failure | undefined => {
  const seen = new Map<string, number>();
  for (const { type, id, at } of identities) {
    const before = seen.get(`${type}/${id}`);
    if (before !== undefined)
      return atEntry(at, fail('malformed', 'duplicate', `${type}/${id} is changed by entry ${before}, too`));
    seen.set(`${type}/${id}`, at);
  }
  return;
};
