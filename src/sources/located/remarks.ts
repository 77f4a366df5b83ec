import type { Remark } from '../../model/record/record.ts';
import { factOf } from './get.ts';
import type { Tree } from './tree.ts';

/** What a record says and no fact was made of, in its order; asked for last, it takes all of it. */
export const remarks = ({ leaves }: Tree): readonly Remark[] =>
  leaves
    .filter(({ taken }) => !taken)
    .map((leaf) => ({ path: leaf.path, value: factOf(leaf, leaf.words, 'stated') }));

/** Where a record is not built as expected, in a sentence; nothing if it is. */
export const mismatchesIn = ({ mismatches }: Tree): string | undefined =>
  mismatches.length === 0
    ? undefined
    : [
        ...new Set(
          mismatches.map(
            ({ path, expected, found }) => `${expected} at ${path || 'the top'}, where ${found} stands`,
          ),
        ),
      ]
        .slice(0, 5)
        .join('; ');
