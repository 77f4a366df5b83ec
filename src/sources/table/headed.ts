import { NOT_STATED, type Stated, stated } from '../../model/fact.ts';
import type { Arm, Subject } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import type { Abbreviations } from '../prose/abbreviation.ts';
import type { Arms } from '../prose/arms.ts';
import { EVENTS } from './companions.ts';
import { type Groups, groupsAmong } from './groups.ts';
import { type Head, headOf, titleOf } from './head.ts';
import type { Layout, Line } from './layout.ts';

/** A layout with its heads read, and the groups that they name. */
export interface Headed {
  readonly layout: Layout;
  readonly arms: readonly Arm[];
  readonly headOf: (passage: Passage) => Head;
  readonly over: Groups;
  /** The groups named beside the lines, where none are named over the columns. */
  readonly beside: Groups;
}

/** Reads a layout's heads, and the groups among them. */
export const headed = (layout: Layout, { arms, names }: Arms, abbreviations: Abbreviations): Headed => {
  const stubs = layout.lines.map(({ stub }) => stub);
  const heads = new Map([
    ...layout.heads.flat().map((one) => [one, headOf(one)] as const),
    ...stubs.flat().map((one) => [one, titleOf(one)] as const),
  ]);
  const read = (passage: Passage): Head => heads.get(passage)!;
  const groupsIn = (paths: readonly (readonly Passage[])[]): Groups => {
    const depth = Math.max(0, ...paths.map(({ length }) => length));
    const levels = Array.from({ length: depth }, (_, level) => [
      ...new Set(paths.flatMap((path) => path[level] ?? [])),
    ]);
    return new Map(levels.flatMap((level) => [...groupsAmong(level.map(read), arms, names, abbreviations)]));
  };
  const over = groupsIn(layout.heads.filter((_, x) => layout.lines.some(({ cells }) => cells[x])));
  return { layout, arms, headOf: read, over, beside: over.size >= 2 ? new Map() : groupsIn(stubs) };
};

/** The group that a head names. */
export const groupOf = (groups: Groups, { name }: Head): Subject | undefined => name && groups.get(name.text);

/** The columns with values that are alike in what is told of each. */
const columnsAlike = ({ layout }: Headed, like: (x: number) => unknown): readonly (readonly number[])[] => {
  const columns = [...layout.heads.keys()].filter((x) => layout.lines.some(({ cells }) => cells[x]));
  const alike = Map.groupBy(columns, (x) => JSON.stringify(like(x)));
  return [...alike.values()].filter((same) => same.length > 1);
};

/** The columns that stand under one group and are told apart by words that say neither a time nor a kind of number. */
export const columnsApart = (one: Headed): ReadonlySet<number> =>
  new Set(
    columnsAlike(one, (x) =>
      one.layout.heads[x]!.map(one.headOf).map((head) => [
        groupOf(one.over, head),
        head.form,
        stated(head.time),
      ]),
    ).flat(),
  );

/**
 * The columns that different heads give to one group, and that are told apart by its size alone: one is misnamed, unless
 * it alone has the size that the arm is known to have.
 */
export const columnsConfused = (one: Headed): ReadonlySet<number> => {
  const groupHead = (x: number): Head | undefined =>
    one.layout.heads[x]!.map(one.headOf).findLast((head) => groupOf(one.over, head));
  const hasItsSize = (x: number): boolean => {
    const head = groupHead(x);
    const subject = head && groupOf(one.over, head);
    const arm = one.arms.find(({ key }) => subject?.kind === 'arm' && subject.arm === key);
    const sizes = arm ? [arm.enrolled, arm.treated, arm.analysed].flatMap((size) => stated(size) ?? []) : [];
    return head !== undefined && sizes.includes(stated(head.n) ?? 0);
  };
  const same = columnsAlike(one, (x) =>
    one.layout.heads[x]!.map(one.headOf).map((head) => [
      groupOf(one.over, head) ?? head.name?.text,
      head.form,
      stated(head.time),
    ]),
  );
  return new Set(
    same
      .filter((columns) => new Set(columns.map((x) => groupHead(x)?.passage)).size > 1)
      .flatMap((columns) => {
        const [own, ...more] = columns.filter(hasItsSize);
        return columns.filter((x) => x !== own || more.length > 0);
      }),
  );
};

/** The number that a cell is, if it is whole. */
export const wholeOf = (cell: Passage | undefined): Stated<number> =>
  cell && /^\d{1,3}(?:,\d{3})+$|^\d+$/.test(cell.text)
    ? cell.fact(0, cell.text.length, Number(cell.text.replaceAll(',', '')), 'normalised')
    : NOT_STATED;

/** Whether a line tells how many are in each group: `No. of patients`. */
export const tellsSizes = ({ headOf: read }: Headed, { stub }: Line): boolean => {
  const own = stub.at(-1);
  const head = own && read(own);
  return head?.form?.kind === 'size' && head.name === undefined;
};

/** How many a line above says a column's group has: for all lines behind it, or for those of its title. */
export const sizesAbove = (one: Headed): ((line: Line, x: number) => Stated<number>) => {
  const { lines } = one.layout;
  const said = lines.flatMap((line, i) =>
    tellsSizes(one, line) ? [{ line, i, titles: line.stub.slice(0, -1) }] : [],
  );
  return (line, x) => {
    const i = lines.indexOf(line);
    const above = said.findLast(
      (size) => size.i < i && size.titles.every((title) => line.stub.includes(title)),
    );
    return wholeOf(above?.line.cells[x]);
  };
};

/** Whether a column has counts: `Events`, or what the percentages of the next one are of, `n = 40 | %` over each group. */
export const isCounted = ({ layout, headOf: read }: Headed, x: number): boolean => {
  const [own, next] = [x, x + 1]
    .map((column) => layout.heads[column]?.at(-1))
    .map((head) => head && read(head));
  if (own && EVENTS.test(own.passage.text.trim())) return true;
  return (
    own?.name === undefined &&
    own?.n !== NOT_STATED &&
    own?.form === undefined &&
    next?.form?.kind === 'proportion'
  );
};
