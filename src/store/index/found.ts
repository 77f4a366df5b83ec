import type { Fragments } from './literal-reference.ts';

/** A value that an expression found, with its FHIR type: `Quantity`, `code`, or the path of a backbone element. */
export interface Found {
  readonly type: string;
  readonly value: unknown;
  /** The only code system of a `code`'s value set. */
  readonly system?: string;
  /** Where fragments lead in the resource it was found in. */
  readonly fragments?: Fragments;
}

/** A complex value, as the names of its elements are known. */
export const elements = <T extends object>(value: unknown): Partial<T> =>
  typeof value === 'object' && value !== null ? (value as Partial<T>) : {};

/** The items of an element that may repeat, or stand there once, or be absent. */
export const items = <T>(value: T | readonly T[] | undefined | null): readonly T[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value as T];
