import { type Criterion, searchOf, type Visible } from '../fhir/search/search-request.ts';
import {
  type Batch,
  BrokenReferences,
  type Deletion,
  type Demand,
  DemandUnmet,
  type Store,
  type Version,
  type Write,
} from '../store/store.ts';
import { Forbidden } from './forbidden.ts';
import type { Permissions } from './permissions.ts';
import { permittedExports } from './permitted-exports.ts';
import type { Permission } from './scope.ts';

const letterOf = ({ method, content }: Write): Permission => {
  if (content === undefined) return 'd';
  return method === 'POST' ? 'c' : 'u';
};

/** Whether all resources of a type may be seen. */
const isWholly = (visible: Visible | undefined, type: string): boolean =>
  visible === undefined || visible.types.includes(type);

/** What a write has to meet, before it and after it, where not all resources of its type may be written. */
const demandsOf = async (write: Write, { permits, visible }: Permissions): Promise<readonly Demand[]> => {
  const { type, id, replaces } = write;
  const letter = letterOf(write);
  if (!permits(letter, type)) throw new Forbidden(`${letter} of ${type}`);
  const writable = await visible(letter);
  if (writable === undefined || writable.types.includes(type)) return [];
  // Whether something is hidden under an id must not be told by whether it can be created there.
  if (letter !== 'c' && replaces === 0) throw new Forbidden(`${letter} of ${type}/${id}`);
  const where = writable.some;
  const before = { when: 'before', type, id, where } as const;
  const after = { when: 'after', type, id, where } as const;
  return [...(letter === 'c' ? [] : [before]), ...(letter === 'd' ? [] : [after])];
};

/** The links that keep a batch from being made, as far as the client may know from where they lead. */
const told = (links: BrokenReferences['links'], { writes }: Batch, readable: Visible | undefined) =>
  links.map(({ from, to }) => {
    const isOwn = writes.some(({ type, id }) => from === `${type}/${id}`);
    const [type = ''] = from.split('/', 1);
    return isOwn || isWholly(readable, type) ? { from, to } : { from: 'Another resource', to };
  });

/**
 * The store as one sees it who may not see or change everything: what is not visible is not there. Single resources are
 * seen by the permission named, searches by that to search. Throws Forbidden.
 */
export const permittedStore = (store: Store, permissions: Permissions, seeing: Permission): Store => {
  const { visible } = permissions;

  const read = async (type: string, id: string): Promise<Version | Deletion | undefined> => {
    const seen = await visible(seeing);
    if (isWholly(seen, type)) return store.read(type, id);
    const named: Criterion = { kind: 'id', anyOf: [id] };
    const request = { ...searchOf([type], named, 1), total: 'none', ...(seen && { visible: seen }) } as const;
    const { matches } = await store.search(request);
    return matches[0];
  };

  return {
    ...store,
    bulkExports: permittedExports(store.bulkExports, permissions),
    read,
    readAll: async (places) => {
      const found = await Promise.all(places.map(({ type, id }) => read(type, id)));
      return new Map(found.flatMap((one) => (one ? [[`${one.type}/${one.id}`, one]] : [])));
    },
    vread: async (type, id, versionId) => {
      if (isWholly(await visible(seeing), type)) return store.vread(type, id, versionId);
      // Only what is current can be asked what it meets.
      const current = await read(type, id);
      return current?.versionId === versionId ? current : undefined;
    },
    history: async (request) => {
      const seen = await visible(seeing);
      return store.history({ ...request, ...(seen && { visible: seen }) });
    },
    search: async (request) => {
      const seen = await visible('s');
      if (seen === undefined) return store.search(request);
      // What contains a resource may be hidden although its type is not.
      if (request.contained !== undefined) throw new Forbidden('contained resources');
      return store.search({ ...request, visible: seen });
    },
    referrers: async (places) => told(await store.referrers(places), { writes: [] }, await visible('r')),
    write: async (batch, lastUpdated) => {
      const { writes, guards = [], notes = {} } = batch;
      const demands = (await Promise.all(writes.map((write) => demandsOf(write, permissions)))).flat();
      const seen = await visible('s');
      const seenGuards = guards.map(({ request, found }) => ({
        request: { ...request, ...(seen && { visible: seen }) },
        found,
      }));
      try {
        return await store.write({ writes, guards: seenGuards, demands, notes }, lastUpdated);
      } catch (error) {
        if (error instanceof DemandUnmet) throw new Forbidden(error.message);
        if (error instanceof BrokenReferences)
          throw new BrokenReferences(told(error.links, batch, await visible('r')));
        throw error;
      }
    },
  };
};
