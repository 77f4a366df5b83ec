import type { Fact } from '../../model/fact.ts';
import type { Located } from '../located/tree.ts';
import { partOf, wordingOf } from '../located/wording.ts';
import { criteriaOfSection } from './criteria.ts';

const BREAK = /<(?:br|\/?p|\/?li)\b[^<>]*>/gi;

/**
 * The criteria of a section that a registry keeps apart from the other, each at its own place: in a list its items,
 * else the whole text as `whole` has it. Line breaks that were typed as tags count as such.
 */
export const sectionCriteria = (
  section: 'inclusion' | 'exclusion',
  node: Located | undefined,
  whole: readonly Fact<string>[],
): readonly Fact<string>[] => {
  if (node === undefined || whole.length === 0) return [];
  const wording = wordingOf(node);
  const lines = wording.text.replace(BREAK, (tag) => '\n'.padEnd(tag.length));
  const found = criteriaOfSection(section, lines);
  if (found.length < 2) return whole;
  const shown = { ...wording, text: lines };
  return found.map(({ from, to }) => partOf(node, shown, from, to));
};
