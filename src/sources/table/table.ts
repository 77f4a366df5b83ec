import type { Passage } from '../passage.ts';

/** A cell of a table, with how much of it the cell covers. */
export interface Cell {
  /** Nothing where the cell is empty. */
  readonly passage: Passage | undefined;
  /** How far it is set in from the edge, in no unit: what is set in further belongs to the line above. */
  readonly indent: number;
}

/** A row of a table's grid: one cell for each column; one that spans several stands in each of them. */
export type Row = readonly (Cell | undefined)[];

/** A table as it stands in a document. */
export interface Table {
  readonly caption: Passage | undefined;
  readonly heads: readonly Row[];
  readonly rows: readonly Row[];
  /** The notes under it. */
  readonly notes: readonly Passage[];
}

/** A cell before it has its place in the grid. */
export interface Spanning extends Cell {
  readonly columns: number;
  readonly rows: number;
}

/** Puts rows of cells that may span columns and rows into a grid: https://html.spec.whatwg.org/multipage/tables.html#forming-a-table */
export const grid = (rows: readonly (readonly Spanning[])[]): readonly Row[] => {
  const placed: (Cell | undefined)[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row) {
      while (placed[y]![x] !== undefined) x++;
      for (let down = y; down < Math.min(y + cell.rows, rows.length); down++)
        for (let across = x; across < x + cell.columns; across++) placed[down]![across] ??= cell;
      x += cell.columns;
    }
  }
  const width = Math.max(0, ...placed.map(({ length }) => length));
  return placed.map((row) => Array.from({ length: width }, (_, x) => row[x]));
};

/** What stands over the columns and beside the lines of tables. */
export const headsOf = (tables: readonly Table[]): readonly Passage[] =>
  tables
    .flatMap(({ heads, rows }) => [
      ...new Set([...heads.flat(), ...(rows[0] ?? []), ...rows.flatMap(([first]) => first ?? [])]),
    ])
    .flatMap((cell) => cell?.passage ?? []);
