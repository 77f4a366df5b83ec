import { regex } from 'regex';
import type { Direction } from '../../../model/trial.ts';
import { type Match, matches, type Part } from '../match.ts';
import type { ClaimForm } from './claim-form.ts';
import { DIFFERENCE_FORMS } from './claim-forms.ts';
import { ALIKE, CHANGE, CHANGED, COMPARATIVE, directionOf } from './cue.ts';
import { NO_DIFFERENCE_FORMS } from './no-difference-forms.ts';

/** What a clause says of an outcome by its grammar, as places in its text. */
export interface Claim extends Part {
  /** The words that hold the outcome or a list of them. */
  readonly outcome: Part;
  readonly direction: Direction;
  /** The words that say the direction. */
  readonly cue: Part;
  /** The group that the grammar makes its subject, where it does. */
  readonly group: Part | undefined;
  /** What brought it about, where that is no group. */
  readonly by: Part | undefined;
}

const FORMS = [...NO_DIFFERENCE_FORMS, ...DIFFERENCE_FORMS];

const SAME = new RegExp(`^${ALIKE.source}|^non-?inferior|^as\\s|^equal`, 'iv');

const directionIn = (cue: Part, isNegated: boolean, says: Direction | undefined): Direction | undefined => {
  if (says && !isNegated) return says;
  if (SAME.test(cue.text)) return isNegated ? undefined : 'no-significant-difference';
  if (isNegated) return 'no-significant-difference';
  return directionOf(cue.text);
};

const VERB = regex(
  'gi',
)`\b ( was | were | is | are | had | did | showed | resulted | led | increased | decreased | improved | reduced | declined | rose | fell | remained ) \b`;
const CLAUSE_BEGINS = regex('gi')`[;:] \s | , \s ( and | but | with | which ) \s | \b (but | that) \s`;
const GOES_ON = regex('gi')`\s and \s (?! \uE000 | (the | in) \s) | , \s`;

const lastEnd = (text: string, pattern: RegExp): number | undefined => {
  let end: number | undefined;
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length;
  return end;
};

/** The subject of a predicate: what stands before it since the last statement. */
export const subjectBefore = (text: string, to: number): Part | undefined => {
  const before = text.slice(0, to);
  const verb = lastEnd(before, VERB);
  const rest = before.slice(verb ?? 0);
  const begins =
    verb === undefined
      ? (lastEnd(rest, /[;:]\s|\bthat\s/g) ?? 0)
      : (lastEnd(rest, CLAUSE_BEGINS) ?? lastEnd(rest, GOES_ON));
  if (begins === undefined) return undefined;
  const from = (verb ?? 0) + begins;
  return to > from ? { from, to, text: text.slice(from, to) } : undefined;
};

/** One more item of a list whose items have brackets, `pain (P=0.01)`, *and swelling (P=0.03)*; what a whole includes. */
const NEXT_ITEM = regex(
  'i',
)`^ ( \s? \uE002+ (, \s (and | or) | , | \s (and | or | nor) ) \s [^,;:.\uE000\uE002]{2,80} (?= \uE002) | , \s (including | such\ as) \s [^,;:.\uE000\uE002]{2,80} (?= [,;.\uE002] ) )`;
const SAYS_MORE = new RegExp(
  `\\p{L}ed\\b|${VERB.source}|${COMPARATIVE.source}|${CHANGED.source}|${CHANGE.source}`,
  'iv',
);

/** An outcome with all that follows it in its list behind brackets. */
const withItems = (text: string, { from, to }: Part): Part => {
  let end = to;
  for (;;) {
    const item = NEXT_ITEM.exec(text.slice(end))?.[0];
    if (item === undefined || SAYS_MORE.test(item)) return { from, to: end, text: text.slice(from, end) };
    end += item.trimEnd().length;
  }
};

/** What makes of a difference one that was not shown: `tended to be`, `non-significantly`. */
const TENDENCY =
  /\b(?:trends?|tend(?:ed|ing|ency)|non-?significant(?:ly)?|not significantly|insignificant(?:ly)?|numerical(?:ly)?)\b/i;

/** What makes of a change one that groups had alike. */
const ALIKE_IN_GROUPS =
  /^\s(?:significantly\s)?(?:similarly|equally|comparably|to (?:a|the) (?:similar|same|comparable) (?:extent|degree))\b/i;

