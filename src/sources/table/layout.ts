import type { Passage } from '../passage.ts';
import { formIn } from './form.ts';
import { headOf } from './head.ts';
import type { Cell, Row, Table } from './table.ts';

/** A line of values with what stands over it and to its left, from the outermost to the innermost. */
export interface Line {
  readonly stub: readonly Passage[];
  /** By column; nothing in the columns of the stub. */
  readonly cells: readonly (Passage | undefined)[];
}

/** A table's parts by what they are for. */
export interface Layout {
  /** Over each column, from the top. */
  readonly heads: readonly (readonly Passage[])[];
  /** Over the columns of the stub alone. */
  readonly stubHeads: readonly Passage[];
  readonly lines: readonly Line[];
}

const NO_VALUE = /^(?:[-–—−.…*]*|n\/?a|nd|nr|ref(?:erence)?)$/i;

/** Letters that stand in cells with values: `P`, `NS`, `95% CI`, `IQR`, `to`. */
const VALUE_WORDS = /\b(?:n|p|ns|ci|sd|se|sem|iqr|to|and|vs|mean|median|or|rr|hr|rd|md)\b/gi;

const LEVEL = /^9[059]\s*%\s*(?:CI|confidence intervals?)$/i;

/** A time alone, by which lines are told apart: `24 h`. */
const TIME = /^\d+\s?(?:min|h|hrs?|d|wks?|mo|yrs?)$/i;

