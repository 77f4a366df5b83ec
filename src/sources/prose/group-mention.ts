import { regex } from 'regex';
import { agentWords } from './agent.ts';
import { withoutEnumerators } from './brackets.ts';
import { keyOf } from './key.ts';
import { firstMatch, literally, type Match, matches, type Part } from './match.ts';
import { COUNT, countOf } from './number.ts';
import { OF_EVENTS, PUTS } from './participants.ts';
import { PEOPLE } from './people.ts';
import { remembered } from './remembered.ts';

/** Words that are no part of a group's name, so that a name begins behind them. */
const NO_NAME = regex(
  'i',
)`\b (the | a | an | in | into | of | and | or | for | with | to | from | by | on | at | than | as | vs | versus | while | whereas | when | that
  | which | who | both | each | either | every | all | any | no | same | other | another | this | these | our | their | its | between | among | within | per
  | was | were | is | are | be | been | had | has | have | received | included | compared | using | only | also | one | two | three | four | five
  | left | right | upper | lower | age | blood | working | research | advisory | focus | peer | patient | patients | parallel | study-wide | risk | sub | first | second ) \b`;

const WORD = regex('i')`(?! ${NO_NAME} (?! [\-+\/\p{L}\d]) ) [\p{L}\d] [\p{L}\d+\-\/'’.]{0,40} (?<! \.)`;

/** What is put into groups in place of people. */
const UNITS = regex(
  'i',
)`( villages | clusters | schools | practices | wards | cent(re|er)s | hospitals | clinics | sites? | sides? | teeth | tooth | eyes? | households | communities | homes | facilities | units | classes | quadrants | knees? | legs? | areas | districts | neighbou?rhoods )`;

/** What one of two groups is called whatever it gets: `in the intervention and control groups`. */
const GENERAL = regex(
  'i',
)`( intervention | experimental | treatment | active | comparison | control | placebo | sham | usual\ care | standard\ care )`;

const AND = regex('i')`( \s (and | versus | vs\.?) \s (the \s)? )`;

// What looks ahead for the noun asks for no more than most words need to be passed over.
const GROUP = regex('dgi')`(
    (?<! [\p{L}\d\-]) (
        (?= (\S+ \s){1,5} (group | arm | cohort) \b) (?<name> ${WORD} (\s ${WORD}){0,4} ) \s (?<noun> group | arm | cohort ) \b
      | (?= \S+ - (treated | assigned | allocated) ) (?<treated> ${WORD} - (treated | assigned | allocated) ) \s ${PEOPLE} \b
      | (?<lettered> ( group | arm | cohort ) \s ["“‘']? ( [A-Z] | [IVX]{1,3} | \d ) ["”’']? ) (?! [\p{L}\d\-.] )
      | (?<units> intervention | experimental | control | comparison | test ) \s ( ${UNITS} | ${PEOPLE} ) \b
      | (?<! \b (two | three | four) \s) (?<general> ${GENERAL} ) (?= ${AND} ${GENERAL} \s (groups | arms) \b )
      | (?= (\S+ \s){0,4} control) (?<controls> ( (?! \d) ${WORD} \s ){0,4}? ( controls \b | control \s (${PEOPLE} | cases) \b ) )
    )
  | (?<= \b ${GENERAL} ${AND} ) (?<general> ${GENERAL} ) \s (groups | arms) \b
)`;

/** What a document calls its groups by beside *group* and *arm*: agents (`MSC patients`), and other names for one group. */
export interface GroupNames {
  /** Patterns of agents with people behind them. */
  readonly agents: readonly RegExp[];
  /** The key of the group that another key means. */
  readonly same: ReadonlyMap<string, string>;
  /** Groups by names of their own that need no *group* behind them: `aspirin`, `EA`. */
  readonly called: readonly CalledGroup[];
}

/** A group known by its names. */
export interface CalledGroup {
  readonly key: string;
  readonly pattern: RegExp;
  /** The words of its names that no other group's have. */
  readonly words: ReadonlySet<string>;
}

/** Names before anything of the document is known. */
export const NO_NAMES: GroupNames = { agents: [], same: new Map(), called: [] };

const PLACEBO = regex(
  'dgi',
)`(?<! [\p{L}\d\-]) (?<name> placebo ) (?= \s \( \s? n \s? = | \s ${PEOPLE} \b | \s \d )`;

