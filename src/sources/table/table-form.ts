import type { Form } from './form.ts';
import type { Table } from './table.ts';

/** What stands beside medians, where only one thing may. */
const spreadOfMedian = (said: string): 'interquartile-range' | 'range' | 'unsaid' => {
  const quartiles = /\bIQR\b|\binterquartile|\bquartile|\b25th\b/i.test(said);
  const range = /(?<!interquartile )\brange\b|\bmin\w*\b.{0,5}\bmax/i.test(said);
  if (quartiles === range) return 'unsaid';
  return quartiles ? 'interquartile-range' : 'range';
};

/** What numbers stand for in all tables of a paper, as far as its sentences say so. */
export interface Notation {
  /** What `±` stands for: `Data are means ± SEM`. */
  readonly sign: 'standard-error' | 'other' | 'unsaid';
  /** What stands in brackets behind a mean: `Data are presented as mean (SD)`. */
  readonly brackets: 'standard-deviation' | 'standard-error' | 'unsaid';
}

const PRESENTED =
  /\b(?:presented|expressed|reported|given|shown|described|summari[sz]ed|displayed|are|were)\s(?:as|by|using|in)\b|\bare\s(?:the\s)?means?\b/i;
const MEAN_SD = /\bmeans?(?:\svalues?)?\s*[([]\s*(?:±\s*)?(?:s\.?d\.?|standard deviations?)\b/i;
const MEAN_SE = /\bmeans?(?:\svalues?)?\s*[([]\s*(?:±\s*)?(?:s\.?e\.?m?\.?|standard errors?)\b/i;

/** What the sentences of a paper say of how it writes its numbers. */
export const notationIn = (texts: readonly string[]): Notation => {
  const says = (words: RegExp): boolean => texts.some((text) => words.test(text));
  const presents = (words: RegExp): boolean => texts.some((text) => words.test(text) && PRESENTED.test(text));
  const bySe = says(/(?:±|\+\/-)\s*(?:s\.?e\.?m?\b|standard errors?)/i);
  const bySd = says(/(?:±|\+\/-)\s*(?:s\.?d\b|standard deviations?)/i);
  const [deviation, error] = [presents(MEAN_SD), presents(MEAN_SE)];
  return {
    sign: bySe ? (bySd ? 'other' : 'standard-error') : 'unsaid',
    brackets: deviation === error ? 'unsaid' : deviation ? 'standard-deviation' : 'standard-error',
  };
};

/** A number that is no count, with another in brackets that is none, and no percentage. */
const FRACTIONS = /^\s*[-−–]?\d+[.·]\d+\s*[([]\s*\d+[.·]\d+\s*[)\]]\W*$/;

/** A number with another in brackets beside it, neither of them said to be of a total. */
const BESIDE = /^[^/]*\d[^/]*[([][^/]*\d/;

/** A whole number with another number in brackets. */
const WHOLES = /^\s*\d[\d,]*\s*[([]\s*\d[\d,]*(?:[.·]\d+)?\s*[)\]]\W*$/;

const RANGED = /^\s*[-−–]?\d[\d.·]*\s*[([]\s*[-−–]?\d[\d.·]*\s*(?:[,;–—-]|to)\s*[-−–]?\d/;

/** What caption and notes say of the values of a table; nothing where they tell of several kinds and a value may be any. */
export const tableForm = (
  { caption, notes }: Table,
  { sign, brackets }: Notation,
): ((cell: string) => Form | undefined) => {
  const said = [caption, ...notes].flatMap((passage) => passage?.text ?? []).join('\n');
  const bySd =
    /\bmeans?\b[^.;]{0,20}(?:±|\+\/-|\()\s*(?:\bs\.?d\b|standard deviation)|\bs\.?d\.?\b|standard deviations?|±\s*s\b/i.test(
      said,
    );
  const bySe = /\bs\.?e\.?m?\b(?!\w)|standard errors?/i.test(said);
  const byInterval = /\bCI\b|confidence interval/i.test(said);
  const byMedian = /\bmedians?\b/i.test(said);
  const isOfPeople =
    /\bnumbers? (?:and percentages? )?of (?:patients|participants|subjects|people|women|men|children)\b/i.test(
      said,
    );
  const byCount =
    /\b(?:n|no\.?|numbers?|frequency|frequencies|counts?)\b[^.;]{0,30}(?:%|\bper ?cent)|%\s*\(\s*n/i.test(
      said,
    );
  const byShare =
    !byCount &&
    /\b(?:rates?|proportions?|percentages?|incidence|prevalence)\b[^.]*\(%\)/i.test(caption?.text ?? '');
  return (cell) => {
    // Where both are spoken of, the sign may stand for either.
    if (/±|\+\/-/.test(cell))
      return { kind: 'mean', spread: bySe ? (bySd ? 'other' : 'standard-error') : bySd ? 'unsaid' : sign };
    // A count is whole: beside counts, what is not is a mean.
    if (bySd && !byMedian && /^\s*[-−–]?\d+[.·]\d+\s*[([]/.test(cell))
      return { kind: 'mean', spread: 'standard-deviation' };
    // Of what stands in brackets as from one number to another, medians have quartiles or a range.
    if (byMedian && !byInterval && RANGED.test(cell)) return { kind: 'median', spread: spreadOfMedian(said) };
    if (isOfPeople && /^\s*\d+\s*$/.test(cell)) return { kind: 'count' };
    if (byShare && /^\s*\d[\d.·]*\s*$/.test(cell)) return { kind: 'proportion' };
    const forms = [byCount, bySd, byMedian, bySe].filter(Boolean).length;
    if (forms === 0 && brackets !== 'unsaid' && FRACTIONS.test(cell))
      return { kind: 'mean', spread: brackets };
    if (forms === 2 && byCount && bySd && WHOLES.test(cell)) return { kind: 'count-or-mean' };
    if (forms !== 1) return undefined;
    if (byCount) return { kind: 'count' };
    if (bySd) return BESIDE.test(cell) ? { kind: 'mean', spread: 'standard-deviation' } : undefined;
    if (bySe) return BESIDE.test(cell) ? { kind: 'mean', spread: 'standard-error' } : undefined;
    return byMedian ? { kind: 'median', spread: spreadOfMedian(said) } : undefined;
  };
};
