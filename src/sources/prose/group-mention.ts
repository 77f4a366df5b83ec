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

const WORD = regex`(?! ${NO_NAME} (?! [\-+\/\p{L}\d]) ) [\p{L}\d] [\p{L}\d+\-\/'’.]{0,40} (?<! \.)`;

const GROUP = regex('dgi')`(
    (?<! [\p{L}\d\-]) (?<name> ${WORD} (\s ${WORD}){0,4} ) \s (?<noun> group | arm | cohort ) \b
  | (?<! [\p{L}\d\-]) (?<treated> ${WORD} - (treated | assigned | allocated) ) \s ${PEOPLE} \b
  | (?<! [\p{L}\d\-]) (?<controls> ( (?! \d) ${WORD} \s ){0,4}? ( controls \b | control \s (${PEOPLE} | cases) \b ) )
)`;

/** What a document calls its groups by beside *group* and *arm*: agents (`MSC patients`), and other names for one group. */
export interface GroupNames {
  /** Patterns of agents with people behind them. */
  readonly agents: readonly RegExp[];
  /** The key of the group that another key means. */
  readonly same: ReadonlyMap<string, string>;
}

/** Names before anything of the document is known. */
export const NO_NAMES: GroupNames = { agents: [], same: new Map() };

const PLACEBO = regex(
  'dgi',
)`(?<! [\p{L}\d\-]) (?<name> placebo ) (?= \s \( \s? n \s? = | \s ${PEOPLE} \b | \s \d )`;

/** The patterns by which groups are known from their agents, which stand as in the text, in the singular. */
export const byAgents = (agents: readonly string[]): readonly RegExp[] =>
  agents.map((agent) => regex('dg')`(?<! [\p{L}\d\-]) (?<name> ${agent} ) \s ${PEOPLE} \b`);

/** A group of participants as a sentence names it. */
export interface GroupMention extends Part {
  /** Without article and head noun; mentions of one group share it. */
  readonly key: string;
  /** Named as a group or arm, not by its people. */
  readonly named: boolean;
  /** Its people were looked for outside the trial to match those in it. */
  readonly matched: boolean;
  readonly count: { readonly part: Part; readonly of: 'group' | 'treated' } | undefined;
  /** What stands in brackets behind it, if that says in words who they are or what they get. */
  readonly description: Part | undefined;
}

const AFTER = regex('dgi')`^ \s* (
    ( [=:] \s* | [\(\[,] \s* n \s* = \s* ) (?<count> ${COUNT}) (?= \s* [,;.\)\]] | \s (and | ${PEOPLE}) | $ )
  | \( \s* (?<alone> ${COUNT}) (?= \s* \) | \s ${PEOPLE} )
)`;
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
  const behind = firstMatch(text.slice(match.to), AFTER);
  const after = behind?.part('count') ?? behind?.part('alone');
  if (after) return { part: shifted(after, match.to), of: 'group' };
  const before = firstMatch(text.slice(0, match.from), BEFORE)?.part('count');
  return before && match.part('name') === undefined
    ? { part: before, of: match.part('treated') ? 'treated' : 'group' }
    : undefined;
};

const DESCRIPTION = regex('dg')`^ \s? \( (?<words> [^\(\)=<>\d]{4,80} ) \)`;

const describedIn = (text: string, { to }: Match): Part | undefined => {
  const words = firstMatch(text.slice(to), DESCRIPTION)?.part('words');
  return words && shifted(words, to);
};

const mentionOf = (text: string, match: Match, names: GroupNames): readonly GroupMention[] => {
  const name = match.part('name') ?? match.part('treated') ?? match.part('controls');
  const key = name ? keyOfGroup(name.text) : '';
  if (!name || key === '') return [];
  return [
    {
      text: match.text,
      from: match.from,
      to: match.to,
      key: names.same.get(key) ?? key,
      named: match.part('noun') !== undefined,
      matched: MATCHED.test(match.text),
      count: countOfMention(text, match),
      description: describedIn(text, match),
    },
  ];
};

const overlaps = (a: Part, b: Part): boolean => a.from < b.to && b.from < a.to;

/** The groups that a text mentions, in order. */
export const groupMentionsIn = (text: string, names: GroupNames): readonly GroupMention[] => {
  const grouped = matches(text, GROUP);
  const others = [PLACEBO, ...names.agents]
    .flatMap((pattern) => matches(text, pattern))
    .filter((other) => !grouped.some((match) => overlaps(match, other)));
  return [...grouped, ...others]
    .toSorted((a, b) => a.from - b.from)
    .flatMap((match) => mentionOf(text, match, names));
};

/** The number that a mention's count says. */
export const mentionedNumber = (count: NonNullable<GroupMention['count']>): number =>
  countOf(count.part.text);
