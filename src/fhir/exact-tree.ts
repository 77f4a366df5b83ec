// Node's JSON.rawJSON and a reviver's third argument are not in TypeScript's library yet.
type Reviver = (name: string, value: unknown, context: { source: string }) => unknown;
const { parse, rawJSON, isRawJSON } = JSON as unknown as {
  parse: (text: string, reviver: Reviver) => unknown;
  rawJSON: (text: string) => unknown;
  isRawJSON: (value: unknown) => boolean;
};

/** A JSON object in an exact tree. */
export type Tree = Record<string, unknown>;

/** JSON text as a tree that serialises with every number as it was written; numbers in it cannot be computed with. */
export const exactTree = (text: string): unknown =>
  parse(text, (_, value, { source }) => (typeof value === 'number' ? rawJSON(source) : value));

/** Whether a value of an exact tree is an object, and not a list or a number. */
export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isRawJSON(value);

/** The objects of a list in an exact tree; none of what is no list. */
export const treesIn = (value: unknown): readonly Tree[] =>
  Array.isArray(value) ? value.filter(isTree) : [];

/** JSON text as a value to compute with; only numbers that would be written otherwise (1.50) stand in it as they were written. */
export const exactValue = (text: string): unknown =>
  parse(text, (_, value, { source }) =>
    typeof value === 'number' && String(value) !== source ? rawJSON(source) : value,
  );
