import type { Fact } from '../../../model/fact.ts';
import type { Passage } from '../../passage.ts';
import { depths } from '../brackets.ts';
import { timesIn } from '../time.ts';

const LEADING =
  /^(?:(?:the|a|an|any|overall,|also|both|in|for|and|or|besides,?|moreover,?|furthermore,?|however,?|in addition,?|including|such as|(?:statistically )?significant(?:ly)?)\s+)+/i;

/** The statistic that its values are: `Mean (SD) …`, `Median …`. */
const STATISTIC =
  /^(?:means?|medians?|averages?)\s+(?:(?:\([^()]{1,20}\)|\[[^[\]]{1,20}\]|±\s?S[DE]M?)\s+)?(?!(?:and|or|of|was|were)\b)/i;

/** What an outcome was to the trial: `The primary outcome, …`. */
const ROLE =
  /^(?:co-?)?(?:primary|main|major|secondary|key secondary)\s+(?:(?:efficacy|safety|clinical|composite|study)\s+)?(?:end-?\s?points?|outcomes?|efficacy variables?)(?:\s+measures?)?(?:\s?[,:]|\s+of)\s+/i;

/** An outcome's name between two indices, without articles, its statistic, its role and the time that stands before it (`day-7 …`). */
export const outcomeName = (passage: Passage, from: number, to: number): Fact<string> | undefined => {
  let start = from;
  for (let before = -1; before !== start; ) {
    before = start;
    const rest = passage.text.slice(start, to);
    start += [LEADING, STATISTIC, ROLE].map((form) => form.exec(rest)?.[0].length ?? 0).find(Boolean) ?? 0;
    const time = timesIn(passage.text.slice(start, to))[0];
    if (time?.from === 0) start += time.to;
    start += /^[\s,]*/.exec(passage.text.slice(start, to))?.[0].length ?? 0;
  }
  const words = passage.text.slice(start, to).trimEnd();
  return words === '' ? undefined : passage.fact(start, start + words.length, words);
};

interface Item {
  readonly from: number;
  readonly to: number;
}

const SEPARATOR = /,\s*(?:and\s+|or\s+|nor\s+)?(?:in\s+)?|\s+(?:and|or|nor)\s+(?!\d)(?:in\s+)?/g;

/** A whole that is named by its kinds: `other efficacy or safety endpoints`. */
const ONE_THING = /^(?:the\s+)?(?:any\s+)?other\s/i;

/** What heads a list of things measured and is none of them: `the serum levels of …`, `markers such as …`. */
const LIST_HEAD =
  /^(?:(?:the\s+)?(?:[\p{L}-]+\s+){0,3}?(?:levels?|numbers?|concentrations?|values?)\s+of\s+(?=.*,)|[^,;:()]{3,60}?\s(?:such as|namely|including)\s+(?=.*(?:,|\sand\s)))/iu;

/** What stands behind an item in brackets and gives its numbers. */
const NUMBERS_BEHIND = /\s*[([](?=[^()[\]]*(?:[=<>≤≥±%]|\bvs\b|\bversus\b|\d\s+to\s+\d))[^()[\]]*[)\]]\s*$/;

/** The items of a list in words: `the need for A nor in the number of B, C and D`; commas in brackets part none. */
export const listItems = (passage: Passage, from: number, to: number): readonly Fact<string>[] => {
  const start = from + (LIST_HEAD.exec(passage.text.slice(from, to))?.[0].length ?? 0);
  const list = passage.text.slice(start, to);
  const open = depths(list);
  const separators = ONE_THING.test(list)
    ? []
    : [...list.matchAll(SEPARATOR)].filter(({ index }) => open[index] === 0);
  const items: Item[] = [...separators, undefined].map((separator, i) => {
    const before = separators[i - 1];
    const from = before ? before.index + before[0].length : 0;
    const item = list.slice(from, separator?.index).replace(NUMBERS_BEHIND, '');
    return { from: start + from, to: start + from + item.length };
  });
  return items.flatMap((item) => outcomeName(passage, item.from, item.to) ?? []);
};
