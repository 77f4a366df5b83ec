/** The names under which the API writes numbers: https://clinicaltrials.gov/data-api/about-api/study-data-structure */
const NUMBERS: ReadonlySet<string> = new Set([
  'count',
  'deathsNumAffected',
  'deathsNumAtRisk',
  'lat',
  'lon',
  'nPtrsToThisExpAccNctId',
  'numAffected',
  'numAtRisk',
  'numEvents',
  'otherNumAffected',
  'otherNumAtRisk',
  'seriousNumAffected',
  'seriousNumAtRisk',
  'size',
]);

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A value in JSON as the API writes it under this name: a number, a boolean or a text. */
export const writtenJson = (name: string, words: string): string =>
  (NUMBERS.has(name) && NUMBER.test(words)) || words === 'true' || words === 'false'
    ? words
    : JSON.stringify(words);
