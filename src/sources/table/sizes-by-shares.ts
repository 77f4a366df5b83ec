import { type Fact, NOT_STATED } from '../../model/fact.ts';
import { countAndShareIn } from './cell.ts';
import type { TableValue } from './values-of-table.ts';

/** Fewer lines may agree on a number by chance. */
const FEWEST = 2;

/** No group is looked through for more. */
const LARGEST = 100_000;

/** From how many to how many a group may have of which a count is a share. */
const boundsOf = (count: number, share: string): readonly [low: number, high: number] => {
  const half = 0.5001 * 10 ** -(share.split('.')[1]?.length ?? 0);
  const percent = Number(share);
  return [
    Math.ceil((100 * count) / (percent + half)),
    Math.floor((100 * count) / Math.max(percent - half, 1e-9)),
  ];
};

/**
 * How many a table's counts with their shares say are in a group that no head gives a number, by the group as JSON: the only number
 * that all of them fit, `13 (11.5)` and `7 (6.2)` of 113.
 */
export const sizesByShares = (
  lines: readonly (readonly TableValue[])[],
): ReadonlyMap<string, Fact<number>> => {
  const told = lines.flat().flatMap((value) => {
    const found = value.n === NOT_STATED && value.subject && countAndShareIn(value.cell, value.form);
    return found && found.count > 0 ? [{ value, group: JSON.stringify(value.subject), ...found }] : [];
  });
  return new Map(
    [...Map.groupBy(told, ({ group }) => group)].flatMap(([group, all]) => {
      const bounds = all.map(({ count, share }) => boundsOf(count, share));
      const low = Math.max(...bounds.map(([from]) => from));
      const high = Math.min(...bounds.map(([, to]) => to), LARGEST);
      const [first] = all;
      return first && all.length >= FEWEST && low === high
        ? [[group, first.value.cell.fact(0, first.value.cell.text.length, low, 'derived')] as const]
        : [];
    }),
  );
};
