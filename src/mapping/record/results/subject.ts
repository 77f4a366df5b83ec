import { type Fact, stated } from '../../../model/fact.ts';
import type { Group } from '../../../model/record/results.ts';
import { uniqueKeys } from '../../id.ts';

/** A group as a table of results names it; a name that the table does not explain has no group. */
export interface Subject {
  readonly group: Group | undefined;
  /** Every place that names it. */
  readonly named: readonly [Fact<string>, ...Fact<string>[]];
}

/** All that a table says of one group, and every place that names it. */
export interface Column<T> {
  readonly named: Fact<string>[];
  readonly cells: T[];
}

/** What a group of a table is called in titles. */
export const subjectName = ({ group, named: [{ value }] }: Subject): string =>
  (group && stated(group.title)) ?? value;

/** The column of a group, which is begun where it is first named. */
export const columnOf = <T>(columns: Map<string, Column<T>>, named: Fact<string>): Column<T> => {
  const found = columns.get(named.value) ?? { named: [], cells: [] };
  if (found.named.length === 0) columns.set(named.value, found);
  found.named.push(named);
  return found;
};

/** A table's cells by the ids of its groups. */
export const columnsOf = <T>(
  cells: readonly T[],
  groupOf: (cell: T) => Fact<string>,
): ReadonlyMap<string, Column<T>> => {
  const columns = new Map<string, Column<T>>();
  for (const cell of cells) columnOf(columns, groupOf(cell)).cells.push(cell);
  return columns;
};

/** A table's groups by their ids; the first of those with the same one. */
export const groupsById = (groups: readonly Group[]): ReadonlyMap<string, Group> =>
  new Map(groups.toReversed().map((group) => [group.id.value, group]));

/** The groups a table has anything of, by their ids, with what tells each apart. */
export const subjectsOf = (
  groups: readonly Group[],
  columns: ReadonlyMap<string, Column<unknown>>,
): readonly { readonly id: string; readonly subject: Subject; readonly key: string }[] => {
  const byId = groupsById(groups);
  const subjects = [...columns].flatMap(
    ([
      id,
      {
        named: [first, ...others],
      },
    ]) =>
      first === undefined
        ? []
        : [{ id, subject: { group: byId.get(id), named: [first, ...others] as const } }],
  );
  const keys = uniqueKeys(subjects, [
    ({ subject }) => subjectName(subject),
    ({ subject: { group } }) => (group && stated(group.description)) ?? '',
    ({ id }) => id,
  ]);
  return subjects.map((one) => ({ ...one, key: keys.get(one) ?? one.id }));
};
