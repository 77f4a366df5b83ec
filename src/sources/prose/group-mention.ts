import { regex } from 'regex';
import { keyOf } from './key.ts';
import { firstMatch, type Match, matches, type Part } from './match.ts';
import { COUNT, countOf } from './number.ts';
import { PEOPLE } from './people.ts';

/** Words that are no part of a group's name, so that a name begins behind them. */
const NO_NAME = regex(
  'i',
)`\b (the | a | an | in | into | of | and | or | for | with | to | from | by | on | at | than | as | vs | versus | while | whereas | when | that
  | which | who | both | each | either | every | all | any | no | same | other | another | this | these | our | their | its | between | among | within | per
  | was | were | is | are | be | been | had | has | have | received | included | compared | using | only | also | one | two | three | four | five
  | age | blood | working | research | advisory | focus | peer | patient | patients | parallel | study-wide | risk | sub | first | second ) \b`;

const WORD = regex`(?! ${NO_NAME} (?! [\-+\/\p{L}\d]) ) [\p{L}\d] [\p{L}\d+\-\/'’.]* (?<! \.)`;

const GROUP = regex('dgi')`(
    (?<! [\p{L}\d\-]) (?<name> ${WORD} (\s ${WORD}){0,4} ) \s (?<noun> group | arm | cohort ) \b
  | (?<! [\p{L}\d\-]) (?<treated> ${WORD} - (treated | assigned | allocated) ) \s ${PEOPLE} \b
  | (?<! [\p{L}\d\-]) (?<controls> ( (?! \d) ${WORD} \s ){0,4}? ( controls \b | control \s (${PEOPLE} | cases) \b ) )
)`;

/** A group of participants as a sentence names it. */
export interface GroupMention extends Part {
  /** Without article and head noun; mentions of one group share it. */
  readonly key: string;
  /** Named as a group or arm, not by its people. */
  readonly named: boolean;
  /** Its people were looked for outside the trial to match those in it. */
  readonly matched: boolean;
  readonly count: { readonly part: Part; readonly of: 'group' | 'treated' } | undefined;
}

const AFTER = regex(
  'dgi',
)`^ \s* ( [=:] \s* | [\(\[,] \s* n \s* = \s* | \( \s* ) (?<count> ${COUNT}) (?= \s* [,;.\)\]] | \s (patients | and | participants) | $ )`;
const BEFORE = regex('dgi')`(?<count> ${COUNT}) \s $`;

const MATCHED = /\b(?:matched|historical)\b/i;

const keyOfGroup = (name: string): string =>
  keyOf(
    name
      .replace(/-(?:treated|assigned|allocated)\b.*$/i, '')
      .replace(/(?:[\p{L}-]+[- ])?\b(?:matched|historical)\s+|\b(?:healthy|concurrent|untreated)\s+/giu, '')
      .replace(/\bcontrols?\b.*$/i, 'control'),
  );

const shifted = (part: Part, by: number): Part => ({
  text: part.text,
  from: part.from + by,
  to: part.to + by,
});

const countOfMention = (text: string, match: Match): GroupMention['count'] => {
  const after = firstMatch(text.slice(match.to), AFTER)?.part('count');
  if (after) return { part: shifted(after, match.to), of: 'group' };
  const before = firstMatch(text.slice(0, match.from), BEFORE)?.part('count');
  return before && match.part('name') === undefined
    ? { part: before, of: match.part('treated') ? 'treated' : 'group' }
    : undefined;
};

/** The groups that a text mentions, in order. */
export const groupMentionsIn = (text: string): readonly GroupMention[] =>
  matches(text, GROUP).flatMap((match) => {
    const name = match.part('name') ?? match.part('treated') ?? match.part('controls');
    const key = name ? keyOfGroup(name.text) : '';
    if (!name || key === '') return [];
    return [
      {
        text: match.text,
        from: match.from,
        to: match.to,
        key,
        named: match.part('noun') !== undefined,
        matched: MATCHED.test(match.text),
        count: countOfMention(text, match),
      },
    ];
  });

/** The number that a mention's count says. */
export const mentionedNumber = (count: NonNullable<GroupMention['count']>): number =>
  countOf(count.part.text);
