import { decimal } from '../../model/decimal.ts';
import { NOT_STATED } from '../../model/fact.ts';
import { type GroupValue, shareFits } from './cell.ts';

/** Names of what is told in per cent and is no share of people. */
const NO_SHARE =
  /\b(?:changes?|reductions?|increases?|decreases?|improvements?|loss|gains?|differences?|adherence|compliance|sensitivity|specificity|accuracy|efficacy|scores?|mean|average|ratios?|ind(?:ex|ices)|coverage|inhibition|recovery|error|variation|doses?|intake|time|activity)\b|[Δ∆]/i;

/** A name that says how much of it people had: `≥50% reduction`. */
const THRESHOLD = /[<>≥≤]\s?\d|\bat least\b|\bmore than\b|\bless than\b/i;

/** A share of people with how many they are, where their number leaves one count alone that is rounded to it. */
export const withCount = (value: GroupValue, outcome: string): GroupValue => {
  const [share, ...more] = value.measures;
  const { n } = value;
  if (share?.type !== 'proportion' || more.length > 0 || n === NOT_STATED) return value;
  if (NO_SHARE.test(outcome) && !THRESHOLD.test(outcome)) return value;
  const nearest = Math.round((Number(share.value.value) * n.value) / 100);
  const [count, ...others] = [nearest - 1, nearest, nearest + 1].filter(
    (one) => one >= 0 && one <= n.value && shareFits(one, share.value.value, n.value),
  );
  if (count === undefined || others.length > 0) return value;
  return {
    ...value,
    measures: [
      {
        ...share,
        type: 'count',
        value: {
          ...share.value,
          value: decimal(String(count)),
          derivation: 'derived',
          spans: [share.value.spans[0], ...n.spans],
        },
        unit: NOT_STATED,
      },
      share,
    ],
  };
};
