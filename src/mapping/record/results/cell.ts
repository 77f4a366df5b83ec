import { type Stated, stated } from '../../../model/fact.ts';
import type { Denominator, Measurement, MeasureTable } from '../../../model/record/results.ts';
import { derived } from '../../mark.ts';
import type { Size } from './sample-size.ts';
import { type Column, columnOf } from './subject.ts';

/** A cell of a table, or a row of which only the number of people is stated. */
export interface Cell {
  readonly titles: readonly string[];
  readonly measurement: Measurement | undefined;
  readonly sizes: readonly Size[];
}

const titlesOf = (...titles: readonly Stated<string>[]): readonly string[] =>
  titles.map(stated).filter((title) => title !== undefined);

type Sizes = ReadonlyMap<string, readonly Size[]>;

const sizesOf = (denominators: readonly Denominator[]): Sizes =>
  Map.groupBy(
    denominators.flatMap(({ units, counts }) =>
      counts.map(({ group, value }) => ({ group: group.value, units, value })),
    ),
    ({ group }) => group,
  );

/** The same as it follows for a table that does not say how many it looked at. */
const derivedSizes = (denominators: readonly Denominator[]): Sizes =>
  sizesOf(
    denominators.map(({ units, counts }) => ({
      units,
      counts: counts.map(({ group, value }) => ({ group, value: derived(value, value.value) })),
    })),
  );

/** The cells of a table by the ids of its groups; `whole` counts the groups of all tables of its kind. */
export const cellsOf = (
  { denominators, classes }: MeasureTable,
  whole: readonly Denominator[],
): ReadonlyMap<string, Column<Cell>> => {
  const columns = new Map<string, Column<Cell>>();
  const named = (found: readonly Denominator[]): Sizes => {
    for (const { counts } of found) for (const { group } of counts) columnOf(columns, group);
    return sizesOf(found);
  };
  const ofAll = named(denominators);
  const ofWhole = derivedSizes(whole);
  for (const { title, denominators: own, categories } of classes) {
    const ofClass = named(own);
    const measured = new Set<string>();
    for (const category of categories)
      for (const measurement of category.measurements) {
        const id = measurement.group.value;
        measured.add(id);
        columnOf(columns, measurement.group).cells.push({
          titles: titlesOf(title, category.title),
          measurement,
          sizes: ofClass.get(id) ?? ofAll.get(id) ?? ofWhole.get(id) ?? [],
        });
      }
    for (const [id, sizes] of ofClass)
      if (!measured.has(id))
        columns.get(id)?.cells.push({ titles: titlesOf(title), measurement: undefined, sizes });
  }
  // Those of whom nothing was measured were counted all the same.
  for (const [id, sizes] of ofAll) {
    const { cells } = columns.get(id)!;
    if (!cells.some((cell) => cell.sizes === sizes))
      cells.unshift({ titles: [], measurement: undefined, sizes });
  }
  return columns;
};
