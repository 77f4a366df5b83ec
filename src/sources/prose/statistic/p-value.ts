import type { Fact } from '../../../model/fact.ts';
import type { PValue } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { numberOf, placeOf } from './amount.ts';
import type { Item } from './items.ts';

type PValueItem = Item & { readonly kind: 'p-value' };

const comparatorOf = (written: string): PValue['comparator'] => {
  if (/^(?:[≤⩽≦]|<\s?=|=\s?<)/.test(written)) return '<=';
  if (/^(?:[≥⩾≧]|>\s?=)/.test(written)) return '>=';
  if (/^(?:[<＜]|less)/i.test(written)) return '<';
  return /^(?:[>＞]|greater|more)/i.test(written) ? '>' : undefined;
};

/** What the item says is a P value, if it can be one. */
export const pValueFact = (passage: Passage, item: PValueItem): Fact<PValue> | undefined => {
  if (!item.number) return undefined;
  const value = numberOf(item.number);
  if (Number(value) > 1 || value.startsWith('-')) return undefined;
  const comparator = comparatorOf(item.comparator?.image ?? '');
  const { from, to } = placeOf(item);
  return passage.fact(from, to, { ...(comparator && { comparator }), value }, 'stated');
};

const TESTED = /interaction|trend|heterogeneity|non-?inferiority|superiority|equivalence/i;
const TESTED_BEHIND = new RegExp(
  `^\\s*(?:for|of)\\s+(?:the\\s+|a\\s+)?(?:[a-z-]+\\s+){0,2}?(${TESTED.source})`,
  'i',
);

/** What a P value tests other than a difference, by its name or the words behind it: `interaction`. */
export const testedBy = (passage: Passage, item: PValueItem): string | undefined =>
  (
    TESTED.exec(item.name.image)?.[0] ?? TESTED_BEHIND.exec(passage.text.slice(placeOf(item).to))?.[1]
  )?.toLowerCase();
