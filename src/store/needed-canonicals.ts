import type { FhirResource } from 'fhir/r5.js';
import { storedCanonical } from './canonical.ts';
import type { Store } from './store.ts';

/** A canonical resource that work turned out to need. */
interface Need {
  readonly type: string;
  readonly url: string;
  readonly version: string | undefined;
}

/** How many are looked up for one piece of work: what refers to one another without end is left at that. */
const MOST = 200;

const keyOf = ({ type, url, version }: Need): string => `${type} ${url}|${version ?? ''}`;

/** Gives work that cannot wait the canonical resources that are stored. */
export class NeededCanonicals {
  readonly #store: Store;
  /** What is known to the work that runs now, and what it needs beyond that. */
  #known: ReadonlyMap<string, FhirResource | undefined> | undefined;
  #needs = new Map<string, Need>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** A stored resource by its canonical URL, without a version the latest; only while work runs that it has been looked up for. */
  readonly find = (type: string, url: string, version?: string): FhirResource | undefined => {
    if (this.#known === undefined) return undefined;
    const need = { type, url, version };
    const key = keyOf(need);
    if (!this.#known.has(key)) this.#needs.set(key, need);
    return this.#known.get(key);
  };

  /** Does work, and does it again with what it turned out to need, until it needs nothing more. */
  async provide<Result>(work: () => Result): Promise<Result> {
    const found = new Map<string, FhirResource | undefined>();
    for (;;) {
      // Anew each time: what was made of them while others were missing is not to be taken for theirs.
      const { result, needs } = this.#run(work, structuredClone(found));
      if (needs.size === 0 || found.size >= MOST) return result;
      for (const [key, { type, url, version }] of needs)
        found.set(key, await storedCanonical(this.#store, type, url, version));
    }
  }

  #run<Result>(
    work: () => Result,
    known: ReadonlyMap<string, FhirResource | undefined>,
  ): { readonly result: Result; readonly needs: ReadonlyMap<string, Need> } {
    this.#known = known;
    this.#needs = new Map();
    try {
      return { result: work(), needs: this.#needs };
    } finally {
      this.#known = undefined;
    }
  }
}
