/** Words of the older XML that the API does not only write in other letters. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['N/A', 'NA'],
  ['Unknown status', 'UNKNOWN'],
  ['U.S. Fed', 'FED'],
  ['Both', 'ALL'],
  ['Anticipated', 'ESTIMATED'],
  ['Estimate', 'ESTIMATED'],
  ['Educational/Counseling/Training', 'ECT'],
  ['Single Group Assignment', 'SINGLE_GROUP'],
  ['Parallel Assignment', 'PARALLEL'],
  ['Crossover Assignment', 'CROSSOVER'],
  ['Factorial Assignment', 'FACTORIAL'],
  ['Sequential Assignment', 'SEQUENTIAL'],
  ['Open Label', 'NONE'],
  ['None (Open Label)', 'NONE'],
  ['Phase 0', 'EARLY_PHASE1'],
  ['Early Phase 1', 'EARLY_PHASE1'],
  ['Phase 1', 'PHASE1'],
  ['Phase 2', 'PHASE2'],
  ['Phase 3', 'PHASE3'],
  ['Phase 4', 'PHASE4'],
  ['Phase 1/Phase 2', 'PHASE1 PHASE2'],
  ['Phase 2/Phase 3', 'PHASE2 PHASE3'],
  ['Observational [Patient Registry]', 'OBSERVATIONAL'],
  ['Ecologic or Community', 'ECOLOGIC_OR_COMMUNITY'],
  ['Standard Error of the Mean', 'STANDARD_ERROR_OF_MEAN'],
  ['Geometric Coefficient of Variation', 'GEOMETRIC_COEFFICIENT'],
  ['1-Sided', 'ONE_SIDED'],
  ['2-Sided', 'TWO_SIDED'],
]);

const INTERVAL = /^(?<level>\d+(?:\.\d+)?)% Confidence Interval$/;

/** A word of the older XML's enumerations in the API's letters: `Active, not recruiting` is ACTIVE_NOT_RECRUITING. */
export const apiWord = (written: string): string => {
  const known = OTHERWISE.get(written);
  if (known !== undefined) return known;
  const level = INTERVAL.exec(written)?.groups?.level;
  if (level !== undefined) return `CONFIDENCE_${level.replace('.', '')}`;
  return written
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
};
