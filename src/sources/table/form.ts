/** What kind of number a head or title announces. */
export type Form =
  | { readonly kind: 'count' | 'proportion' | 'p-value' | 'interval' | 'size' }
  /** A count with its share or a mean with its deviation, as a note says of a table that has both. */
  | { readonly kind: 'count-or-mean' }
  | { readonly kind: 'mean'; readonly spread: 'standard-deviation' | 'standard-error' | 'other' | 'unsaid' }
  | { readonly kind: 'median'; readonly spread: 'interquartile-range' | 'range' | 'unsaid' }
  | { readonly kind: 'estimate'; readonly name: string };

/** Words that announce numbers and name nothing measured. */
const FORMS: readonly (readonly [RegExp, (words: string) => Form])[] = [
  [
    /(?<!\b(?:group|arm) )\bp[\s-]*(?:values?)?\s*(?:[*†‡§¶#]|\([^)]*\))?$|^p\b[\s-]*values?.*|^(?:statistical )?significance(?: level)?$/i,
    () => ({ kind: 'p-value' }),
  ],
  [
    /\b(?:adjusted |crude |unadjusted |stratified |mean |risk |absolute |between[- ]group |group |treatment )*(?:differences?|odds ratios?|risk ratios?|relative risks?|hazard ratios?|rate ratios?|effect sizes?)\b.*/i,
    (name) => ({ kind: 'estimate', name }),
  ],
  [/\b(?:a?OR|RR|a?HR|RD|MD|SMD|IRR)\b(?:\s*[([].*)?$/, (name) => ({ kind: 'estimate', name })],
  [
    /(?:\b(?:least[- ]squares?|adjusted|LS) )*\bmeans?\b[\s,:;]*(?:\(\s*)?(?:±|\+\/-|\()?\s*(?:s\.?e\.?m?\.?\b|standard errors?)(?:\s*\))?/i,
    () => ({ kind: 'mean', spread: 'standard-error' }),
  ],
  [
    /[([]\s*(?:±|\+\/-)?\s*(?:s\.?e\.?m?\.?|standard errors?)\s*[)\]]/i,
    () => ({ kind: 'mean', spread: 'standard-error' }),
  ],
  // A bar over the letter says that it is a mean; many papers lose it.
  [
    /[([]?\s*(?<![\p{L}\d])(?:[Xxχ]\s?[\u0304\u0305¯]?|M|\$?\\bar\s?\{\s?x\s?\}\$?)\s*(?:±|\+\/-)\s*[Ss]\.?(?:[Dd]\.?)?(?![\p{L}\d])\s*[)\]]?/u,
    () => ({ kind: 'mean', spread: 'standard-deviation' }),
  ],
  [
    /(?:\b(?:mean|average)s?\b|\bM\b(?=\s*[(±]))?[\s,:;]*(?:\(%\)\s*)?(?:[[(]\s*)?(?:±|\+\/-|\()?\s*(?:\bs\.?d\.?(?![\p{L}])|standard deviations?)(?:\s*[\])])?/iu,
    () => ({ kind: 'mean', spread: 'standard-deviation' }),
  ],
  [
    /\bmeans?\b[\s,:;]*[([]?\s*(?:9[059]\s*%?\s*)?(?:CI|confidence intervals?|range)\b[)\]]?/i,
    () => ({ kind: 'mean', spread: 'other' }),
  ],
  [
    /\bmedians?\b[\s,:;/]*[([]?\s*(?:IQR|interquartile ranges?|IQ|25th\b.*?percentiles?|Q1\b.*?Q3)[)\]]?/i,
    () => ({ kind: 'median', spread: 'interquartile-range' }),
  ],
  [
    /\bmedians?\b[\s,:;/]*[([]?\s*(?:range|min\b.*?max\w*)[)\]]?/i,
    () => ({ kind: 'median', spread: 'range' }),
  ],
  [/\bmedians?\b/i, () => ({ kind: 'median', spread: 'unsaid' })],
  [
    /^(?:mean|average)s?$|^(?:mean|average)\b(?=.)|,\s(?:mean|average)s?$/i,
    () => ({ kind: 'mean', spread: 'unsaid' }),
  ],
  [/^(?:M|X\u0304|x\u0304|X\u0305|x\u0305)$/, () => ({ kind: 'mean', spread: 'unsaid' })],
  [
    /\b(?:no\.?|n|number)\s*\/\s*total(?: no\.?| n| number)?\s*(?:[([]\s*%\s*[)\]])?/i,
    () => ({ kind: 'count' }),
  ],
  [
    /(?:\b(?:n|no\.?|numbers?)(?: of (?:patients|participants|subjects|events|cases))?\s*(?:\/\s*N)?|\bfrequency)\s*[,/]?\s*[([]?\s*%\s*[)\]]?|%\s*[([]\s*n(?:\s*\/\s*N)?\s*[)\]]|\bn\s*\/\s*N\b|\b(?:events?|responders?|cases)\s*[([]\s*%\s*[)\]]/i,
    () => ({ kind: 'count' }),
  ],
  [/(?<=[\p{L})]\s*)(?:[([]\s*(?:n|[Nn]o\.)\s*[)\]]|,\s*(?:n|[Nn]o\.))$/u, () => ({ kind: 'count' })],
  [
    /^(?:(?:n|no\.?|numbers?) )?(?:analy[sz]ed|(?<= )(?:evaluated|assessed|randomi[sz]ed))$|^(?:n|no\.?|numbers?|total n|(?:n|no\.?|numbers?) of (?:patients|participants|subjects))$|\bn\s*=\s*$/i,
    () => ({ kind: 'size' }),
  ],
  [/^[([]?(?:%|per ?cent(?:age)?)[)\]]?$/i, () => ({ kind: 'proportion' })],
  [/^[([]?9[059]\s*%?\s*(?:CI|confidence interval)s?\b[)\]]?$/i, () => ({ kind: 'interval' })],
];

/** What a text announces, and the text without the words that do. */
export interface Announced {
  readonly form: Form | undefined;
  readonly from: number;
  readonly to: number;
}

/** What kind of number a text announces, and where it says so. */
export const formIn = (text: string): Announced | undefined => {
  for (const [pattern, form] of FORMS) {
    const match = pattern.exec(text);
    if (match) return { form: form(match[0]), from: match.index, to: match.index + match[0].length };
  }
  return undefined;
};
