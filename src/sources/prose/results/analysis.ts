import { regex } from 'regex';
import { NOT_STATED } from '../../../model/fact.ts';
import type { AnalysisPopulation, ComparisonResult } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { matches } from '../match.ts';
import type { Statement } from './statement.ts';

type Analysis = Pick<ComparisonResult, 'population' | 'sides' | 'margin'>;

const POPULATION = regex(
  'dgi',
)`\b ( (?<modified> modified\ intent(ion)?[\- ]to[\- ]treat | mITT ) | (?<all> intent(ion)?[\- ]to[\- ]treat | ITT ) | (?<protocol> per[\- ]protocol ) | (?<treated> as[\- ]treated ) ) \b`;

const POPULATIONS: readonly (readonly [string, AnalysisPopulation])[] = [
  ['modified', 'modified-intention-to-treat'],
  ['all', 'intention-to-treat'],
  ['protocol', 'per-protocol'],
  ['treated', 'as-treated'],
];

/** The sides of the test or interval that a number is from. */
const SIDES = regex(
  'dgi',
)`\b (?<sides> (one | two | 1 | 2) [\- ] (sided | tailed) ) \s ( P \b | \d\d (\.\d)? % | CI \b | confidence )`;

const MARGIN = regex(
  'dgi',
)`\b ( (non-?inferiority | equivalence | pre-?specified | pre-?defined) \s )+ (margin | limit | boundary) ( ,? \s (of | was | is | at | set\ at) )? [,:=]? \s [\-−–±]? \d ( [\d.·]* \d )? ( \s? % | \s percentage\ points | \s points )?`;

/** Of all that a pattern finds, the one thing; none where a sentence tells of several. */
const only = <T extends { readonly text: string }>(found: readonly T[]): T | undefined => {
  const [first, ...more] = found;
  return more.every(({ text }) => text.toLowerCase() === first?.text.toLowerCase()) ? first : undefined;
};

const analysisIn = (sentence: Passage): Analysis => {
  const population = only(matches(sentence.text, POPULATION));
  const kind = POPULATIONS.find(([name]) => population?.part(name))?.[1];
  const sides = only(matches(sentence.text, SIDES).flatMap((match) => match.part('sides') ?? []));
  const margin = only(matches(sentence.text, MARGIN));
  return {
    ...(population &&
      kind && { population: sentence.fact(population.from, population.to, kind, 'normalised') }),
    ...(sides && {
      sides: sentence.fact(
        sides.from,
        sides.to,
        /^(?:one|1)/i.test(sides.text) ? 'one-sided' : 'two-sided',
        'normalised',
      ),
    }),
    ...(margin && { margin: sentence.fact(margin.from, margin.to, margin.text) }),
  };
};

/** Each comparison in numbers with what its sentence says of how it was analysed: of whom, by how many sides, by what margin. */
export const withAnalysis = (statements: readonly Statement[], sentence: Passage): readonly Statement[] => {
  const analysis = analysisIn(sentence);
  if (Object.keys(analysis).length === 0) return statements;
  return statements.map((statement) => ({
    ...statement,
    results: statement.results.map((result) =>
      result.kind === 'comparison' && (result.estimate !== NOT_STATED || result.pValue !== NOT_STATED)
        ? { ...result, ...analysis }
        : result,
    ),
  }));
};
