import type { Tree } from './tree.ts';

/** As many as are told. */
const MOST = 5;

/** Where a record is not built as its reader expects, in words; nothing where it is. */
export const mismatchesIn = ({ mismatches }: Tree): string | undefined => {
  const told = new Set(
    mismatches.map(
      ({ path, expected, found }) => `${expected} at ${path || 'the top'}, where ${found} stands`,
    ),
  );
  return told.size === 0 ? undefined : [...told].slice(0, MOST).join('; ');
};
