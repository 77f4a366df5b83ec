import { fileIdentity } from '../archives/identity.ts';
import { SOFTWARE_VERSION } from '../config/software-version.ts';
import type { Store } from '../store/store.ts';
import { NOTHING, type Tally } from './tally.ts';

/** How far the loading of a file went. */
interface Reached {
  /** Of the first document that is not loaded. */
  readonly position: number;
  readonly tally: Tally;
}

/** Where the loading of a file goes on after it was stopped; the database keeps it, with what was loaded. */
export interface Checkpoint {
  readonly reached: Reached;
  readonly keep: (reached: Reached) => Promise<void>;
  /** For when all of it is loaded. */
  readonly forget: () => Promise<void>;
}

/** The checkpoint of a file as it is now, for this version of the software: another might read more in it. */
export const checkpointOf = async (store: Store, path: string): Promise<Checkpoint> => {
  const identity = await fileIdentity(path);
  const name = `load ${SOFTWARE_VERSION} ${identity}`;
  const found = identity === undefined ? undefined : await store.note(name);
  let isKept = found !== undefined;
  return {
    reached: found === undefined ? { position: 0, tally: NOTHING } : (JSON.parse(found) as Reached),
    keep: async (reached) => {
      if (identity === undefined) return;
      isKept = true;
      await store.setNote(name, JSON.stringify(reached));
    },
    forget: async () => {
      if (isKept) await store.setNote(name, undefined);
    },
  };
};
