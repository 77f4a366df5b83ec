import { decimal } from '../../../model/decimal.ts';
import { NOT_STATED } from '../../../model/fact.ts';
import type { GroupResult, Measure } from '../../../model/trial.ts';

/** Rates that follow from times to an event, and changes in per cent: neither is a share of those looked at. */
const NO_SHARE =
  /kaplan|surviv|cumulative|actuarial|estimated|probabilit|person-?years?|reduc|decreas|increas|improve|change|loss|gain/i;

/** The only whole number of a group that is a percentage as rounded; nothing where one would fit by chance in more than one case of ten. */
const onlyCount = (percent: string, n: number): number | undefined => {
  const digits = percent.split('.')[1]?.length ?? 0;
  const count = Math.round((Number(percent) * n) / 100);
  const fits = ((100 * count) / n).toFixed(digits) === percent;
  return fits && n + 1 <= 10 * 10 ** digits ? count : undefined;
};

/** A group's result with the count that its percentage can only be of those looked at. */
export const withDerivedCount = (result: GroupResult): GroupResult => {
  const [proportion, ...others] = result.measures;
  if (proportion?.type !== 'proportion' || others.length > 0 || result.n === NOT_STATED) return result;
  if (NO_SHARE.test(`${result.outcome} ${result.sentence.value}`)) return result;
  const count = onlyCount(proportion.value.value, result.n.value);
  if (count === undefined) return result;
  const counted: Measure = {
    ...proportion,
    type: 'count',
    value: { ...proportion.value, value: decimal(String(count)), derivation: 'derived' },
    unit: NOT_STATED,
  };
  return { ...result, measures: [counted, proportion] };
};
