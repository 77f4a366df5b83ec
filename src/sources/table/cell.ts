import { regex } from 'regex';
import type { Decimal } from '../../model/decimal.ts';
import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Interval, Measure, PValue } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { firstMatch, type Part } from '../prose/match.ts';
import { decimalOf } from '../prose/number.ts';
import type { Form } from './form.ts';
import type { TableValue } from './values-of-table.ts';

const NUMBER = regex(
  'i',
)`[\-−–+]? ( \d{1,3} (,\d{3})+ (?! \d) ([.·]\d+)? | \d+ ,\d{1,2} (?! \d) | \d+ ([.·]\d+)? | [.·]\d+ )`;

/** The shapes of cells: a value, and what stands beside it. */
const SHAPE = regex('dgi')`^ \s* (?<value> ${NUMBER}) \s* (
    %? \s* ( ± | \+ \s* \/ \s* [\-−–] | \+ [\-−–] ) \s* (?<deviation> ${NUMBER}) \s* %? ( [\s,;\(\[]* n \s* = \s* (?<size> \d[\d,]*) \s* [\)\]]? | \s* [\(\[] \s* (?<sizeAlone> \d[\d,]*) \s* [\)\]] )?
  | [,\(\[] \s* S\.?D\.? \s* [=:]? \s* ±? \s* (?<deviation> ${NUMBER}) \s* [\)\]]?
  | ( [\/] | (out\ )? of ) \s* (?<total> \d[\d,]* ) ( \s* [\(\[] \s* (?<totalPercent> ${NUMBER}) \s* % ? \s* [\)\]] )?
  | [,\(\[] \s* (?<percent> ${NUMBER}) \s* % \s* [\)\]]?
  | % \s* [\(\[] \s* (?<counted> \d[\d,]*) ( \s* \/ \s* (?<countedOf> \d[\d,]*) )? \s* [\)\]]
  | [\(\[] \s* (?<counted> \d[\d,]*) \s* \/ \s* (?<countedOf> \d[\d,]*) \s* [\)\]]
  | (?<besidePercent> % )? \s* [\(\[] \s* (?<beside> ${NUMBER}) \s* %? \s* [\)\]]
  | %? \s* [\(\[] \s* ( 9[059] \s* % \s* CI [:,]? \s* )? (?<low> ${NUMBER}) \s* ( to | [,;\-–—] | \.\.\. ) \s* (?<high> ${NUMBER}) \s* %? \s* [\)\]]
  | (?<alonePercent> % )
)? \s* [*†‡§¶\#⁰¹²³⁴⁵⁶⁷⁸⁹a-e]{0,3} \s* $`;

const P_VALUE = regex(
  'dgi',
)`^ \s* ( p \s* )? (?<comparator> [<>≤≥=] )? \s* (?<value> 0? [.·] \d+ | [01] ([.·]0+)? ) \s* [*†‡§¶\#a-d]{0,3} \s* $`;

/** How many are in a group. */
type Size = Stated<number>;

/** What a cell says of a group. */
export interface GroupValue {
  readonly measures: readonly Measure[];
  readonly n: Size;
}

const plain = (type: Measure['type'], value: Fact<Decimal>, known: Partial<Measure> = {}): Measure => ({
  type,
  value,
  unit: NOT_STATED,
  spread: NOT_STATED,
  standardDeviation: NOT_STATED,
  ...known,
});

const isWhole = (written: string): boolean => /^\d[\d,]*$/.test(written);

/** Whether a share in per cent is a count's of a group, as far as it is rounded. */
export const shareFits = (count: number, percent: string, n: number, slack = 0): boolean => {
  const digits = percent.split('.')[1]?.length ?? 0;
  return Math.abs((100 * count) / n - Number(percent)) <= 0.51 * 10 ** -digits + slack;
};

/** Whether a count of a group is the percentage beside it, which many round loosely. */
const agrees = (count: string, percent: string, n: number): boolean =>
  shareFits(Number(decimalOf(count)), decimalOf(percent), n, 0.05);

const wholeFact = (cell: Passage, part: Part): Fact<number> =>
  cell.fact(part.from, part.to, Number(decimalOf(part.text)));

const decimalFact = (cell: Passage, part: Part): Fact<Decimal> =>
  cell.fact(part.from, part.to, decimalOf(part.text));

const percentOf = (cell: Passage, part: Part): Measure =>
  plain('proportion', decimalFact(cell, part), {
    unit: cell.fact(part.from, part.to, '%', 'normalised'),
  });

