import type { Fact, Span } from '../model/fact.ts';
import type { RegistryRecord } from '../model/record/record.ts';
import { factOf } from './located/get.ts';
import type { Tree } from './located/tree.ts';

const isFact = (value: object): value is Fact<unknown> => 'spans' in value && 'derivation' in value;

/** One number for a span, as no value has as many as 2 ** 26 characters. */
const place = ({ offset, length }: Span): number => offset * 2 ** 26 + length;

/** Collects the places of all facts within a value that are not conclusions, which stand beside what they are drawn from. */
const collectPlaces = (value: unknown, found: Set<number>): void => {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const item of value) collectPlaces(item, found);
  else if (!isFact(value))
    for (const name in value) collectPlaces((value as Readonly<Record<string, unknown>>)[name], found);
  else if (value.derivation !== 'derived') for (const span of value.spans) found.add(place(span));
};

/** The record with a remark for every leaf of its tree that is, as a whole, none of its facts. */
export const withRemarks = (record: RegistryRecord, tree: Tree): RegistryRecord => {
  const places = new Set<number>();
  collectPlaces(record, places);
  return {
    ...record,
    remarks: tree.leaves
      .filter(({ from, to }) => !places.has(place(tree.span(from, to))))
      .map((leaf) => ({ path: leaf.path, value: factOf(leaf, leaf.words, 'stated') })),
  };
};
