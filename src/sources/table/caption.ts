import { type Head, headOf } from './head.ts';
import type { Table } from './table.ts';

/** What a caption says the values are of: `Comparison of pain scores between the two groups`. */
const MEASURED =
  /^(?:table \d+\W+)?(?:(?:comparisons?|distribution|summary) of (?:the )?)?(?<name>.{3,80}?)(?:,? (?:(?:between|among|in|of|for|by|across|within) (?:the )?(?:[\w-]+ ){0,5}?(?:groups?|arms?|treatments?)\b|(?:before and after|pre-? ?(?:and|to|\/) ?post|at baseline and|from baseline to|over time)\b).*)?[.\s]*$/dis;

/** Words for many things measured, of which none is meant. */
const MANY =
  /\b(?:outcomes?|results?|characteristics?|findings|data|parameters|variables|measures|comparisons?|events?|analys[ie]s|effects?|and)\b/i;

/** What a table's caption says was measured, where it names one thing: the only name of values between groups and times. */
export const headsOfCaption = ({ caption }: Table): readonly Head[] => {
  const [from, to] = MEASURED.exec(caption?.text ?? '')?.indices?.groups?.name ?? [0, 0];
  const name = caption?.slice(from, to);
  return name && to > from && !MANY.test(name.text) ? [headOf(name)] : [];
};
