import { NOT_STATED } from '../../model/fact.ts';
import type { Arm, Subject } from '../../model/trial.ts';
import { type Abbreviations, shortForms } from '../prose/abbreviation.ts';
import { type GroupNames, groupMentionsIn } from '../prose/group-mention.ts';
import { armSubject } from '../prose/results/statement.ts';
import type { Head } from './head.ts';

/** The group that each of some heads names, by its words. */
export type Groups = ReadonlyMap<string, Subject>;

/** Words that tell no group from another. */
const GENERIC =
  /^(?:the|of|in|and|with|group|arm|patient|participant|subject|study|trial|treatment|therapy|treated|cohort|randomi[sz]ed|only|alone|plus|week|day|month|daily|once|twice)s?$/;

const stem = (word: string): string => word.replace(/(?<=\p{L}{3})(?:s|es)$/u, '');

const tokens = (name: string): ReadonlySet<string> =>
  new Set(
    (name.toLowerCase().match(/[\p{L}\d]+(?:\.\d+)?/gu) ?? [])
      .filter((word) => !GENERIC.test(word))
      .map(stem),
  );

/** Heads over all groups together, over differences between them, or over what is no group. */
const NO_GROUP =
  /^(?:total|overall|all|both|combined|whole|entire|p\b|difference|statistic|test|effect|change)\b|^(?:study |treatment |intervention )?(?:groups?|arms?|treatments?|interventions?)(?: and \w+)?$/i;

/** Words that call a group the one that others are compared with, or the one on trial. */
const COMPARATOR =
  /\b(?:placebo|controls?|comparators?|sham|usual care|standard care|standard treatment|no (?:treatment|intervention)|vehicle|wait(?:ing)?[- ]?list|untreated)\b/i;

/** Whether a name calls a group the one that others are compared with. */
export const isComparator = (name: string): boolean => COMPARATOR.test(name);

const LETTERED = /^(?:[Gg]roup|[Aa]rm|[Tt]reatment|[Rr]egimen|[Cc]ohort|GROUP|ARM) (?:[A-Z]{1,3}|[1-6])\b/;
const WITH_OR_WITHOUT = /^(?:with|without|no)\s/i;
const POLARITY = [/^with\s/i, /^without\s/i];
/** What a head calls those in a group, or what was put into groups in their place. */
const GROUP_NOUN =
  / (?:groups?|arms?|patients|participants|subjects|women|men|children|cases|(?:site|school|cluster|village|hospital|clinic|practice|ward|eye|side)s?)$/i;
const ON_TRIAL = new RegExp(
  `^(?:the )?(?:interventions?|treatments?|experimental|active|study|test)(?:${GROUP_NOUN.source.slice(0, -1)})?$`,
  'i',
);

/** What numbers over groups are called. */
const NUMBER_NAME = /\b(?:value|ratio|size|effect|score|statistics?|test|[tFUZ]|χ2?)\b/;

const namesOf = (arm: Arm, abbreviations: Abbreviations): readonly string[] => {
  const names = [arm.name.value, ...arm.administrations.map(({ agent }) => agent.value)];
  return [...names, ...names.flatMap((name) => shortForms(name, abbreviations))];
};

/** How well a head's words are an arm's name: the share of words that both have. */
const likeness = (head: ReadonlySet<string>, arm: Arm, abbreviations: Abbreviations): number =>
  Math.max(
    0,
    ...namesOf(arm, abbreviations).map((name) => {
      const words = tokens(name);
      const shared = head.intersection(words).size;
      return shared === 0 ? 0 : shared / head.union(words).size;
    }),
  );

/** Below it a head has too many words of its own to be an arm. */
const LIKE = 0.3;

const armFor = (
  name: string,
  arms: readonly Arm[],
  names: GroupNames,
  abbreviations: Abbreviations,
): readonly [Arm, number] | undefined => {
  const head = tokens(name);
  const isGeneral = isComparator(name) || ON_TRIAL.test(name);
  const full = isGeneral && !/ (?:group|arm)s?$/i.test(name) ? `${name.replace(GROUP_NOUN, '')} group` : name;
  const [mention] = groupMentionsIn(full, names);
  const called = mention?.text === full && arms.find(({ key }) => key === mention.key);
  if (called) return [called, 1];
  const opposite = POLARITY.flatMap((polarity) =>
    polarity.test(name) ? arms.filter((arm) => polarity.test(arm.name.value)) : [],
  );
  if (arms.length === 2 && opposite.length === 1) return [opposite[0]!, 1];
  const [best, next] = arms
    .map((arm) => [arm, likeness(head, arm, abbreviations)] as const)
    .toSorted(([, a], [, b]) => b - a);
  if (!best || best[1] < LIKE) return undefined;
  return next && next[1] === best[1] && next[0].name.value !== best[0].name.value ? undefined : best;
};

const isSplit = (names: readonly string[]): boolean =>
  names.some(isComparator) ||
  (names.length >= 2 &&
    (names.every((name) => LETTERED.test(name)) || names.every((name) => WITH_OR_WITHOUT.test(name))));

/**
 * The groups that heads of one level name: arms by their words; others named so by the paper where one of them is an arm, or
 * all are told apart as groups are. Two heads that would be the same arm are told apart by their own words.
 */
export const groupsAmong = (
  heads: readonly Head[],
  arms: readonly Arm[],
  names: GroupNames,
  abbreviations: Abbreviations,
): Groups => {
  const named = [...Map.groupBy(heads, ({ name }) => name?.text ?? '')].flatMap(([text, [head]]) =>
    head?.name && (ON_TRIAL.test(text) || !NO_GROUP.test(text)) ? [{ text, head, name: head.name }] : [],
  );
  const split = isSplit(named.map(({ text }) => text));
  const candidates = named
    .filter(({ text }) => split || !ON_TRIAL.test(text))
    .map((one) => ({ ...one, found: armFor(one.text, arms, names, abbreviations) }));
  const matched = candidates.filter(({ found }) => found);
  const sized = candidates.filter(({ head }) => head.n !== NOT_STATED);
  const isOther = ({ head, text }: (typeof candidates)[number]): boolean =>
    sized.length > 0
      ? head.n !== NOT_STATED && (split || matched.length > 0)
      : split && !NUMBER_NAME.test(text);
  const best = (one: (typeof candidates)[number]): boolean =>
    matched.every((other) => other.found?.[0] !== one.found?.[0] || other.text === one.text);
  // Of as many groups as there are arms, the one head that is like none names the one arm that is left.
  const groups = candidates.filter((one) => one.found || isOther(one));
  const [unlike, ...moreUnlike] = groups.filter(({ found }) => !found);
  const [left] = arms.filter((arm) => matched.every(({ found }) => found?.[0] !== arm));
  const isLeft = groups.length === arms.length && moreUnlike.length === 0 && groups.every(best);
  return new Map(
    candidates.flatMap((one): readonly (readonly [string, Subject])[] => {
      const { text, head, name, found } = one;
      if (found && best(one)) return [[text, armSubject(found[0])]];
      if (isLeft && one === unlike && left && arms.length > 1) return [[text, armSubject(left)]];
      const treatment = (): Subject => ({
        kind: 'treatment',
        name: head.passage.fact(name.from, name.to, name.text),
      });
      return found || isOther(one) ? [[text, treatment()]] : [];
    }),
  );
};
