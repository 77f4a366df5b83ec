import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import { observedNumber } from '../../model/observed-number.ts';
import type { Domain, GroupResult, Subject } from '../../model/trial.ts';
import type { Passage } from '../passage.ts';
import { asAmount, isQuantityInPercent } from '../prose/quantity-in-percent.ts';
import { outcomeKey, type Setting, type Statement } from '../prose/results/statement.ts';
import { groupValueIn, withSpread } from './cell.ts';
import { comparisonsIn } from './comparisons-in-line.ts';
import { withCount } from './derived-count.ts';
import type { Form } from './form.ts';
import { sentenceOf } from './sentence-of-value.ts';
import { sizesByShares } from './sizes-by-shares.ts';
import type { ReadTable, TableValue } from './values-of-table.ts';

const DOMAINS: readonly (readonly [Domain, RegExp])[] = [
  [
    'baseline',
    /(?<!\b(?:from|to|with) (?:the )?)\b(?:baseline|demographics?|at (?:entry|inclusion|enrol?lment|randomi[sz]ation))\b(?!.*\b(?:change|after|outcomes?|follow-?up|weeks?|months?)\b)|^\W*(?:table \d+\W*)?characteristics\b|^\W*(?:table \d+\W*)?(?:(?:patients?|participants?|subjects?|sample|clinical|general|main|study|population)['’s]*\s+(?:and\s+)?){1,4}(?:characteristics|profiles?)/i,
  ],
  ['adverse-event', /\b(?:adverse|side[- ]effects?|toxicit|tolerab|safety|complications?)\b/i],
];

const domainOf = (caption: string): Domain =>
  DOMAINS.find(([, words]) => words.test(caption))?.[0] ?? 'effect';

/** How many a table's counts with their shares say are in a group, by the group. */
type ByShares = ReturnType<typeof sizesByShares>;

const sizeOf = (
  n: Stated<number>,
  subject: Subject,
  setting: Setting,
  byShares: ByShares,
): Stated<number> => {
  if (n !== NOT_STATED) return n;
  const derived = byShares.get(JSON.stringify(subject));
  if (derived || subject.kind !== 'arm') return derived ?? NOT_STATED;
  const arm = setting.arms.find(({ key }) => key === subject.arm);
  return arm ? observedNumber(arm) : NOT_STATED;
};

const wholeIn = (cell: Passage, from: number, to: number): Fact<number> =>
  cell.fact(from, to, Number(cell.text.slice(from, to).replaceAll(',', '')), 'normalised');

const isSize = ({ form, cell }: TableValue): boolean =>
  form?.kind === 'size' && /^\s*[\d,]+\s*$/.test(cell.text);

/** How many are in the group that a line is of by its counts with their total, `12/40`, where these are of one. */
const totalOf = (line: readonly TableValue[], otherwise: Stated<number>): Stated<number> => {
  const totals = line.flatMap(({ cell }) => {
    const [from, to] = /^\s*\d[\d,]*\s*\/\s*(\d[\d,]*)/d.exec(cell.text)?.indices?.[1] ?? [0, 0];
    return to > from ? [wholeIn(cell, from, to)] : [];
  });
  const [first, ...more] = totals;
  return first && more.every(({ value }) => value === first.value) ? first : otherwise;
};

/** Whether a lone zero stands beside counts with their shares, as one of them: `0 | 3 (7.5%)`. */
const isNoneOfCounts = (
  about: TableValue,
  line: readonly TableValue[],
  setting: Setting,
  byShares: ByShares,
): boolean =>
  about.form === undefined &&
  /^\s*0\s*$/.test(about.cell.text) &&
  line.some(({ cell, form, n, subject }) => {
    const value = subject && groupValueIn(cell, form, sizeOf(n, subject, setting, byShares));
    return value?.measures.map(({ type }) => type).join() === 'count,proportion';
  });

const groupResultOf = (
  about: TableValue,
  line: readonly TableValue[],
  domain: Domain,
  setting: Setting,
  byShares: ByShares,
): Statement | undefined => {
  const { cell, subject, over, form, time, unit } = about;
  if (!subject) return undefined;
  const counted = line.find((one) => !over && isSize(one));
  const size = counted
    ? wholeIn(counted.cell, 0, counted.cell.text.length)
    : over
      ? about.n
      : totalOf(line, about.n);
  const inPercent = unit !== NOT_STATED && unit.value === '%';
  if (about.isSize || (!over && isSize(about))) return undefined;
  const announced: Form | undefined =
    form?.kind === 'size' || isNoneOfCounts(about, line, setting, byShares)
      ? { kind: 'count' }
      : (form ?? (inPercent ? { kind: 'proportion' } : undefined));
  const value = groupValueIn(cell, announced, sizeOf(size, subject, setting, byShares));
  // A count under heads that announce something else is what its line alone says.
  const isCount = value?.measures.some(({ type }) => type === 'count');
  const outcome = isCount && form?.kind === 'mean' ? about.title : about.outcome;
  if (!value || !outcome) return undefined;
  const isAmount = domain !== 'adverse-event' && isQuantityInPercent(outcome.value);
  const isOnly = line.every(
    (other) => other === about || JSON.stringify(other.subject) !== JSON.stringify(subject),
  );
  const told = size !== NOT_STATED && isOnly ? withCount(value, outcome.value) : value;
  const measures = isAmount ? asAmount(value.measures) : told.measures;
  const result: GroupResult = {
    kind: 'group',
    outcome: outcomeKey(outcome.value, domain),
    timePoint: time,
    sentence: sentenceOf({ cell, outcome }, [subject], setting.arms),
    subject,
    n: value.n,
    measures: measures.map((measure) =>
      measure.type === 'mean' || measure.type === 'median'
        ? { ...withSpread(measure, about.spread), unit }
        : measure,
    ),
  };
  return { outcome, domain, results: [result] };
};

/** Titles from which on a table of those who entered tells what became of them. */
const AFTER_ENTRY =
  /\b(?:end of (?:the )?(?:study|trial|treatment|follow-?up)|(?:at|during|after) (?:the )?(?:last |final )?follow-?up|post-?(?:treatment|intervention|operative(?:ly)?))\b/i;

/** What is said of groups of the outcome and the time that a P value stands under. */
const testedBy = ({ outcome, time }: TableValue, told: readonly Statement[]): readonly Statement[] =>
  told.filter(
    (statement) =>
      statement.outcome.value === outcome?.value &&
      statement.results.every(({ timePoint }) => timePoint === time),
  );

/** What a table says of groups: one result for each value of a group, and for each comparison of two. */
export const resultsOfTable = ({ caption, lines }: ReadTable, setting: Setting): readonly Statement[] => {
  const said = domainOf(caption);
  const entered = lines.findIndex((line) => line.some(({ title }) => AFTER_ENTRY.test(title?.value ?? '')));
  const byShares = sizesByShares(lines);
  const found: Statement[] = [];
  /** What the lines since the last line of P values say of groups: such a line tests them, column by column. */
  let tested: readonly Statement[] = [];
  for (const [i, line] of lines.entries()) {
    const domain = said === 'baseline' && entered >= 0 && i >= entered ? 'effect' : said;
    const groups = line.flatMap((value) => groupResultOf(value, line, domain, setting, byShares) ?? []);
    const tests = line.length > 0 && line.every(({ form }) => form?.kind === 'p-value');
    const compared = tests
      ? line.flatMap((value) => comparisonsIn([value], testedBy(value, tested), setting))
      : comparisonsIn(line, groups, setting);
    tested = tests ? [] : [...tested, ...groups];
    found.push(...groups, ...(domain === 'baseline' ? [] : compared));
  }
  return found;
};
