import { createHash } from 'node:crypto';
import type { IndexKey } from '../../fhir/search/search-parameter.ts';

const numbers = new Map<IndexKey, number>();

/** The number by which the index tables name a key: the same in every process, and small in a row. */
export const parameterNumber = (key: IndexKey): number => {
  const known = numbers.get(key) ?? createHash('sha256').update(key).digest().readUIntBE(0, 6);
  numbers.set(key, known);
  return known;
};