/** A count with the percentage that it is; the size of the group holds only where the two agree with it. */
const countWith = (cell: Passage, count: Part, percent: Part | undefined, n: Size): GroupValue => {
  const fits =
    n !== NOT_STATED &&
    Number(decimalOf(count.text)) <= n.value &&
    (percent === undefined || agrees(count.text, percent.text, n.value));
  return {
    measures: [plain('count', decimalFact(cell, count)), ...(percent ? [percentOf(cell, percent)] : [])],
    n: fits ? n : NOT_STATED,
  };
};

const intervalOf = (cell: Passage, type: Interval['type'], low: Part, high: Part): Fact<Interval> =>
  cell.fact(
    low.from,
    high.to,
    { type, level: NOT_STATED, low: decimalFact(cell, low), high: decimalFact(cell, high) },
    'normalised',
  );

/** The parts of a cell by the names of its shape. */
type Parts = (name: string) => Part | undefined;

/** A count with its total, or with its percentage. */
const countIn = (cell: Passage, part: Parts, form: Form | undefined, n: Size): GroupValue | undefined => {
  const value = part('value')!;
  const counted = part('counted');
  if (counted) {
    const of = part('countedOf');
    return !of || agrees(counted.text, value.text, Number(decimalOf(of.text)))
      ? countWith(cell, counted, value, of ? wholeFact(cell, of) : n)
      : undefined;
  }
  if (!isWhole(value.text)) return undefined;
  const total = part('total');
  if (total) {
    const of = wholeFact(cell, total);
    const count = Number(decimalOf(value.text));
    // Two numbers that make up the group are two counts: `Male/female 7/10` of 17.
    const isTwoCounts = n !== NOT_STATED && count + of.value === n.value && !part('totalPercent');
    return count <= of.value && !isTwoCounts ? countWith(cell, value, part('totalPercent'), of) : undefined;
  }
  const percent = part('percent');
  const beside = percent ?? part('beside');
  if (part('besidePercent') || part('low')) return undefined;
  if (!beside) return form?.kind === 'count' ? countWith(cell, value, undefined, n) : undefined;
  return percent || form?.kind === 'count' ? countWith(cell, value, beside, n) : undefined;
};

/** A mean; what stands beside it is its standard deviation or error where heads or the sign `±` say so. */
const meanIn = (cell: Passage, part: Parts, spread: Extract<Form, { kind: 'mean' }>['spread']): Measure => {
  const beside = part('deviation') ?? (spread === 'unsaid' ? undefined : (part('beside') ?? part('counted')));
  const written = beside && spread !== 'other' ? decimalFact(cell, beside) : undefined;
  const isError = spread === 'standard-error';
  return plain('mean', decimalFact(cell, part('value')!), {
    standardDeviation: written && !isError ? written : NOT_STATED,
    ...(written && isError && { standardError: written }),
  });
};

const LONE_NUMBER = regex('dgi')`^ \s* \(? \s* (± \s*)? (?<value> ${NUMBER}) \s* \)? \s* $`;

/** A mean with the standard deviation or error that stands in a cell of its own. */
export const withSpread = (measure: Measure, spread: TableValue['spread']): Measure => {
  const value = spread && firstMatch(spread.cell.text, LONE_NUMBER)?.part('value');
  if (!value || measure.type !== 'mean') return measure;
  const written = decimalFact(spread.cell, value);
  return spread.kind === 'standard-error'
    ? { ...measure, standardError: written }
    : { ...measure, standardDeviation: written };
};

const medianIn = (
  cell: Passage,
  part: Parts,
  spread: 'interquartile-range' | 'range' | 'unsaid',
): Measure => {
  const [low, high] = [part('low'), part('high')];
  return plain('median', decimalFact(cell, part('value')!), {
    spread: low && high && spread !== 'unsaid' ? intervalOf(cell, spread, low, high) : NOT_STATED,
  });
};

/** How many a mean is of, where it stands beside it: said to be so, or a number that the group's may have shrunk to. */
const sizeIn = (cell: Passage, part: Parts, n: Size): Size => {
  const [said, alone] = [part('size'), part('sizeAlone')];
  const size = said ?? (n !== NOT_STATED && Number(alone?.text) <= n.value ? alone : undefined);
  return size ? wholeFact(cell, size) : n;
};

