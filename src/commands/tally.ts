/** What came of records. */
export interface Tally {
  /** Those that are stored now, the unchanged among them. */
  readonly loaded: number;
  readonly unchanged: number;
  readonly failed: number;
}

export const NOTHING: Tally = { loaded: 0, unchanged: 0, failed: 0 };

/** Two tallies in one. */
export const plus = (a: Tally, b: Tally): Tally => ({
  loaded: a.loaded + b.loaded,
  unchanged: a.unchanged + b.unchanged,
  failed: a.failed + b.failed,
});

/** A tally in words. */
export const tallied = ({ loaded, unchanged, failed }: Tally): string =>
  `${loaded} loaded, ${failed} failed${unchanged > 0 ? `, ${unchanged} of the loaded unchanged` : ''}`;
