import { type Fact, NOT_STATED, type Stated, stated } from '../../model/fact.ts';
import type { Arm, Subject, TimePoint } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import type { Abbreviations } from '../prose/abbreviation.ts';
import { timesIn } from '../prose/time.ts';
import { headsOfCaption } from './caption.ts';
import { definitionsIn } from './definitions.ts';
import type { Form } from './form.ts';
import { type Groups, groupsAmong } from './groups.ts';
import { type Head, headOf } from './head.ts';
import { type Layout, layoutsOf } from './layout.ts';
import { outcomeOf } from './outcome-of-heads.ts';
import type { Table } from './table.ts';
import { type signIn, tableForm } from './table-form.ts';

/** What heads and titles say together of one value. */
export interface TableValue {
  readonly cell: Passage;
  readonly subject: Subject | undefined;
  /** Whether the group stands over the value, not beside it. */
  readonly over: boolean;
  readonly n: Stated<number>;
  readonly form: Form | undefined;
  readonly time: Stated<TimePoint>;
  readonly unit: Stated<string>;
  readonly outcome: Fact<string> | undefined;
  /** What was measured by the line's own words. */
  readonly title: Fact<string> | undefined;
}

const lastStated = <T>(facts: readonly Stated<T>[]): Stated<T> =>
  facts.findLast((fact) => fact !== NOT_STATED) ?? NOT_STATED;

/** The time that a caption gives for all values, where it names one. */
const timeOfCaption = ({ caption }: Table): Stated<TimePoint> => {
  const [time, ...more] = caption ? timesIn(caption.text) : [];
  return caption && time && more.length === 0
    ? caption.fact(time.from, time.to, time.value, 'normalised')
    : NOT_STATED;
};

/** A layout with its heads read, and the groups that they name. */
interface Headed {
  readonly layout: Layout;
  readonly headOf: (passage: Passage) => Head;
  readonly over: Groups;
  /** The groups named beside the lines, where none are named over the columns. */
  readonly beside: Groups;
}

const headed = (layout: Layout, arms: readonly Arm[], abbreviations: Abbreviations): Headed => {
  const stubs = layout.lines.map(({ stub }) => stub);
  const heads = new Map([...layout.heads.flat(), ...stubs.flat()].map((one) => [one, headOf(one)]));
  const read = (passage: Passage): Head => heads.get(passage)!;
  const groupsIn = (paths: readonly (readonly Passage[])[]): Groups => {
    const depth = Math.max(0, ...paths.map(({ length }) => length));
    const levels = Array.from({ length: depth }, (_, level) => [
      ...new Set(paths.flatMap((path) => path[level] ?? [])),
    ]);
    return new Map(levels.flatMap((level) => [...groupsAmong(level.map(read), arms, abbreviations)]));
  };
  const over = groupsIn(layout.heads.filter((_, x) => layout.lines.some(({ cells }) => cells[x])));
  return { layout, headOf: read, over, beside: over.size >= 2 ? new Map() : groupsIn(stubs) };
};

const groupOf = (groups: Groups, { name }: Head): Subject | undefined => name && groups.get(name.text);

/** The columns with values that are alike in what is told of each. */
const columnsAlike = ({ layout }: Headed, like: (x: number) => unknown): readonly (readonly number[])[] => {
  const columns = [...layout.heads.keys()].filter((x) => layout.lines.some(({ cells }) => cells[x]));
  const alike = Map.groupBy(columns, (x) => JSON.stringify(like(x)));
  return [...alike.values()].filter((same) => same.length > 1);
};

/** The columns that stand under one group and are told apart by words that say neither a time nor a kind of number. */
const columnsApart = (one: Headed): ReadonlySet<number> =>
  new Set(
    columnsAlike(one, (x) =>
      one.layout.heads[x]!.map(one.headOf).map((head) => [
        groupOf(one.over, head),
        head.form,
        stated(head.time),
      ]),
    ).flat(),
  );