/** What a cell of a group says, by its shape and what its heads announce; nothing where that leaves a doubt. */
export const groupValueIn = (cell: Passage, form: Form | undefined, n: Size): GroupValue | undefined => {
  const match = firstMatch(cell.text, SHAPE);
  const value = match?.part('value');
  if (!match || !value) return undefined;
  const { part } = match;
  if (part('deviation')) {
    const isMean = form === undefined || ['mean', 'proportion', 'count'].includes(form.kind);
    return isMean
      ? {
          measures: [meanIn(cell, part, form?.kind === 'mean' ? form.spread : 'unsaid')],
          n: sizeIn(cell, part, n),
        }
      : undefined;
  }
  const beside = part('percent') ?? part('beside');
  const isShare =
    beside !== undefined &&
    n !== NOT_STATED &&
    isWhole(value.text) &&
    agrees(value.text, beside.text, n.value);
  if (isShare && form?.kind !== 'median') return countWith(cell, value, beside, n);
  if (form?.kind === 'count-or-mean') {
    // What is too many for the group, or a smaller share than it has even of the whole group, is no count.
    const isNoCount =
      n !== NOT_STATED &&
      beside &&
      (Number(decimalOf(value.text)) > n.value ||
        Number(decimalOf(beside.text)) < (100 * Number(decimalOf(value.text))) / n.value - 1);
    return isNoCount && !part('percent') && !part('besidePercent')
      ? { measures: [meanIn(cell, part, 'standard-deviation')], n }
      : countIn(cell, part, undefined, n);
  }
  // `30.0 (12)` under `% (n)`.
  const isOfShares = form?.kind === 'count' || form?.kind === 'proportion';
  if (
    isOfShares &&
    beside &&
    n !== NOT_STATED &&
    isWhole(beside.text) &&
    agrees(beside.text, value.text, n.value)
  )
    return countWith(cell, beside, value, n);
  if (form?.kind === 'mean')
    return part('total') || part('percent') || part('alonePercent')
      ? undefined
      : { measures: [meanIn(cell, part, form.spread)], n };
  if (form?.kind === 'median')
    return part('total') || part('percent')
      ? undefined
      : { measures: [medianIn(cell, part, form.spread)], n };
  const isAlone = !['total', 'percent', 'counted', 'beside', 'low'].some((name) => part(name));
  if (part('alonePercent') || (form?.kind === 'proportion' && isAlone))
    return { measures: [percentOf(cell, value)], n };
  return countIn(cell, part, form, n);
};

/** The count and the share in per cent that a cell is, `13 (11.5%)`, where its heads or its sign say that it is one. */
export const countAndShareIn = (
  cell: Passage,
  form: Form | undefined,
): { readonly count: number; readonly share: Decimal } | undefined => {
  const match = firstMatch(cell.text, SHAPE);
  const [value, percent, beside] = ['value', 'percent', 'beside'].map((name) => match?.part(name));
  const share = percent ?? (form?.kind === 'count' ? beside : undefined);
  return value && share && isWhole(value.text)
    ? { count: Number(decimalOf(value.text)), share: decimalOf(share.text) }
    : undefined;
};

/** The P value that a cell is. */
export const pValueOf = (cell: Passage): Fact<PValue> | undefined => {
  const match = firstMatch(cell.text, P_VALUE);
  const value = match?.part('value');
  if (!match || !value) return undefined;
  const sign = match.part('comparator')?.text;
  const comparator =
    sign === '≤' ? '<=' : sign === '≥' ? '>=' : sign === '<' || sign === '>' ? sign : undefined;
  return cell.fact(
    match.part('comparator')?.from ?? value.from,
    value.to,
    { ...(comparator && { comparator }), value: decimalOf(value.text) },
    'normalised',
  );
};

const LONE_INTERVAL = regex(
  'dgi',
)`^ \s* [\(\[]? \s* (?<low> ${NUMBER}) \s* ( to | [,;\-–—] | \.\.\. ) \s* (?<high> ${NUMBER}) \s* [\)\]]? \s* $`;

const loneInterval = (cell: Passage): Stated<Interval> => {
  const match = firstMatch(cell.text, LONE_INTERVAL);
  const [low, high] = ['low', 'high'].map((name) => match?.part(name));
  return low && high ? intervalOf(cell, 'confidence-interval', low, high) : NOT_STATED;
};

/** An estimate with its interval, `1.25 (0.94 to 1.67)`, which may stand in a cell of its own beside it. */
export const estimateOf = (
  cell: Passage,
  beside: Passage | undefined,
): { readonly estimate: Fact<Decimal>; readonly interval: Stated<Interval> } | undefined => {
  const match = firstMatch(cell.text, SHAPE);
  const [value, low, high] = ['value', 'low', 'high'].map((name) => match?.part(name));
  if (value && low && high)
    return {
      estimate: decimalFact(cell, value),
      interval: intervalOf(cell, 'confidence-interval', low, high),
    };
  const alone = firstMatch(cell.text, LONE_NUMBER)?.part('value');
  const interval = beside ? loneInterval(beside) : NOT_STATED;
  return alone && interval !== NOT_STATED ? { estimate: decimalFact(cell, alone), interval } : undefined;
};
