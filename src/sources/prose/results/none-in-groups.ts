import { regex } from 'regex';
import { decimal } from '../../../model/decimal.ts';
import { type Derivation, NOT_STATED } from '../../../model/fact.ts';
import { observedNumber } from '../../../model/observed-number.ts';
import type { GroupResult } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { type Match, matches } from '../match.ts';
import { PEOPLE } from '../people.ts';
import { outcomeName } from './outcome-name.ts';
import { ADVERSE } from './safety.ts';
import { armSubject, armsIn, outcomeKey, type Setting, type Statement } from './statement.ts';

const IN_ANY = regex(
  'i',
)`\s (in | among | within | with) \s (?<which> either | any | both) \s (of \s the \s)? ( (study | treatment | two | intervention | trial) \s )? (groups? | arms?) \b`;

/** What is compared, supposed or measured is no thing that people have. */
const NO_THING =
  /\b(?:differences?|changes?|(?<!\b(?:adverse|side|untoward) )effects?|evidence|improvements?|increases?|decreases?|reductions?|interactions?|correlations?|associations?|significant|trends?|data|further|longer|more|less)\b/i;

/** No deaths occurred in either group; no patient in either group died. */
const NONE = regex(
  'dgi',
)`\b (?<none> no ) \s ( ${PEOPLE} ${IN_ANY} \s ( had | experienced | developed | reported | required )? \s? (?<outcome> [^,;:.\(\)]{3,60} ) | (?<outcome> [^,;:.\(\)]{3,60}? ) ( \s ( (was | were) \s ( reported | observed | seen | noted | recorded | found | detected | documented ) | occurred | developed ) )? ${IN_ANY} )`;

/** What happens to people. */
const EVENT = regex(
  'i',
)`( (adverse | side | untoward) \s (events? | effects? | reactions?) | ( [\p{L}\-]+ \s )? (complications? | reactions? | infections? | toxicit(y|ies) | injur(y|ies) | thrombos[ei]s) | deaths? | mortality | recurrences? | relapses? | hospitali[sz]ations? | withdrawals? | drop-?outs? | (cases? | episodes? | instances? | incidents?) \s of \s [^,;:.\(\)]{3,40}? )`;

/** No deaths occurred during the study; there were no serious adverse events. */
const NOBODY = regex(
  'dgi',
)`^ \W* ( ( however | overall | finally | moreover | furthermore | additionally | in \s addition | (during | throughout) \s [^,]{3,40} ) ,? \s )? ( (?<there> there \s (was | were) \s ) )? (?<none> no ) \s (?<outcome> ( [\p{L}\-]+ \s ){0,3}? ${EVENT} ( \s (related \s to | attributable \s to | due \s to | associated \s with | requiring) \s [^,;:.\(\)]{3,50}? )? ) (?<happened> \s (was | were) \s ( reported | observed | seen | noted | noticed | recorded | found | detected | documented | encountered ) | \s (occurred | developed | arose | happened) )? ( \s (during | throughout | after | within | over | in \s (this | the | our) \s (study | trial)) \b [^,;:\(\)]{0,60} | \s in \s any \s (of \s the \s)? ${PEOPLE} )? \s? \.? $`;

/** Whether a sentence says of everybody that something happened to none: it names no group, and how many are in each is known. */
const isOfEverybody = (clause: Passage, setting: Setting): boolean =>
  armsIn(clause.text, setting).length === 0 &&
  setting.arms.every((arm) => observedNumber(arm) !== NOT_STATED);

/** A count of none in each arm of what a match names. */
const noneOf = (
  clause: Passage,
  { part }: Match,
  derivation: Derivation,
  { arms }: Setting,
): readonly Statement[] => {
  const [none, named] = [part('none'), part('outcome')];
  const outcome = named && outcomeName(clause, named.from, named.to);
  if (!none || !outcome || NO_THING.test(outcome.value)) return [];
  const domain = ADVERSE.test(outcome.value) ? 'adverse-event' : 'effect';
  const results = arms.map(
    (arm): GroupResult => ({
      outcome: outcomeKey(outcome.value, domain),
      timePoint: NOT_STATED,
      sentence: textFact(clause),
      kind: 'group',
      subject: armSubject(arm),
      n: observedNumber(arm),
      measures: [
        {
          type: 'count',
          value: clause.fact(none.from, none.to, decimal('0'), derivation),
          unit: NOT_STATED,
          spread: NOT_STATED,
          standardDeviation: NOT_STATED,
        },
      ],
    }),
  );
  return [{ outcome, domain, results }];
};

/** That nobody in any group had something: a count of none in each. */
export const noneInGroups = (clause: Passage, setting: Setting): readonly Statement[] =>
  setting.arms.length < 2
    ? []
    : matches(clause.text, NONE)
        // *Either* and *both* are of two.
        .filter(({ part }) => part('which')?.text === 'any' || setting.arms.length === 2)
        .flatMap((match) => noneOf(clause, match, 'normalised', setting));

/** That something happened to nobody at all: what follows for each group, where how many are in each is known. */
export const noneInAll = (clause: Passage, setting: Setting): readonly Statement[] =>
  setting.arms.length < 2 || !isOfEverybody(clause, setting)
    ? []
    : matches(clause.text, NOBODY)
        .filter(({ part }) => part('there') || part('happened'))
        .flatMap((match) => noneOf(clause, match, 'derived', setting));
