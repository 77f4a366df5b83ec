import type { EstimateType } from '../../../model/trial.ts';

/** What a name of an estimate means; `difference` where only its numbers tell of what. */
export type EstimateKind = EstimateType | 'difference';

const NAMES: readonly (readonly [EstimateKind, string, string])[] = [
  [
    'rate-ratio',
    'a?IRR',
    '(?:incidence[- ]|event[- ])?rate[- ]ratios?|incidence[- ]density[- ]ratios?|relative rates?',
  ],
  ['relative-risk', 'a?RR', 'relative[- ]risks?|risks?[- ]ratios?'],
  ['odds-ratio', 'a?OR', 'odds[- ]ratios?'],
  ['hazard-ratio', '(?:a|s|cs)?HR', 'hazards?[- ]ratios?|relative hazards?'],
  [
    'standardised-mean-difference',
    'SMD|ES(?=\\s*[=:,])|d(?=\\s*=)',
    "standardi[sz]ed (?:mean )?differences?|standardi[sz]ed effect sizes?|cohen['’]?s? d|hedges['’]?s? g|effect sizes?",
  ],
  [
    'risk-difference',
    'RD|ARD|ARR',
    'risk[- ]differences?|absolute risk[- ]reductions?|differences? (?:in|of|between)(?: the)? (?:risks?|proportions?|incidences?|event rates?|response rates?|cure rates?)',
  ],
  [
    'median-difference',
    '(?!)',
    'median[- ](?:treatment )?differences?|differences? (?:in|of|between)(?: the)? medians?',
  ],
  [
    'mean-difference',
    'MD|WMD|LSMD|ETD',
    '(?:marginal )?mean (?:treatment |between[- ]group )?differences?|differences? (?:in|of|between)(?: the)?(?: least[- ]squares?| LS| adjusted| estimated)? means?',
  ],
  ['difference', '(?!)', '(?:treatment |group )?differences?|(?:treatment|intervention) effects?'],
];

/** Numbers with an interval or P value that are no effect of one group against another, or none that R5 has a name for. */
const OTHERS = [
  'NNT|NNH|RRR|VE|PPV|NPV|AUC|AUROC|ICC|ICER|GMR|DOR|PR|β|κ|r(?=\\s*=)',
  "numbers?[- ]needed|relative risk[- ]reductions?|(?<!absolute[- ])risk[- ]reductions?|vaccine efficacy|sensitivit(?:y|ies)|specificit(?:y|ies)|predictive values?|likelihood ratios?|(?:diagnostic )?accuracy|diagnostic odds ratios?|areas? under the|c[- ](?:statistics?|index)|correlat(?:ions?|ed)|(?:pearson|spearman)['’]?s?|kappas?|intraclass|(?:beta|regression)?[- ]?coefficients?|prevalence ratios?|incremental|mean ratios?|ratios? of",
] as const;

const QUALIFIED =
  '(?:(?:[a-z-]+[- ])?(?:un)?adjusted|crude|estimated|absolute|common|cumulative|sub-?distribution|cause-specific|stratified|pooled|corresponding|overall|weighted|least[- ]squares?|LS|treatment|between[- ](?:groups?|treatments?|arms?)|inter-?group|net|mean|median|percentage[- ]points?|pairwise|observed|model-based|placebo-(?:corrected|subtracted)|primary|resulting|average|proportional|hodges[-– ]lehmann)[- ]';

const END = '(?![\\w-])';
const SHORT_FORM = '(?:\\s?[\\[(]\\s?[A-Za-z-]{1,8}\\s?[\\])])?';

/** Before a short form, whose capitals count. */
const ADJUSTED = '(?:(?:[A-Za-z-]+[- ])?(?:[Uu]n)?[Aa]djusted |[Cc]rude |[Ee]stimated |[Cc]ommon )?';

// Two patterns and no modifier of case within one: what is matched without regard to case must not reach `or`.
const phrasePattern = (phrases: string): RegExp =>
  new RegExp(`(?:${QUALIFIED}){0,4}(?:${phrases})${END}${SHORT_FORM}`, 'iy');
const abbreviationPattern = (abbreviations: string): RegExp =>
  new RegExp(`${ADJUSTED}(?:${abbreviations})${END}${SHORT_FORM}`, 'y');

const all = (of: (name: (typeof NAMES)[number]) => string): string => NAMES.map(of).join('|');

/** The name of an estimate with what qualifies it and its short form, in words or short: `adjusted odds ratio (aOR)`, `HR`. */
export const ESTIMATE_NAMES = [
  phrasePattern(all(([, , phrases]) => phrases)),
  abbreviationPattern(all(([, abbreviations]) => abbreviations)),
] as const;

/** The name of a number that may look like the estimate of an effect and is none. */
export const OTHER_NAMES = [phrasePattern(OTHERS[1]), abbreviationPattern(OTHERS[0])] as const;

const KINDS = NAMES.map(
  ([kind, abbreviations, phrases]) =>
    [kind, [phrasePattern(phrases), abbreviationPattern(abbreviations)]] as const,
);

const isWhole = (name: string, pattern: RegExp): boolean => {
  pattern.lastIndex = 0;
  return pattern.test(name) && pattern.lastIndex === name.length;
};

/** What a name of an estimate means. */
export const kindOf = (name: string): EstimateKind =>
  KINDS.find(([, patterns]) => patterns.some((pattern) => isWhole(name, pattern)))?.[0] ?? 'difference';
