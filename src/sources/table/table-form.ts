import type { Form } from './form.ts';
import type { Table } from './table.ts';

/** What stands beside medians, where only one thing may. */
const spreadOfMedian = (said: string): 'interquartile-range' | 'range' | 'unsaid' => {
  const quartiles = /\bIQR\b|\binterquartile|\bquartile|\b25th\b/i.test(said);
  const range = /(?<!interquartile )\brange\b|\bmin\w*\b.{0,5}\bmax/i.test(said);
  if (quartiles === range) return 'unsaid';
  return quartiles ? 'interquartile-range' : 'range';
};

/** What `±` stands for in a paper, as far as its sentences say so: `Data are means ± SEM`. */
export const signIn = (texts: readonly string[]): 'standard-error' | 'other' | 'unsaid' => {
  const says = (words: RegExp): boolean => texts.some((text) => words.test(text));
  if (!says(/(?:±|\+\/-)\s*(?:s\.?e\.?m?\b|standard errors?)/i)) return 'unsaid';
  return says(/(?:±|\+\/-)\s*(?:s\.?d\b|standard deviations?)/i) ? 'other' : 'standard-error';
};

/** A number with another in brackets beside it, neither of them said to be of a total. */
const BESIDE = /^[^/]*\d[^/]*[([][^/]*\d/;

const RANGED = /^\s*[-−–]?\d[\d.·]*\s*[([]\s*[-−–]?\d[\d.·]*\s*(?:[,;–—-]|to)\s*[-−–]?\d/;

/** What caption and notes say of the values of a table; nothing where they tell of several kinds and a value may be any. */
export const tableForm = (
  { caption, notes }: Table,
  sign: ReturnType<typeof signIn>,
): ((cell: string) => Form | undefined) => {
  const said = [caption, ...notes].flatMap((passage) => passage?.text ?? []).join('\n');
  const bySd =
    /\bmeans?\b[^.;]{0,20}(?:±|\+\/-|\()\s*(?:\bs\.?d\b|standard deviation)|\bs\.?d\.?\b|standard deviations?/i.test(
      said,
    );
  const bySe = /\bs\.?e\.?m?\b(?!\w)|standard errors?/i.test(said);
  const byInterval = /\bCI\b|confidence interval/i.test(said);
  const byMedian = /\bmedians?\b/i.test(said);
  const isOfPeople =
    /\bnumbers? (?:and percentages? )?of (?:patients|participants|subjects|people|women|men|children)\b/i.test(
      said,
    );
  const byCount = /\b(?:n|no\.?|numbers?|frequency|counts?)\b[^.;]{0,30}%|%\s*\(\s*n/i.test(said);
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
    if (forms !== 1) return undefined;
    if (byCount) return { kind: 'count' };
    if (bySd) return BESIDE.test(cell) ? { kind: 'mean', spread: 'standard-deviation' } : undefined;
    if (bySe) return BESIDE.test(cell) ? { kind: 'mean', spread: 'standard-error' } : undefined;
    return byMedian ? { kind: 'median', spread: spreadOfMedian(said) } : undefined;
  };
};
