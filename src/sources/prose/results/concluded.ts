import { NOT_STATED } from '../../../model/fact.ts';
import { agentWords, agreement } from '../agent.ts';
import { isFinding } from '../own.ts';
import { clausesOf, type Sentence } from '../sentence.ts';
import { claimedDirections } from './claimed.ts';
import type { Setting, Statement } from './statement.ts';

/** What is recommended, supposed or left to others is no finding. */
const TENTATIVE =
  /\b(?:may|might|could|can|should|would|will|appears?|seems?|potential(?:ly)?|possib\w+|promising|likely to|need(?:ed|s)?|recommend\w*|warrant\w*|further|future|consider\w*|if|whether|evidence (?:that|to)|support(?:s|ing)? the|us(?:e|ed|ing) (?:to|as|for)|aim(?:s|ed)?)\b/i;

/** Outcomes that share half their words are one, as are those of which one has all words of the other. */
const SAME_OUTCOME = 0.5;

const saysDirection = ({ results }: Statement): boolean =>
  results.some((result) => result.kind !== 'group' && result.direction !== NOT_STATED);

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.isSubsetOf(b) || b.isSubsetOf(a) || agreement(a, b) >= SAME_OUTCOME;

/** The directions that conclusions state of outcomes of which the results say none. */
export const concludedDirections = (
  conclusions: readonly Sentence[],
  told: readonly Statement[],
  setting: Setting,
): readonly Statement[] => {
  const known = told.filter(saysDirection).map(({ outcome }) => agentWords(outcome.value));
  const isKnown = ({ outcome }: Statement): boolean =>
    known.some((words) => isSame(words, agentWords(outcome.value)));
  return conclusions
    .filter(({ text }) => isFinding(text, setting.title) && !TENTATIVE.test(text))
    .flatMap(({ passage }) => clausesOf(passage))
    .flatMap((clause) => claimedDirections(clause, setting))
    .filter((statement) => !isKnown(statement));
};