/** Whether a cell's text is a value: a number with hardly a word. */
const isValue = (text: string): boolean =>
  /\d/.test(text) &&
  !LEVEL.test(text) &&
  !/^\(?\s*n\s*=/i.test(text) &&
  (text.replace(VALUE_WORDS, '').match(/\p{L}/gu)?.length ?? 0) <= 2;

const textOf = (cell: Cell | undefined): string => cell?.passage?.text ?? '';

const isEmpty = (cell: Cell | undefined): boolean => NO_VALUE.test(textOf(cell).trim());

/** How many columns from the left name what the lines are about: hardly a value stands in them. */
const stubWidth = (rows: readonly Row[]): number => {
  const width = rows[0]?.length ?? 0;
  for (let x = 1; x < width; x++) {
    const filled = rows.map((row) => textOf(row[x])).filter((text) => text !== '');
    if (filled.filter((text) => isValue(text) && !TIME.test(text)).length > filled.length / 5)
      return Math.max(1, x);
    if (filled.length === 0 && x > 0) return x;
  }
  return width;
};

/** How many rows of a table without a marked head are one: no value in them, but more than a title of lines. */
const headRows = (rows: readonly Row[]): number => {
  const first = rows.findIndex((row) => row.some((cell) => isValue(textOf(cell))));
  const before = rows.slice(0, Math.max(0, first));
  return before.findLastIndex((row) => new Set(row.slice(1).filter((cell) => !isEmpty(cell))).size > 1) + 1;
};

const distinct = (cells: readonly (Cell | undefined)[]): readonly Passage[] =>
  [...new Set(cells)].flatMap((cell) => cell?.passage ?? []);

/** The place of each part of a run that repeats over the columns: `Baseline, Week 8, P` under each group. */
const periodOf = (row: Row, from: number): number | undefined => {
  const texts = row.slice(from).map((cell) => textOf(cell));
  for (let period = 2; period <= texts.length / 2; period++)
    if (
      texts.length % period === 0 &&
      new Set(texts.slice(0, period)).size === period &&
      texts.every((text, i) => text !== '' && text === texts[i % period])
    )
      return period;
  return undefined;
};

/** A head that covers fewer columns than it heads is widened to the run of lower heads that repeats under it. */
const widened = (heads: readonly Row[], from: number): readonly Row[] => {
  const period = heads.length > 1 ? periodOf(heads.at(-1) ?? [], from) : undefined;
  if (period === undefined) return heads;
  const upper = heads.slice(0, -1).map((row) =>
    row.map((cell, x) => {
      if (x < from || textOf(cell) !== '') return cell;
      const start = from + Math.floor((x - from) / period) * period;
      const [only, ...more] = new Set(row.slice(start, start + period).filter((one) => textOf(one) !== ''));
      return more.length === 0 ? only : cell;
    }),
  );
  return [...upper, ...heads.slice(-1)];
};

/** A title of lines, and how far it is set in. */
interface Title {
  readonly passage: Passage;
  readonly indent: number;
}

/** Titles with a new one: right behind another it stands under it, else it takes the place of those that are set in as far. */
const entitled = (titles: readonly Title[], title: Title, afterTitle: boolean): readonly Title[] => [
  ...titles.filter(({ indent }, i) => indent < title.indent || (afterTitle && i === titles.length - 1)),
  title,
];

/** A name with a unit or a kind of number of its own: it is no part of what the title above it names. */
const STANDS_ALONE = /,\s[^,]+$|\([^()]*\)\W*$/;

/** A line of a change or a time, which is part of what the title above it names whatever number it tells: `Change, mean (SD)`. */
const IS_PART =
  /^(?:(?:LS|least[- ]squares?|adjusted|unadjusted|mean|median|absolute|relative|percent(?:age)?|%)\s)*(?:(?:changes?|differences?|reductions?|increases?|improvements?)\b|[Δ∆])(?!\s(?:in|of)\b)/i;

const standsAlone = (name: Passage | undefined): boolean =>
  name !== undefined &&
  STANDS_ALONE.test(name.text) &&
  !IS_PART.test(name.text) &&
  headOf(name).name !== undefined;

/** What stands to the left of each row's values, with the titles of lines that it belongs to; nothing for a title itself. */
const stubsOf = (
  rows: readonly Row[],
  from: number,
  isTest: (x: number) => boolean,
): readonly (readonly Passage[] | undefined)[] => {
  const indents = rows.some(([first]) => (first?.indent ?? 0) > 0);
  /** Titles over the whole width, and titles in the column of the lines' own names. */
  let banners: readonly Title[] = [];
  let parents: readonly Title[] = [];
  let before: 'banner' | 'title' | 'values' = 'values';
  let path: Row = [];
  /** A title with a P value in its line: it stands over the lines behind it that have none of their own. */
  let tested: { readonly title: Passage; readonly row: Row } | undefined;
  const testOf = (row: Row): boolean =>
    row.some((cell, x) => x >= from && isTest(x) && !isEmpty(cell) && cell !== tested?.row[x]);
  return rows.map((row) => {
    const stub = row.slice(0, from);
    const [first] = stub;
    const indent = first?.indent ?? 0;
    if (first?.passage && first === row.at(-1)) {
      banners = entitled(banners, { passage: first.passage, indent }, before === 'banner');
      [before, parents, path, tested] = ['banner', [], [], undefined];
      return undefined;
    }
    const deepest = stub.findIndex((cell) => textOf(cell) !== '');
    if (deepest >= 0) path = stub.map((cell, x) => (x < deepest ? path[x] : cell));
    const own = distinct(path);
    const name = own.at(-1);
    if (row.slice(from).every((cell) => isEmpty(cell) || stub.includes(cell))) {
      if (name) parents = entitled(parents, { passage: name, indent }, before === 'title');
      [before, tested] = ['title', undefined];
      return undefined;
    }
    if (!indents && before === 'values' && standsAlone(name)) parents = [];
    before = 'values';
    const above = indents ? parents.filter((title) => title.indent < indent) : parents;
    if (testOf(row) || standsAlone(name)) tested = undefined;
    const titles = [...banners, ...(from === 1 ? above : [])].map(({ passage }) => passage);
    const over = tested && !titles.includes(tested.title) ? [tested.title] : [];
    if (name && row.every((cell, x) => x < from || isTest(x) || isEmpty(cell))) tested = { title: name, row };
    if (indents && first?.passage) parents = [...above, { passage: first.passage, indent }];
    return [...titles, ...over, ...own];
  });
};

const SIZED = /\bn\s*\p{L}?\s*=\s*\d/iu;

/** Whether each cell of a row is named otherwise, and some by a kind of number: `Response, n/N, %, P value`. */
const isNaming = (row: Row): boolean => {
  const texts = row.map((cell) => textOf(cell));
  return (
    new Set(texts).size === texts.length &&
    texts.length > 2 &&
    row.every((cell, x) => !isEmpty(cell) && (!isValue(texts[x]!) || LEVEL.test(texts[x]!))) &&
    texts.slice(1).filter((text) => formIn(text)).length >= 2
  );
};

/** A row among the values that heads those under it anew: it tells how many are in each group, or names each column. */
const isHead = (row: Row): boolean =>
  new Set(row.slice(1).filter((cell) => SIZED.test(textOf(cell)) && !isValue(textOf(cell)))).size >= 2 ||
  isNaming(row);

const ONLY_SIZE = /^[([\s]*n\s*\p{L}?\s*=\s*[\d,]+[\s)\]]*$/iu;

/** A table in the parts that have a head of their own; one that only tells how many goes on under the heads before. */
const partsOf = (
  heads: readonly Row[],
  rows: readonly Row[],
): readonly (readonly [heads: readonly Row[], rows: readonly Row[]])[] => {
  const at = rows.findIndex((row, i) => i > 0 && isHead(row));
  if (at < 0) return [[heads, rows]];
  const head = rows[at]!;
  const isOnlySize = head.slice(1).every((cell) => isEmpty(cell) || ONLY_SIZE.test(textOf(cell)));
  const next = isOnlySize ? [...heads, head] : [head];
  return [[heads, rows.slice(0, at)], ...partsOf(next, rows.slice(at + 1))];
};

/** Takes a table apart: https://html.spec.whatwg.org/multipage/tables.html#header-and-data-cell-semantics */
export const layoutsOf = ({ heads, rows }: Table): readonly Layout[] => {
  const more = headRows(rows);
  const body = rows.slice(more);
  const from = stubWidth(body);
  return partsOf([...heads, ...rows.slice(0, more)], body).map(([over, part]) => {
    const wide = widened(over, from);
    const heads = Array.from({ length: rows[0]?.length ?? 0 }, (_, x) => distinct(wide.map((row) => row[x])));
    const tests = heads.map((over) => over.some(({ text }) => formIn(text)?.form?.kind === 'p-value'));
    const stubs = stubsOf(part, from, (x) => tests[x] === true);
    const overValues = new Set(heads.slice(from).flat());
    return {
      heads,
      stubHeads: [...new Set(heads.slice(0, from).flat())].filter((head) => !overValues.has(head)),
      lines: part.flatMap((row, y) => {
        const stub = stubs[y];
        const cells = row.map((cell, x) => (x < from || isEmpty(cell) ? undefined : cell?.passage));
        return stub === undefined ? [] : [{ stub, cells }];
      }),
    };
  });
};
