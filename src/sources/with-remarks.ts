import type { Fact, Span } from '../model/fact.ts';
import type { RegistryRecord } from '../model/record/record.ts';
import { factOf } from './located/get.ts';
import type { Tree } from './located/tree.ts';

const isFact = (value: object): value is Fact<unknown> => 'spans' in value && 'derivation' in value;

const place = ({ offset, length }: Span): string => `${offset}+${length}`;

/** The places of all facts within a value that are not conclusions, which stand beside what they are drawn from. */
const placesIn = (value: unknown, found: Set<string>): Set<string> => {
  if (typeof value !== 'object' || value === null) return found;
  if (isFact(value)) {
    if (value.derivation !== 'derived') for (const span of value.spans) found.add(place(span));
  } else for (const part of Object.values(value)) placesIn(part, found);
  return found;
};

/** The record with a remark for every leaf of its tree that is, as a whole, none of its facts. */
export const withRemarks = (record: RegistryRecord, tree: Tree): RegistryRecord => {
  const places = placesIn(record, new Set());
  return {
    ...record,
    remarks: tree.leaves
      .filter(({ from, to }) => !places.has(place(tree.span(from, to))))
      .map((leaf) => ({ path: leaf.path, value: factOf(leaf, leaf.words, 'stated') })),
  };
};
