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

const named = (abbreviation: string, phrase: string): string =>
  `(?:(?i:(?:${QUALIFIED}){0,4})(?:(?i:${phrase})|${abbreviation}))${END}`;

/** The name of an estimate with what qualifies it and its short form: `adjusted odds ratio (aOR)`. */
export const ESTIMATE_NAME = new RegExp(
  `(?:${NAMES.map(([, abbreviation, phrase]) => named(abbreviation, phrase)).join('|')})${SHORT_FORM}`,
  'y',
);

/** The name of a number that may look like the estimate of an effect and is none. */
export const OTHER_NAME = new RegExp(named(OTHERS[0], OTHERS[1]), 'y');

const KINDS = NAMES.map(
  ([kind, abbreviation, phrase]) =>
    [kind, new RegExp(`${named(abbreviation, phrase)}${SHORT_FORM}$`, 'y')] as const,
);

/** What a name of an estimate means. */
export const kindOf = (name: string): EstimateKind =>
  KINDS.find(([, form]) => {
    form.lastIndex = 0;
    return form.test(name);
  })?.[0] ?? 'difference';