/** The same before it: `similar reductions`. */
const ALIKE_CHANGE = /\b(?:similar|comparable|equal|equivalent|identical)\s(?:[a-z-]+\s)?$/i;

const MORE = /^(?:greater|larger|higher|more|bigger|stronger|better|superior)/i;
const CHANGE_IN = new RegExp(
  `^(?:the\\s)?(?:mean\\s)?(?<change>${CHANGE.source})\\s(?:from\\sbaseline\\s)?(?:in|of)\\s(?:the\\s)?`,
  'iv',
);

/** A greater reduction in *X* is a reduction of *X*; what is greater is what has no change in its name. */
const changed = (outcome: Part, cue: Part, direction: Direction): Pick<Claim, 'outcome' | 'direction'> => {
  const match = MORE.test(cue.text) ? CHANGE_IN.exec(outcome.text) : null;
  const says = match && directionOf(match.groups?.change ?? '');
  if (!match || !says) return { outcome, direction };
  const [{ length }] = match;
  const part = { from: outcome.from + length, to: outcome.to, text: outcome.text.slice(length) };
  return { outcome: part, direction: direction === 'no-significant-difference' ? direction : says };
};

const PACE = /^(?:faster|quicker|slower)/i;
const OF_TIME = /\b(?:times?|durations?|latenc(?:y|ies)|onset|intervals?|delays?|periods?)\b/i;

/** What is slower takes more time; of what is no time there is less of it. */
const paced = (outcome: Part, cue: Part, direction: Direction): Direction => {
  if (!PACE.test(cue.text) || OF_TIME.test(outcome.text)) return direction;
  if (direction === 'higher') return 'lower';
  return direction === 'lower' ? 'higher' : direction;
};

/** No outcome's name, but a statement: `HbA1c was 1.1%`. */
const WAS_NUMBER = /\s(?:was|were|averaged)\s(?:only\s|about\s|approximately\s)?[-−–]?\d/i;

/** What a clause begins with that says that what follows was not found. */
const NOT_FOUND =
  /\b(?:no (?:[a-z]+ )?evidence|(?:failed|unable) to (?:show|demonstrate|find|detect)|(?:did|could) not (?:show|find|demonstrate|detect|observe)) that\b/i;

const claimOf = (text: string, match: Match, { says, follows, shows }: ClaimForm): readonly Claim[] => {
  const group = ['group', 'group2', 'group3'].map(match.part).find((part) => part);
  const by = match.part('by');
  const named = match.part('outcome') ?? match.part('outcome2');
  const outcome = follows ? subjectBefore(text, match.from) : named && withItems(text, named);
  const cue = ['cue', 'cue2', 'cue3'].map(match.part).find((part) => part);
  const isNegated = ['not', 'not2'].some((name) => match.part(name) !== undefined);
  const isTendency = cue !== undefined && TENDENCY.test(text.slice(match.from, cue.from));
  const isAlike =
    cue !== undefined &&
    (ALIKE_IN_GROUPS.test(text.slice(cue.to)) || ALIKE_CHANGE.test(text.slice(0, cue.from)));
  const isFound = cue === undefined || !NOT_FOUND.test(text.slice(0, cue.from));
  const direction = cue && directionIn(cue, isNegated || isTendency || isAlike || !isFound, says);
  const from = Math.min(match.from, outcome?.from ?? match.from);
  const to = Math.max(match.to, outcome?.to ?? match.to);
  const isShown = !shows || shows.some((name) => match.part(name) !== undefined);
  if (!outcome || !cue || !direction || !isShown || WAS_NUMBER.test(outcome.text)) return [];
  const said = changed(outcome, cue, paced(outcome, cue, direction));
  return [{ text: text.slice(from, to), from, to, cue, group, by, ...said }];
};

const overlaps = (a: Part, b: Part): boolean => a.from < b.to && b.from < a.to;

/** What a masked clause says of outcomes, each word of direction once, by the form that fits it best. */
export const claimsIn = (text: string): readonly Claim[] => {
  const found: Claim[] = [];
  for (const form of FORMS)
    for (const match of form.continues && found.length === 0 ? [] : matches(text, form.pattern))
      for (const claim of claimOf(text, match, form))
        if (
          !found.some(
            (other) =>
              overlaps(other.cue, claim.cue) ||
              overlaps(other.outcome, claim.cue) ||
              (!form.follows && overlaps(other.cue, claim.outcome)),
          )
        )
          found.push(claim);
  return found.toSorted((a, b) => a.from - b.from);
};
