import { codes, items, member, text, type View } from './json-view.ts';

/**
 * What is reported and what belongs to it, by the codes of https://hl7.org/fhir/R5/valueset-statistic-type.html and
 * https://hl7.org/fhir/R5/valueset-attribute-estimate-type.html
 */
export const TERM = {
  count: 'C25463',
  proportion: 'C44256',
  mean: 'C53319',
  median: 'C28007',
  riskRatio: 'C93152',
  oddsRatio: 'C16932',
  hazardRatio: 'C93150',
  rateRatio: 'rate-ratio',
  riskDifference: '0000424',
  meanDifference: '0000457',
  medianDifference: 'absolute-MedianDiff',
  standardisedMeanDifference: '0000100',
  confidenceInterval: 'C53324',
  interquartileRange: 'C53245',
  range: 'C38013',
  pValue: 'C44185',
  standardDeviation: 'C53322',
  standardError: '0000037',
  variance: 'C48918',
} as const;

const KNOWN: ReadonlySet<string> = new Set(Object.values(TERM));

/** What other code systems call the same; a name need not be written with these capitals and hyphens. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['count', TERM.count],
  ['proportion', TERM.proportion],
  ['percentage', TERM.proportion],
  ['mean', TERM.mean],
  ['median', TERM.median],
  ['risk ratio', TERM.riskRatio],
  ['relative risk', TERM.riskRatio],
  ['odds ratio', TERM.oddsRatio],
  ['hazard ratio', TERM.hazardRatio],
  ['rate ratio', TERM.rateRatio],
  ['incidence rate ratio', TERM.rateRatio],
  ['risk difference', TERM.riskDifference],
  ['absolute risk difference', TERM.riskDifference],
  ['mean difference', TERM.meanDifference],
  ['difference in means', TERM.meanDifference],
  ['median difference', TERM.medianDifference],
  ['standardized mean difference', TERM.standardisedMeanDifference],
  ['standardised mean difference', TERM.standardisedMeanDifference],
  ['confidence interval', TERM.confidenceInterval],
  ['95% confidence interval', TERM.confidenceInterval],
  ['interquartile range', TERM.interquartileRange],
  ['range', TERM.range],
  ['p value', TERM.pValue],
  ['standard deviation', TERM.standardDeviation],
  ['standard error', TERM.standardError],
  ['standard error of the mean', TERM.standardError],
  ['variance', TERM.variance],
]);

const plain = (name: string): string => name.trim().toLowerCase().replaceAll('-', ' ');

/** The codes of a concept; where none is R5's, what its names mean as well. */
export const termsOf = (concept: View): readonly string[] => {
  const found = codes(concept);
  if (found.some((code) => KNOWN.has(code))) return found;
  const displays = items(member(concept, 'coding')).map((coding) => member(coding, 'display'));
  const names = [...displays, member(concept, 'text')].flatMap((name) => text(name) ?? []);
  return [...found, ...names.flatMap((name) => NAMES.get(plain(name)) ?? [])];
};
