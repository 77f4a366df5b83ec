import { regex } from 'regex';
import { NOT_STATED } from '../../../model/fact.ts';
import { type Passage, textFact } from '../../passage.ts';
import { firstMatch, matches } from '../match.ts';
import { pValueIn } from '../statistic.ts';
import { CHANGE, directionOf } from './direction.ts';
import { outcomeName } from './outcome-name.ts';
import { said } from './said.ts';
import type { Setting, Statement } from './statement.ts';
import { subjectOf } from './subject.ts';

const ASSOCIATED = regex(
  'dgi',
)`\b ( (was | were | is) \s ( significantly \s )? associated\ with | led\ to | resulted\ in | caused ) \s ( (a | an) \s )? ( [a-z]+ \s )? (?<direction> ${CHANGE}) \s (in | of) \s`;

const ITEM = regex(
  'dgi',
)`( ^ | , \s* (and\s)? | \b (and | such\ as | including | like | namely | in | of) \s ) (?<item> (?! (and | such | including) \b ) [^\s,;\(\)]+ ( \s (?! (and | such\ as | including | in | of) \b ) [^\s,;\(\)]+ ){0,4} ) \s? (?<bracket> \( [^\(\)]* \) )`;

/** *Treatment* was associated with a decrease in A (P …), B (P …) and C (P …): one result each. */
export const association = (clause: Passage, setting: Setting): readonly Statement[] => {
  const match = firstMatch(clause.text, ASSOCIATED);
  const direction = match?.part('direction');
  if (!match || !direction) return [];
  const list = clause.slice(match.to, clause.text.length);
  return matches(list.text, ITEM).flatMap((found): readonly Statement[] => {
    const [item, bracket] = [found.part('item'), found.part('bracket')];
    const outcome = item && outcomeName(list, item.from, item.to);
    const pValue = bracket ? pValueIn(list.slice(bracket.from, bracket.to)) : NOT_STATED;
    if (!outcome || pValue === NOT_STATED) return [];
    return [
      said({
        clause,
        outcome,
        subject: subjectOf(clause, clause.text.length, setting),
        reference: NOT_STATED,
        timePoint: NOT_STATED,
        direction: clause.fact(direction.from, direction.to, directionOf(direction.text), 'normalised'),
        pValue,
        test: NOT_STATED,
        words: textFact(clause),
      }),
    ];
  });
};
