import type { ReportedEvidence } from './evidence.ts';
import { enumeration } from './figures.ts';
import { type Pair, pairsOf } from './pair.ts';

/** A reading of the numbers of two groups behind a comparison. */
export interface Reading<Table> {
  readonly table: Table;
  /** How numbers in it follow from what is reported. */
  readonly derived: string | undefined;
  /** What is taken for granted in it. */
  readonly assumption: string | undefined;
}

/** The readings behind a comparison, at least one, or why there are none. */
export type Readings<Table> =
  | { readonly readings: readonly [Reading<Table>, ...Reading<Table>[]] }
  | { readonly missing: string };

const MOST_READINGS = 50;

const joined = (words: readonly (string | undefined)[]): string | undefined => {
  const said = words.filter((one) => one !== undefined);
  return said.length > 0 ? enumeration(said) : undefined;
};

/** A reading of one group and one of the other, together. */
export const readingOf = <Table>(
  table: Table,
  derived: readonly (string | undefined)[],
  assumptions: readonly (string | undefined)[],
): Reading<Table> => ({ table, derived: joined(derived), assumption: joined(assumptions) });

/** What `of` finds of the groups that an Evidence compares; `otherwise` says why it finds nothing. */
export const readingsOf = <Table>(
  evidence: ReportedEvidence,
  of: (pair: Pair) => readonly Reading<Table>[],
  otherwise: (pairs: readonly Pair[]) => string,
): Readings<Table> => {
  const pairs = pairsOf(evidence);
  if (pairs.length === 0) return { missing: 'no two groups are named that it compares' };
  const [first, ...more] = pairs.flatMap((pair) => of(pair).slice(0, MOST_READINGS));
  return first === undefined ? { missing: otherwise(pairs) } : { readings: [first, ...more] };
};