/** The columns that different heads give to one group, and that are told apart by its size alone: one is misnamed. */
const columnsConfused = (one: Headed): ReadonlySet<number> => {
  const groupHead = (x: number): Passage | undefined =>
    one.layout.heads[x]!.findLast((passage) => groupOf(one.over, one.headOf(passage)));
  const same = columnsAlike(one, (x) =>
    one.layout.heads[x]!.map(one.headOf).map((head) => [
      groupOf(one.over, head) ?? head.name?.text,
      head.form,
      stated(head.time),
    ]),
  );
  return new Set(same.filter((columns) => new Set(columns.map(groupHead)).size > 1).flat());
};

/** Kinds of number that a column has whatever its lines announce. */
const OF_COLUMN: readonly Form['kind'][] = ['p-value', 'estimate', 'interval', 'size'];

const formAt = (above: readonly Head[], left: readonly Head[]): Form | undefined => {
  const ofColumn = above.findLast(({ form }) => form && OF_COLUMN.includes(form.kind));
  return (ofColumn ?? [...above, ...left].findLast(({ form }) => form))?.form;
};

/** What heads announce; of what stands beside a mean they may leave it to the caption and notes to tell. */
const explained = (byHeads: Form | undefined, byTable: Form | undefined): Form | undefined =>
  byHeads === undefined ||
  (byHeads.kind === 'mean' && byHeads.spread === 'unsaid' && byTable?.kind === 'mean')
    ? byTable
    : byHeads;

const valuesIn = (
  one: Headed,
  table: Table,
  abbreviations: Abbreviations,
  sign: ReturnType<typeof signIn>,
): readonly (readonly TableValue[])[] => {
  const { layout, over, beside } = one;
  const apart = columnsApart(one);
  const confused = columnsConfused(one);
  const stubHeads = layout.stubHeads.map(one.headOf);
  const caption = headsOfCaption(table);
  const captionTime = timeOfCaption(table);
  const formOf = tableForm(table, sign);
  return layout.lines.map(({ stub, cells }) => {
    const left = stub.map(one.headOf);
    return cells.flatMap((cell, x): readonly TableValue[] => {
      if (!cell || confused.has(x)) return [];
      const above = layout.heads[x]!.map(one.headOf);
      const overhead = above.findLastIndex((head) => groupOf(over, head));
      const group = above[overhead] ?? left.findLast((head) => groupOf(beside, head));
      // What stands over all groups is a title, unless it tells a group's columns apart.
      const naming = above.filter((head, i) => head !== group && (i > overhead || head.form || apart.has(x)));
      const own = left.filter((head) => head !== group);
      // What stands over the names of groups or times is what was measured of them.
      const titles = overhead < 0 || own.every(({ name }) => !name) ? [...stubHeads, ...own] : own;
      const all = [...above, ...left];
      return [
        {
          cell,
          subject: group && (overhead >= 0 ? groupOf(over, group) : groupOf(beside, group)),
          over: overhead >= 0,
          n: lastStated((overhead >= 0 ? above : all).map(({ n }) => n)),
          form: explained(formAt(above, left), formOf(cell.text)),
          time: lastStated([captionTime, ...all.map(({ time }) => time)]),
          unit: lastStated([...titles, ...all].map(({ unit }) => unit)),
          outcome: outcomeOf([...titles, ...naming], abbreviations) ?? outcomeOf(caption, abbreviations),
          title: outcomeOf(titles, abbreviations),
        },
      ];
    });
  });
};

/** A table's values, line by line, with what its caption says of them. */
export interface ReadTable {
  readonly caption: string;
  readonly lines: readonly (readonly TableValue[])[];
}

/** Reads a table's heads and lines; `arms`, `abbreviations` and what the `sign` ± stands for are the document's. */
export const readTable = (
  table: Table,
  arms: readonly Arm[],
  abbreviations: Abbreviations,
  sign: ReturnType<typeof signIn>,
): ReadTable => {
  const defined = new Map([...abbreviations, ...definitionsIn(table.notes)]);
  return {
    caption: table.caption?.text ?? '',
    lines: layoutsOf(table).flatMap((layout) =>
      valuesIn(headed(layout, arms, defined), table, defined, sign),
    ),
  };
};
