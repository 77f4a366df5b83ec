/** A request that is worked on, or the Bundle with what came of it. */
export interface Job {
  /** Who asked, where that is known: the answer is for nobody else. */
  readonly owner: string;
  readonly bundle?: string;
  /** Milliseconds since 1970 at which it is forgotten; absent while it is worked on. */
  readonly until?: number;
}

/** Jobs by their ids, the oldest first. */
export type Jobs = Map<string, Job>;
