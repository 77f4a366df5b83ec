import { regex } from 'regex';
import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Direction, Subject, TimePoint } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { firstMatch, matches } from '../match.ts';
import { pairsIn } from '../pair.ts';
import { pValueIn } from '../statistic.ts';
import { timesIn } from '../time.ts';
import { CHANGE, directionOf } from './direction.ts';
import { listItems } from './outcome-name.ts';
import { said } from './said.ts';
import { armSubject, armsIn, type Setting, type Statement } from './statement.ts';

const SEEN = regex(
  'i',
)`\b (was | were) \s ( also \s )? (observed | seen | noted | found | witnessed | detected | reported | recorded) \b`;
const WERE_SEEN = regex('dgi')`${SEEN}`;
const DEGREE = regex(
  'i',
)`( (a | an | the) \s )? ( (statistically \s)? significant \s | marked \s | further \s )?`;

const CHANGED = regex(
  'dgi',
)`(?<! \b (with | no) \s [^,]{0,20}) \b ${DEGREE} (?<direction> ${CHANGE}) \s ( (?<bracket> \( [^\(\)]* \) ) \s )? (in | of) \s
  (?<list> .+? ) (?= \s ( and \s | , \s and \s )? ${DEGREE} ${CHANGE} \s ( \( [^\(\)]* \) \s )? in \s | \s ( on | at | in | by ) \s the \s \d | \s ${SEEN} )`;

/**
 * A decline in A, B and C, and a rise in D were seen (in a group, at a time): one finding each. A P value behind the
 * word that says the change covers that change's list and no other.
 */
export const changes = (clause: Passage, setting: Setting): readonly Statement[] => {
  const seen = firstMatch(clause.text, WERE_SEEN);
  if (!seen || pairsIn(clause).length > 0) return [];
  const arm = armsIn(clause.text, setting)[0];
  const subject: Subject = arm ? armSubject(arm) : { kind: 'unspecified' };
  const time = timesIn(clause.text)[0];
  const timePoint: Stated<TimePoint> = time
    ? clause.fact(time.from, time.to, time.value, 'normalised')
    : NOT_STATED;
  const changed = matches(clause.text, CHANGED);
  return changed.flatMap((match) => {
    const [word, bracket, list] = ['direction', 'bracket', 'list'].map(match.part);
    if (!word || !list || list.from > seen.from) return [];
    const direction: Stated<Direction> = clause.fact(
      word.from,
      word.to,
      directionOf(word.text),
      'normalised',
    );
    const pValue = bracket ? pValueIn(clause.slice(bracket.from, bracket.to)) : NOT_STATED;
    const words = changed.length === 1 ? textFact(clause) : clause.fact(match.from, match.to, match.text);
    return listItems(clause, list.from, list.to).map((outcome) =>
      said({
        clause,
        outcome,
        subject,
        reference: NOT_STATED,
        timePoint,
        direction,
        pValue,
        test: NOT_STATED,
        words,
      }),
    );
  });
};
