import type { Guard } from '../../../store/store.ts';
import { ambiguous, conditionOf, conditionPairs } from '../../condition.ts';
import { type Failure, fail } from '../../error.ts';
import type { Service } from '../../service.ts';
import { toDelete } from '../delete.ts';
import { atEntry } from './entry.ts';
import type { Item } from './item.ts';

/** A resource that an entry of a transaction is about, known before anything is done. */
export interface Identity {
  readonly type: string;
  readonly id: string;
  /** The place of the entry. */
  readonly at: number;
  /** By which it was found. */
  readonly guard?: Guard;
}

type Found = Omit<Identity, 'at'>;

/** What meets the condition of an entry, or what is to be created as nothing does. */
const conditional = async ({ entry, route, request }: Item, service: Service): Promise<Found | Failure> => {
  const isCreate = route.interaction === 'create';
  const pairs = isCreate ? conditionPairs(request.type, entry.ifNoneExist ?? '') : request.query;
  if ('failure' in pairs) return pairs;
  const condition = await conditionOf(request, pairs, service);
  if ('failure' in condition) return condition;
  const {
    found: [found, ...more],
    guard,
  } = condition;
  if (more.length > 0) return ambiguous(request.type);
  const id = found?.id ?? (isCreate ? undefined : entry.resource?.id) ?? service.newId();
  return { type: request.type, id, guard };
};

const found = async (item: Item, service: Service): Promise<readonly Found[] | Failure> => {
  const { entry, route, request } = item;
  const { type, id } = request;
  if (id !== '') return [{ type, id }];
  if (route.interaction === 'create' && entry.ifNoneExist === undefined)
    return [{ type, id: service.newId() }];
  if (route.interaction === 'delete') {
    const condition = await toDelete(request, service);
    return 'failure' in condition ? condition : condition.found;
  }
  const one = await conditional(item, service);
  return 'failure' in one ? one : [one];
};

/** What a changing entry is about; nothing where it deletes what meets a condition and nothing does. */
export const identitiesOf = async (item: Item, service: Service): Promise<readonly Identity[] | Failure> => {
  const { at } = item.entry;
  const all = await found(item, service);
  return 'failure' in all
    ? atEntry(at, all)
    : all.map(({ type, id, guard }) => ({ type, id, at, ...(guard && { guard }) }));
};

/** That two entries would change the same resource: https://hl7.org/fhir/R5/http.html#trules */
export const sameIdentity = (identities: readonly Identity[]): Failure | undefined => {
  const seen = new Map<string, number>();
  for (const { type, id, at } of identities) {
    const before = seen.get(`${type}/${id}`);
    if (before !== undefined)
      return atEntry(at, fail('malformed', 'duplicate', `${type}/${id} is changed by entry ${before}, too`));
    seen.set(`${type}/${id}`, at);
  }
  return;
};
