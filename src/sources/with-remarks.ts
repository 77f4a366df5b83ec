import type { Fact } from '../model/fact.ts';
import type { RegistryRecord } from '../model/record/record.ts';
import { factOf } from './located/get.ts';
import type { Tree } from './located/tree.ts';

const isFact = (value: object): value is Fact<unknown> => 'spans' in value && 'derivation' in value;

/** Where facts stand: the length of the longest that begins at an offset. */
type Places = Map<number, number>;

/** The places of all facts within a value that are not conclusions, which stand beside what they are drawn from. */
const placesIn = (value: unknown, found: Places): Places => {
  if (typeof value !== 'object' || value === null) return found;
  if (isFact(value)) {
    if (value.derivation !== 'derived')
      for (const { offset, length } of value.spans)
        if (length > (found.get(offset) ?? -1)) found.set(offset, length);
  } else for (const name in value) placesIn((value as Record<string, unknown>)[name], found);
  return found;
};

/** The record with a remark for every leaf of its tree that is, as a whole, none of its facts. */
export const withRemarks = (record: RegistryRecord, tree: Tree): RegistryRecord => {
  const places = placesIn(record, new Map());
  return {
    ...record,
    remarks: tree.leaves
      .filter(({ from, to }) => {
        const { offset, length } = tree.span(from, to);
        return (places.get(offset) ?? -1) < length;
      })
      .map((leaf) => ({ path: leaf.path, value: factOf(leaf, leaf.words, 'stated') })),
  };
};
