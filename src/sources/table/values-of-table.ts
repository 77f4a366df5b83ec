import { type Fact, NOT_STATED, type Stated, stated } from '../../model/fact.ts';
import type { Arm, Subject, TimePoint } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import type { Abbreviations } from '../prose/abbreviation.ts';
import { timesIn } from '../prose/time.ts';
import { definitionsIn } from './definitions.ts';
import { type Form, formIn } from './form.ts';
import { type Groups, groupsAmong } from './groups.ts';
import { type Head, headOf } from './head.ts';
import { type Layout, layoutsOf } from './layout.ts';
import type { Table } from './table.ts';

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

/** What a caption or a note says of all values of a table. */
const tableForm = ({ caption, notes }: Table): ((cell: string) => Form | undefined) => {
  const said = [caption, ...notes].flatMap((passage) => passage?.text ?? []).join('\n');
  const bySd =
    /\bmeans?\b[^.;]{0,20}(?:±|\+\/-|\()\s*(?:\bs\.?d\b|standard deviation)|\bs\.?d\.?\b|standard deviations?/i.test(
      said,
    );
  const bySe = /\bs\.?e\.?m?\b(?!\w)|standard errors?/i.test(said);
  const byMedian = /\bmedians?\b/i.test(said);
  const byCount = /\b(?:n|no\.?|numbers?|frequency|counts?)\b[^.;]{0,30}%|%\s*\(\s*n/i.test(said);
  return (cell) => {
    if (/±|\+\/-/.test(cell)) return { kind: 'mean', spread: bySe && !bySd ? 'other' : 'unsaid' };
    // A count is whole: beside counts, what is not is a mean.
    if (bySd && !byMedian && /^\s*[-−–]?\d+[.·]\d+\s*\(/.test(cell))
      return { kind: 'mean', spread: 'standard-deviation' };
    const forms = [byCount, bySd, byMedian, bySe].filter(Boolean).length;
    if (forms !== 1) return undefined;
    if (byCount) return { kind: 'count' };
    if (bySd) return { kind: 'mean', spread: 'standard-deviation' };
    return byMedian
      ? { kind: 'median', spread: formIn(said)?.form?.kind === 'median' ? 'interquartile-range' : 'unsaid' }
      : undefined;
  };
};

const sameWords = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** A name with the long forms of its abbreviations behind it. */
const spelledOut = (name: string, abbreviations: Abbreviations): string => {
  const words = name.match(/[\p{L}\d-]+/gu) ?? [];
  const long = [...new Set(words)].flatMap((word) => abbreviations.get(word) ?? []);
  const missing = long.filter((one) => !name.toLowerCase().includes(one.toLowerCase()));
  return missing.length > 0 ? `${name} (${missing.join(', ')})` : name;
};

/** Heads that say nothing but that the column is of all. */
const OF_ALL =
  /^(?:overall|total|all(?: patients)?|whole (?:group|sample)|intention[- ]to[- ]treat(?: population)?|itt)$/i;
const OF_GROUPS =
  /^(?:study |treatment |intervention )?(?:groups?|arms?|treatments?|interventions?|outcomes?|variables?|number of (?:patients|participants|subjects)|patients|participants|values?|parameters?|results?)(?: and \w+)?$/i;

/** The name of what was measured, from all heads that say a part of it. */
const outcomeOf = (heads: readonly Head[], abbreviations: Abbreviations): Fact<string> | undefined => {
  const facts = heads.flatMap(({ passage, name }) =>
    name && !OF_ALL.test(name.text) && !OF_GROUPS.test(name.text)
      ? [passage.fact(name.from, name.to, name.text.replace(/\s+/g, ' '))]
      : [],
  );
  const parts = facts.filter((fact, i) => facts.findIndex(({ value }) => sameWords(value, fact.value)) === i);
  const [first, ...others] = parts;
  if (!first) return undefined;
  const value = spelledOut(parts.map((part) => part.value).join(': '), abbreviations);
  if (value === first.value) return first;
  return {
    ...first,
    value,
    derivation: 'derived',
    spans: [first.spans[0], ...others.flatMap(({ spans }) => spans)],
  };
};

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

/** The columns that stand under one group and are told apart by words that say neither a time nor a kind of number. */
const columnsApart = ({ layout, headOf: read, over }: Headed): ReadonlySet<number> => {
  const like = (x: number): string =>
    JSON.stringify(
      layout.heads[x]!.map(read).map((head) => [groupOf(over, head), head.form, stated(head.time)]),
    );
  const columns = [...layout.heads.keys()].filter((x) => layout.lines.some(({ cells }) => cells[x]));
  const alike = [...Map.groupBy(columns, like).values()];
  return new Set(alike.flatMap((same) => (same.length > 1 ? same : [])));
};

/** Kinds of number that a column has whatever its lines announce. */
const OF_COLUMN: readonly Form['kind'][] = ['p-value', 'estimate', 'interval', 'size'];

const formAt = (above: readonly Head[], left: readonly Head[]): Form | undefined => {
  const ofColumn = above.findLast(({ form }) => form && OF_COLUMN.includes(form.kind));
  return (ofColumn ?? [...above, ...left].findLast(({ form }) => form))?.form;
};

const valuesIn = (
  one: Headed,
  table: Table,
  abbreviations: Abbreviations,
): readonly (readonly TableValue[])[] => {
  const { layout, over, beside } = one;
  const apart = columnsApart(one);
  const captionTime = timeOfCaption(table);
  const formOf = tableForm(table);
  return layout.lines.map(({ stub, cells }) => {
    const left = stub.map(one.headOf);
    return cells.flatMap((cell, x): readonly TableValue[] => {
      if (!cell) return [];
      const above = layout.heads[x]!.map(one.headOf);
      const overhead = above.findLastIndex((head) => groupOf(over, head));
      const group = above[overhead] ?? left.findLast((head) => groupOf(beside, head));
      // What stands over all groups is a title, unless it tells a group's columns apart.
      const naming = above.filter((head, i) => head !== group && (i > overhead || head.form || apart.has(x)));
      const titles = left.filter((head) => head !== group);
      const all = [...above, ...left];
      return [
        {
          cell,
          subject: group && (overhead >= 0 ? groupOf(over, group) : groupOf(beside, group)),
          over: overhead >= 0,
          n: lastStated((overhead >= 0 ? above : all).map(({ n }) => n)),
          form: formAt(above, left) ?? formOf(cell.text),
          time: lastStated([captionTime, ...all.map(({ time }) => time)]),
          unit: lastStated(all.map(({ unit }) => unit)),
          outcome: outcomeOf([...titles, ...naming], abbreviations),
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

/** Reads a table's heads and lines; `arms` and `abbreviations` are the document's. */
export const readTable = (table: Table, arms: readonly Arm[], abbreviations: Abbreviations): ReadTable => {
  const defined = new Map([...abbreviations, ...definitionsIn(table.notes)]);
  return {
    caption: table.caption?.text ?? '',
    lines: layoutsOf(table).flatMap((layout) => valuesIn(headed(layout, arms, defined), table, defined)),
  };
};
