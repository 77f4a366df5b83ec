import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Subject, TimePoint } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import type { Abbreviations } from '../prose/abbreviation.ts';
import type { Arms } from '../prose/arms.ts';
import { timesIn } from '../prose/time.ts';
import { headsOfCaption } from './caption.ts';
import { companionsAmong, EVENTS, type SpreadKind, spreadLines } from './companions.ts';
import { definitionsIn } from './definitions.ts';
import type { Form } from './form.ts';
import { CHANGE, type Head } from './head.ts';
import {
  columnsApart,
  columnsConfused,
  groupOf,
  type Headed,
  headed,
  isCounted,
  sizesAbove,
  tellsSizes,
  wholeOf,
} from './headed.ts';
import { layoutsOf } from './layout.ts';
import { outcomeOf } from './outcome-of-heads.ts';
import { saidSizes } from './said-sizes.ts';
import type { SizesByOutcome } from './sizes-by-outcome.ts';
import type { Table } from './table.ts';
import { type Notation, tableForm } from './table-form.ts';

/** What heads and titles say together of one value. */
export interface TableValue {
  readonly cell: Passage;
  readonly subject: Subject | undefined;
  /** Whether the group stands over the value, not beside it. */
  readonly over: boolean;
  /** Whether it is the number of people in its group, told in a line of its own. */
  readonly isSize: boolean;
  readonly n: Stated<number>;
  readonly form: Form | undefined;
  readonly time: Stated<TimePoint>;
  readonly unit: Stated<string>;
  readonly outcome: Fact<string> | undefined;
  /** How much the value spreads, where another column says it. */
  readonly spread?: { readonly cell: Passage; readonly kind: SpreadKind };
  /** What was measured by the line's own words. */
  readonly title: Fact<string> | undefined;
}

const lastStated = <T>(facts: readonly Stated<T>[]): Stated<T> =>
  facts.findLast((fact) => fact !== NOT_STATED) ?? NOT_STATED;

/** What a caption names beside the baseline, from which changes are told. */
const NOT_OF_BASELINE = new RegExp(
  `${CHANGE.source}|\\b(?:follow-?up|outcomes?|end-?\\s?points?|after|post|final|end)\\b`,
  'i',
);

/** The time that a caption gives for all values, where it names one. */
const timeOfCaption = ({ caption }: Table): Stated<TimePoint> => {
  const [time, ...more] = caption ? timesIn(caption.text) : [];
  const isOfMore = time?.value.kind === 'baseline' && caption && NOT_OF_BASELINE.test(caption.text);
  return caption && time && more.length === 0 && !isOfMore
    ? caption.fact(time.from, time.to, time.value, 'normalised')
    : NOT_STATED;
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
  said: ReadonlyMap<string, Fact<number>>,
  abbreviations: Abbreviations,
  notation: Notation,
  ofOutcome: SizesByOutcome,
): readonly (readonly TableValue[])[] => {
  const { layout, over, beside } = one;
  const apart = columnsApart(one);
  const confused = columnsConfused(one);
  const stubHeads = layout.stubHeads.map(one.headOf);
  const caption = headsOfCaption(table);
  const captionTime = timeOfCaption(table);
  const formOf = tableForm(table, notation);
  const companions = companionsAmong(layout.heads, one.headOf);
  const spreads = spreadLines(layout.lines);
  const sizes = sizesAbove(one);
  return layout.lines.map((line) => {
    const { stub, cells } = line;
    if (spreads.lines.has(line)) return [];
    const spreadLine = spreads.of.get(line);
    const left = stub.map(one.headOf);
    return cells.flatMap((cell, x): readonly TableValue[] => {
      if (!cell || confused.has(x) || companions.columns.has(x)) return [];
      const { spread, size } = companions.of.get(x) ?? {};
      const deviation = spread ? cells[spread.column] : spreadLine?.line.cells[x];
      const spreadKind = spread?.kind ?? spreadLine?.kind;
      const above = layout.heads[x]!.map(one.headOf);
      const overhead = above.findLastIndex((head) => groupOf(over, head));
      const group = above[overhead] ?? left.findLast((head) => groupOf(beside, head));
      // What stands over all groups is a title, unless it tells a group's columns apart.
      const naming = above.filter(
        (head, i) =>
          head !== group &&
          !EVENTS.test(head.passage.text.trim()) &&
          (i > overhead || head.form || apart.has(x)),
      );
      const own = left.filter((head) => head !== group);
      // What stands over the names of groups or times is what was measured of them.
      const titles = overhead < 0 || own.every(({ name }) => !name) ? [...stubHeads, ...own] : own;
      const all = [...above, ...left];
      const named = outcomeOf([...titles, ...naming], abbreviations);
      const outcome = named ?? outcomeOf(caption, abbreviations);
      const subject = group && groupOf(overhead >= 0 ? over : beside, group);
      return [
        {
          cell,
          subject,
          over: overhead >= 0,
          isSize: overhead >= 0 && tellsSizes(one, line),
          n: lastStated([
            outcome && subject ? ofOutcome(outcome.value, subject) : NOT_STATED,
            (subject?.kind === 'arm' && said.get(subject.arm)) || NOT_STATED,
            ...(overhead >= 0 ? above : all).map(({ n }) => n),
            overhead >= 0 ? sizes(line, x) : NOT_STATED,
            size === undefined ? NOT_STATED : wholeOf(cells[size]),
          ]),
          ...(deviation && spreadKind && { spread: { cell: deviation, kind: spreadKind } }),
          form: isCounted(one, x)
            ? { kind: 'count' }
            : explained(
                formAt(above, left) ?? (size === undefined ? undefined : { kind: 'count' }),
                formOf(cell.text),
              ),
          time: lastStated([captionTime, ...all.map(({ time }) => time)]),
          unit: lastStated([...(named ? [] : caption), ...titles, ...all].map(({ unit }) => unit)),
          outcome,
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

/** Reads a table's heads and lines; the arms, `abbreviations`, `notation` and the sizes `ofOutcome` are the document's. */
export const readTable = (
  table: Table,
  arms: Arms,
  abbreviations: Abbreviations,
  notation: Notation,
  ofOutcome: SizesByOutcome,
): ReadTable => {
  const defined = new Map([...abbreviations, ...definitionsIn(table.notes)]);
  return {
    caption: table.caption?.text ?? '',
    lines: layoutsOf(table).flatMap((layout) => {
      const one = headed(layout, arms, defined);
      return valuesIn(one, table, saidSizes(table, arms, one), defined, notation, ofOutcome);
    }),
  };
};
