import { type Stated, stated } from '../../../model/fact.ts';
import type { Denominator, Measurement, MeasureTable } from '../../../model/record/results.ts';
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

/** The cells of a table by the ids of its groups. */
export const cellsOf = ({ denominators, classes }: MeasureTable): ReadonlyMap<string, Column<Cell>> => {
  const columns = new Map<string, Column<Cell>>();
  const sizesOf = (found: readonly Denominator[]): ReadonlyMap<string, readonly Size[]> =>
    Map.groupBy(
      found.flatMap(({ units, counts }) =>
        counts.map(({ group, value }) => {
          columnOf(columns, group);
          return { group: group.value, units, value };
        }),
      ),
      ({ group }) => group,
    );
  const ofAll = sizesOf(denominators);
  for (const { title, denominators: own, categories } of classes) {
    const ofClass = sizesOf(own);
    const measured = new Set<string>();
    for (const category of categories)
      for (const measurement of category.measurements) {
        const id = measurement.group.value;
        measured.add(id);
        columnOf(columns, measurement.group).cells.push({
          titles: titlesOf(title, category.title),
          measurement,
          sizes: ofClass.get(id) ?? ofAll.get(id) ?? [],
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
