import type { RegistryRecord } from '../../src/model/record/record.ts';
import { read, readAll } from '../../src/sources/read.ts';

/** What a value says without where it stands: facts as their values, what is not stated left out. */
export const valuesOf = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value === 'not-stated' ? undefined : value;
  if ('spans' in value && 'value' in value) return value.value;
  if (Array.isArray(value)) return value.map(valuesOf);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      const said = valuesOf(one);
      return said === undefined ? [] : [[name, said]];
    }),
  );
};

const bytesOf = (document: string | object): Uint8Array =>
  new TextEncoder().encode(typeof document === 'string' ? document : JSON.stringify(document));

/** The record that a document is; throws where it is none. */
export const recordIn = (document: string | object): RegistryRecord => {
  const found = read(bytesOf(document));
  if (found.kind === 'record') return found.record;
  throw new Error(found.kind === 'refused' ? `${found.takenFor}: ${found.missing}` : found.kind);
};

/** Why a document is refused; throws where it is not. */
export const refusalOf = (
  document: string | object,
): { readonly takenFor: string; readonly missing: string } => {
  const found = read(bytesOf(document));
  if (found.kind !== 'refused') throw new Error(`read as a ${found.kind}`);
  return { takenFor: found.takenFor, missing: found.missing };
};

/** The number of each record that a document lists, or why it is refused. */
export const numbersIn = (document: string | object): readonly string[] =>
  [...readAll(bytesOf(document))].map((found) => {
    if (found.kind === 'refused') return found.takenFor;
    return found.kind === 'record' ? found.record.identifiers[0].value.value : found.kind;
  });
