import { regex } from 'regex';
import type { Fact } from '../../model/fact.ts';
import { firstMatch } from './match.ts';
import type { Sentence } from './sentence.ts';

const OBJECTIVE = regex(
  'dgi',
)`\b ( aim(ed | s)? (\s (of \s [^,;]{0,40} \s)? (is|was))? | objective \s [^,;]{0,40} (is|was) | purpose \s [^,;]{0,40} (is|was) | sought | ( designed | conducted | undertaken | undertook | performed ) \b [^;]{0,160}? ) \s
  to \s (?<goal> ( evaluate | assess | investigate | examine | determine | compare | test | explore | study | establish | describe ) \s .+? ) (?= \.? $ )`;

/** What the trial's sentences say it was done for. */
export const objectiveIn = ({ passage }: Sentence): readonly Fact<string>[] => {
  const goal = firstMatch(passage.text, OBJECTIVE)?.part('goal');
  return goal ? [passage.fact(goal.from, goal.to, goal.text)] : [];
};
