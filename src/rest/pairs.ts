import { type Pair, pairsOf } from '../fhir/search/pair.ts';
import { type Failure, fail } from './error.ts';

/** Names and values of a query or form; escapes that stand for nothing are refused rather than guessed. */
export const parsePairs = (text: string): readonly Pair[] | Failure =>
  pairsOf(text) ?? fail('malformed', 'structure', 'The parameters have a percent escape that is not UTF-8');
