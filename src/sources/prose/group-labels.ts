import type { Abbreviations } from './abbreviation.ts';
import type { ListedArm } from './arm-list.ts';
import { calledGroups, keyOfArm } from './called-groups.ts';
import { groupMentionsIn, NO_NAMES } from './group-mention.ts';
import type { Sentence } from './sentence.ts';

/** A group by its letter or number: `Group D`, `arm II`. */
const LABEL =
  /(?<![\p{L}\d])(?:group|arm|cohort)s? ["“‘']?(?:[A-Z]{1,3}\d?|[IVX]{1,3}|\d)["”’']?(?![\p{L}\d\-.]*[\p{L}\d])/giu;

/** What stands between a label and what it stands for: its number, and a colon, a bracket or a verb. */
const EXPLAINS =
  /^\s?(?:\(\s?n\s?=[^()]*\)\s?)?(?:[:=–—]|\(|,?\s?(?:(?:all )?(?:patients|participants|subjects|women|men|children|cases)\s)?(?:who |that )?(?:received|receives|receiving|(?:was|were) (?:given|administered|treated with|anaesthetised with|anesthetized with)|underwent|got|used|took)\b)/i;

const NOT_CAPITAL = / ["“‘']?[a-z]/;

/** A label with the text that goes with it, up to the next. */
const explainedIn = (text: string): readonly (readonly [label: string, words: string])[] => {
  const labels = [...text.matchAll(LABEL)].filter((label) => !NOT_CAPITAL.test(label[0]));
  return labels.flatMap((label, i) => {
    const behind = text.slice(label.index + label[0].length, labels[i + 1]?.index);
    return EXPLAINS.test(behind) ? [[label[0].replace(/["“‘'”’]/g, ''), behind] as const] : [];
  });
};

/**
 * The letters or numbers that a trial's sentences give to listed arms, `Group D received dexmedetomidine`, by the arms'
 * keys: each label that goes with one arm alone, and the one label left over for the one arm that is.
 */
export const labelsOfArms = (
  own: readonly Sentence[],
  arms: readonly ListedArm[],
  abbreviations: Abbreviations,
): ReadonlyMap<string, string> => {
  const names = { ...NO_NAMES, called: calledGroups(arms, abbreviations) };
  const keys = arms.map(({ called }) => keyOfArm(called));
  const explained = own.flatMap(({ role, text }) =>
    role === 'results' || role === 'conclusions' ? [] : explainedIn(text),
  );
  const byLabel = Map.groupBy(explained, ([label]) => label.toLowerCase());
  const named = [...byLabel].map(([label, all]) => {
    const found = new Set(
      all.flatMap(([, words]) =>
        groupMentionsIn(words, names).flatMap(({ key }) => (keys.includes(key) ? [key] : [])),
      ),
    );
    return { label, said: all[0]![0], found };
  });
  if (named.length !== arms.length) return new Map();
  const [left, ...more] = named.filter(({ found }) => found.size === 0);
  const single = named.flatMap(({ said, found }) =>
    found.size === 1 ? [[[...found][0]!, said] as const] : [],
  );
  const open = keys.filter((key) => !single.some(([own]) => own === key));
  const all =
    left && more.length === 0 && open.length === 1 ? [...single, [open[0]!, left.said] as const] : single;
  return all.length === arms.length && new Set(all.map(([key]) => key)).size === arms.length
    ? new Map(all)
    : new Map();
};
