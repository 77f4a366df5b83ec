import fc from 'fast-check';

/** What fast-check chooses while a search is made. */
export interface Picks {
  readonly pick: <T>(all: readonly T[]) => T;
  /** From 0 to this, included. */
  readonly upTo: (most: number) => number;
  readonly flip: () => boolean;
}

/** Choices that shrink to the first, the least and no. */
export const picks: fc.Arbitrary<Picks> = fc.gen().map((choose) => {
  const upTo = (most: number) => choose(fc.nat, { max: Math.max(0, most) });
  return { pick: <T>(all: readonly T[]) => all[upTo(all.length - 1)] as T, upTo, flip: () => upTo(1) === 1 };
});
