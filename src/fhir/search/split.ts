import { unlessWrong, type Wrong, wrong } from './wrong.ts';

/** Splits at a separator that has no backslash before it: https://hl7.org/fhir/R5/search.html#escaping */
export const split = (text: string, separator: ',' | '|' | '$'): readonly string[] => {
  if (!text.includes(separator)) return [text];
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === separator) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, text.slice(start)];
};

const ESCAPE = /\\([\\,|$])/g;

const hasEscapes = (text: string): boolean => text.includes('\\');

const plain = (text: string): string => (hasEscapes(text) ? text.replace(ESCAPE, '$1') : text);

const badEscape = (text: string): Wrong | undefined =>
  hasEscapes(text) && hasEscapes(text.replace(ESCAPE, ''))
    ? wrong(
        `“${text}” has a backslash that escapes nothing; write \\\\ for one, and \\, \\| \\$ inside a value`,
      )
    : undefined;

/** What a value that was split off stands for. */
export const unescaped = (text: string): { readonly text: string } | Wrong =>
  badEscape(text) ?? { text: plain(text) };

/** Splits at `|` and takes the escapes out of the parts. */
export const unescapedParts = (text: string): readonly string[] | Wrong =>
  badEscape(text) ?? split(text, '|').map(plain);

/** Reads the values of a parameter, any of which will do: https://hl7.org/fhir/R5/search.html#combining */
export const eachAlternative = <T extends object>(
  text: string,
  read: (value: string) => T | Wrong,
): readonly T[] | Wrong =>
  unlessWrong(
    split(text, ',').map((value) =>
      value === '' ? wrong('an empty value matches nothing; leave the parameter out instead') : read(value),
    ),
  );