/** The patterns by which groups are known from their agents, which stand as in the text, in the singular. */
export const byAgents = (agents: readonly string[]): readonly RegExp[] =>
  agents.map(
    (agent) =>
      new RegExp(String.raw`(?<![\p{L}\d\-])(?<name>${literally(agent)})\s${PEOPLE.source}\b`, 'dgv'),
  );

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
    ( [=:] \s* | [\(\[,] \s* ( [^\(\)\[\]=]{0,40} [,;:] \s )?? n \s* [=:] \s* ) (?<count> ${COUNT}) (?= \s* [,;.\)\]] | \s (and | ${PEOPLE}) | $ )
  | \( \s* (?<alone> ${COUNT}) (?= \s* \) | \s ${PEOPLE} )
)`;
/** No count in words is longer, with what must stand before it. */
const LONGEST_COUNT = 50;
const BEFORE = regex('dgi')`(?<count> ${COUNT}) \s $`;

/** \`34 patients were assigned to\`, \`34 in the\`, \`34 received\`. */
const PUT_BEFORE = regex(
  'dgi',
)`(?<count> ${COUNT}) \s ( (of\ (the | these | whom) \s)? ( (eligible | eyes | other | remaining) \s )? ${PEOPLE} \s )? ( \( [^\(\)]* \) \s )? ( (were | was) \s )? ( (randomly \s)? (assigned | allocated | randomi[sz]ed) \s )? ( to | in | into | on | received | receiving | took | with ) \s ( receive \s | the \s | a \s | either \s )* $`;

/** `… and 204 in the control group were evaluable`. */
const ARE_ANALYSED = /\b(?:was|were) (?:[a-z]+ )?(?:analy[sz]ed|evaluable)\b/i;

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

const countOfMention = (whole: string, match: Match): GroupMention['count'] => {
  const text = withoutEnumerators(whole);
  const behind = firstMatch(text.slice(match.to), AFTER);
  const after = behind?.part('count') ?? behind?.part('alone');
  if (after) return { part: shifted(after, match.to), of: 'group' };
  const goesOn = /^\s*(?:or|versus|vs\.?)\s/.test(text.slice(match.to));
  const put =
    !goesOn && (PUTS.test(text) || ARE_ANALYSED.test(text)) && !OF_EVENTS.test(text.slice(0, match.from))
      ? firstMatch(text.slice(0, match.from), PUT_BEFORE)?.part('count')
      : undefined;
  if (put) return { part: put, of: 'group' };
  const since = Math.max(0, match.from - LONGEST_COUNT);
  const before = firstMatch(text.slice(since, match.from), BEFORE)?.part('count');
  return before && match.part('name') === undefined
    ? { part: shifted(before, since), of: match.part('treated') ? 'treated' : 'group' }
    : undefined;
};

const DESCRIPTION = regex('dg')`^ \s? \( (?<words> [^\(\)=<>\d]{4,80} ) \)`;

const describedIn = (text: string, { to }: Match): Part | undefined => {
  const words = firstMatch(text.slice(to), DESCRIPTION)?.part('words');
  return words && shifted(words, to);
};

/** The key that a group's words mean: the one they are known to mean, else that of the only group with such words. */
const knownKey = (words: string, { same, called }: GroupNames): string => {
  const key = keyOfGroup(words);
  const known = same.get(key);
  if (known !== undefined || called.some((one) => one.key === key)) return known ?? key;
  const named = called.find(({ pattern }) => firstMatch(words, pattern)?.text === words);
  if (named) return named.key;
  const own = agentWords(words);
  const [only, ...more] = called.filter((one) => one.words.intersection(own).size > 0);
  return only && more.length === 0 ? only.key : key;
};

/** `group a` is no name. */
const SMALL_LETTER = /[a-z]$/;

const mentionOf = (text: string, match: Match, names: GroupNames): readonly GroupMention[] => {
  const name = ['name', 'treated', 'lettered', 'units', 'general', 'controls']
    .map(match.part)
    .find((part) => part);
  const key =
    name && !SMALL_LETTER.test(match.part('lettered')?.text ?? '') ? knownKey(name.text, names) : '';
  if (!name || key === '') return [];
  return [
    {
      text: match.text,
      from: match.from,
      to: match.to,
      key,
      named: match.part('noun') !== undefined || match.part('lettered') !== undefined,
      matched: MATCHED.test(match.text),
      count: countOfMention(text, match),
      description: describedIn(text, match),
    },
  ];
};

const overlaps = (a: Part, b: Part): boolean => a.from < b.to && b.from < a.to;

/** What a text must have to name a group as one; most have not. */
const NAMES_GROUP =
  /group|arm|cohort|treated|assigned|allocated|control|intervention|experimental|comparison|test/i;

const mentionsOf = (text: string, names: GroupNames): readonly GroupMention[] => {
  const grouped = NAMES_GROUP.test(text) ? matches(text, GROUP) : [];
  const others = [PLACEBO, ...names.agents]
    .flatMap((pattern) => matches(text, pattern))
    .filter((other) => !grouped.some((match) => overlaps(match, other)));
  const called = names.called
    .flatMap(({ key, pattern }) => matches(text, pattern).map((match) => ({ key, match })))
    .filter(({ match }) => ![...grouped, ...others].some((other) => overlaps(other, match)))
    .toSorted((a, b) => b.match.text.length - a.match.text.length);
  const byName = called.filter(
    ({ match }, i) => !called.slice(0, i).some((longer) => overlaps(longer.match, match)),
  );
  return [
    ...[...grouped, ...others].flatMap((match) => mentionOf(text, match, names)),
    ...byName.map(
      ({ key, match }): GroupMention => ({
        text: match.text,
        from: match.from,
        to: match.to,
        key,
        named: false,
        matched: false,
        count: countOfMention(text, match),
        description: describedIn(text, match),
      }),
    ),
  ].toSorted((a, b) => a.from - b.from);
};

/** The groups that a text mentions, in order. */
export const groupMentionsIn = remembered(mentionsOf);

/** The number that a mention's count says. */
export const mentionedNumber = (count: NonNullable<GroupMention['count']>): number =>
  countOf(count.part.text);
