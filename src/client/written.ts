type Reviver = (this: object, name: string, value: unknown, context?: { source?: string }) => unknown;

/** The numbers of an object that would be written otherwise (1.50), as they were written. */
const WRITTEN = new WeakMap<object, Map<string, string>>();

const remember: Reviver = function (name, value, context) {
  const source = context?.source;
  if (typeof value === 'number' && source !== undefined && String(value) !== source)
    WRITTEN.set(this, (WRITTEN.get(this) ?? new Map()).set(name, source));
  return value;
};

/** JSON text as a value of which `written` knows how its numbers were written. */
export const parseWritten = (text: string): unknown => JSON.parse(text, remember as never);

/** A number of an object as it was written: 1.50 is not 1.5. */
export const written = <T extends object>(holder: T, name: keyof T & string): string =>
  WRITTEN.get(holder)?.get(name) ?? String(holder[name] ?? '');

// In no library of TypeScript's yet, nor in every browser: without it 1.50 is shown as 1.5.
const { rawJSON } = JSON as unknown as { rawJSON?: (text: string) => unknown };

/** A value that `parseWritten` read as JSON text, indented by a number of spaces, its numbers as they were written. */
export const stringifyWritten = (value: object, indent = 0): string =>
  JSON.stringify(
    value,
    function (this: object, name, one) {
      const source = WRITTEN.get(this)?.get(name);
      // It may have been changed since.
      return rawJSON !== undefined && source !== undefined && Number(source) === one ? rawJSON(source) : one;
    },
    indent,
  );
