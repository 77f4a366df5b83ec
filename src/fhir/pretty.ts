// Node's JSON.rawJSON and a reviver's third argument are not in TypeScript's library yet.
type Reviver = (name: string, value: unknown, context: { source: string }) => unknown;
const { parse, rawJSON } = JSON as unknown as {
  parse: (text: string, reviver: Reviver) => unknown;
  rawJSON: (text: string) => unknown;
};

/** Indents JSON text; every number keeps its written form. */
export const pretty = (text: string): string =>
  JSON.stringify(
    parse(text, (_, value, { source }) => (typeof value === 'number' ? rawJSON(source) : value)),
    null,
    2,
  );
