import { isSameVariable, type ReportedEvidence, type Variable } from './evidence.ts';

/** Two groups of which the one is compared with the other. */
export interface Pair {
  readonly exposure: Variable;
  readonly reference: Variable;
  /** What is taken for granted of their order. */
  readonly assumption: string | undefined;
}

/** The groups that an Evidence compares, in either order where it does not say which is the reference. */
export const pairsOf = ({ exposure, reference, unordered }: ReportedEvidence): readonly Pair[] => {
  if (exposure !== undefined && reference !== undefined)
    return isSameVariable(exposure, reference) ? [] : [{ exposure, reference, assumption: undefined }];
  const [one, other, ...more] = unordered;
  if (reference !== undefined || one === undefined || other === undefined || more.length > 0) return [];
  if (isSameVariable(one, other)) return [];
  return [
    { exposure: one, reference: other, assumption: 'taking the first group against the second' },
    { exposure: other, reference: one, assumption: 'taking the second group against the first' },
  ];
};
