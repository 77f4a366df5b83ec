import { regex } from 'regex';
import { NOT_STATED, type Stated } from '../../model/fact.ts';
import { firstMatch } from './match.ts';
import type { Sentence } from './sentence.ts';

const TEST = regex(
  'dgi',
)`\b ( compared | analy[sz]ed | tested ) \s (by | using | with) \s ( (a | an | the) \s )? (?<test> [^,;:.\(\)]{0,60}? ( tests? | regression | analysis\ of\ variance | ANOVA | models? ) ) \b`;

/** How groups were compared, in the words of the sentence that says it. */
export const comparisonTestOf = (own: readonly Sentence[]): Stated<string> => {
  for (const { passage } of own) {
    const test = firstMatch(passage.text, TEST)?.part('test');
    if (test) return passage.fact(test.from, test.to, test.text);
  }
  return NOT_STATED;
};
