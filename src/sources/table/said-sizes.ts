import type { Fact } from '../../model/fact.ts';
import type { Passage } from '../passage.ts';
import type { Arms } from '../prose/arms.ts';
import { groupMentionsIn } from '../prose/group-mention.ts';
import { literally } from '../prose/match.ts';
import type { Headed } from './headed.ts';
import type { Table } from './table.ts';

const BEHIND = /^(?:\s(?:groups?|arm))?\s*[,:([]?\s*n\s*=\s*(?<n>\d{1,3}(?:,\d{3})+|\d+)(?![\d.,]*\d)/di;
const BEFORE = /(?<![\p{L}\d])n\s*=\s*(?<n>\d{1,3}(?:,\d{3})+|\d+)(?:\s*[([]|\s(?:in|for)(?:\sthe)?)\s*$/diu;

/** A note on some of the values: it begins with the mark that they bear, or tells of whom something is missing. */
const OF_SOME =
  /^\s*(?:[*†‡§¶#⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈ]|[a-h\d](?=\s?\p{Lu}))|\b(?:missing|available|excluded|withdr[ae]w\w*|lost|except|baseline|days?|weeks?|months?|years?)\b/u;

/** The arms that a table's heads name, by their words in lower case. */
const namedByHeads = ({ over, beside }: Headed): ReadonlyMap<string, string> =>
  new Map(
    [...over, ...beside].flatMap(([name, subject]) =>
      subject.kind === 'arm' ? [[name.toLowerCase(), subject.arm] as const] : [],
    ),
  );

/** The groups that a text names as the paper does, or as the table's heads do. */
const groupsIn = (
  { text }: Passage,
  { names }: Arms,
  heads: ReadonlyMap<string, string>,
): readonly { readonly key: string; readonly from: number; readonly to: number }[] => [
  ...groupMentionsIn(text, names),
  ...[...heads].flatMap(([name, key]) =>
    [...text.matchAll(new RegExp(`(?<![\\p{L}\\d])${literally(name)}(?![\\p{L}\\d])`, 'giu'))].map(
      ({ index }) => ({ key, from: index, to: index + name.length }),
    ),
  ),
];

/** How many a text says are in each group, by the keys of the arms: `velmorin (n = 38)`, `n = 38 for velmorin`. */
export const sizesIn = (
  passage: Passage,
  arms: Arms,
  heads: ReadonlyMap<string, string>,
): readonly (readonly [string, Fact<number>])[] =>
  groupsIn(passage, arms, heads).flatMap(({ key, from, to }) => {
    const behind = BEHIND.exec(passage.text.slice(to))?.indices?.groups?.n;
    const before = BEFORE.exec(passage.text.slice(0, from))?.indices?.groups?.n;
    const place = behind ? ([to + behind[0], to + behind[1]] as const) : before;
    if (!place) return [];
    const [start, end] = place;
    const number = Number(passage.text.slice(start, end).replaceAll(',', ''));
    return [[key, passage.fact(start, end, number, 'normalised')] as const];
  });

/** How many caption and notes say are in the groups, where they say it of several and of each once. */
export const saidSizes = (
  { caption, notes }: Table,
  arms: Arms,
  one: Headed,
): ReadonlyMap<string, Fact<number>> => {
  const heads = namedByHeads(one);
  const texts = [...(caption ? [caption] : []), ...notes.filter(({ text }) => !OF_SOME.test(text))];
  const said = Map.groupBy(
    texts.flatMap((passage) => sizesIn(passage, arms, heads)),
    ([key]) => key,
  );
  const sizes = [...said].flatMap(([key, [first, ...more]]) =>
    first && more.every(([, { value }]) => value === first[1].value) ? [[key, first[1]] as const] : [],
  );
  return new Map(sizes.length > 1 ? sizes : []);
};
