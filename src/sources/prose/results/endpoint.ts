import { regex } from 'regex';
import type { Fact, Stated } from '../../../model/fact.ts';
import type { Direction } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { firstMatch } from '../match.ts';
import { pairsIn } from '../pair.ts';
import type { Sentence } from '../sentence.ts';
import { labelledSides } from './compared.ts';
import { comparisonResults } from './comparison.ts';
import { listItems, outcomeName } from './outcome-name.ts';
import type { Setting, Statement } from './statement.ts';

const ENDPOINT = regex('i')`( end-?points? | outcomes? | efficacy\ variables? ) ( \s measures? )?`;

const NAMED = regex(
  'dgi',
)`\b (?<role> primary | main | major | secondary | other ) \s ( (efficacy | safety) \s )? ${ENDPOINT} \s (was | were | is | are | included | incorporated | comprised) \s (?<list> (?! (not | met | reached | observed | similar | assessed) \b ) .+? ) (?= \.? $ | ; )`;

const WITH_VALUES = regex(
  'dgi',
)`\b (?<role> primary | main | major | secondary ) \s ( (efficacy | safety) \s )? ${ENDPOINT} \s \( (?<outcome> [^\(\),]+ ) , (?<values> [^\(\)]+ ) \) \s (was | were) \s (?<not> not \s ( statistically \s )? significant | non-?significant | similar )`;

const roleOf = (word: string): 'primary' | 'secondary' | undefined => {
  if (/^(?:primary|main|major)$/i.test(word)) return 'primary';
  return /^secondary$/i.test(word) ? 'secondary' : undefined;
};

/** An outcome that the trial set itself, with its role where that is said. */
export type Endpoint = Pick<Statement, 'outcome' | 'domain' | 'role'>;

/** The outcomes that a sentence says the trial set itself: `The primary endpoint was A`, `Secondary outcomes included B and C`. */
export const endpointsIn = ({ passage }: Sentence): readonly Endpoint[] => {
  const match = firstMatch(passage.text, NAMED);
  const [word, list] = [match?.part('role'), match?.part('list')];
  if (!word || !list) return [];
  const role = roleOf(word.text);
  const items =
    role === 'primary' ? [outcomeName(passage, list.from, list.to)] : listItems(passage, list.from, list.to);
  return items.flatMap((outcome) =>
    outcome
      ? [
          {
            outcome,
            domain: 'effect',
            ...(role && { role: passage.fact(word.from, word.to, role, 'normalised') }),
          } as const,
        ]
      : [],
  );
};

/** `The primary endpoint (A, group 83.3 versus group 57.6) was not significant`: the outcome, its values, its direction. */
export const primaryEndpoint = (sentence: Passage, setting: Setting): readonly Statement[] => {
  const match = firstMatch(sentence.text, WITH_VALUES);
  const [word, words, values, not] = ['role', 'outcome', 'values', 'not'].map((name) => match?.part(name));
  const outcome = words && outcomeName(sentence, words.from, words.to);
  const clause = match && sentence.slice(0, match.to);
  const labels = clause && pairsIn(clause)[0]?.labels;
  const sides = labels && labelledSides(labels, setting);
  if (!word || !outcome || !values || !not || !sides) return [];
  const direction: Stated<Direction> = clause.fact(
    not.from,
    not.to,
    'no-significant-difference',
    'normalised',
  );
  const role = roleOf(word.text);
  const roleFact: Fact<'primary' | 'secondary'> | undefined =
    role && sentence.fact(word.from, word.to, role, 'normalised');
  return [
    {
      ...comparisonResults(
        clause,
        { ...sides, outcome, label: undefined, direction, behind: clause.text.length },
        setting,
      ),
      ...(roleFact && { role: roleFact }),
    },
  ];
};
