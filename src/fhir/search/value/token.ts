import type { SearchParameter } from '../search-parameter.ts';
import type { SearchValue } from '../search-request.ts';
import { unescapedParts } from '../split.ts';
import { isWrong, type Wrong, wrong } from '../wrong.ts';

/** A code, identifier or the like; `system` as in a SearchValue. */
export type TokenValue = Extract<SearchValue, { type: 'token' }>;

/** `code`, `system|code`, `|code` or `system|`: https://hl7.org/fhir/R5/search.html#token */
export const tokenValue = (text: string): TokenValue | Wrong => {
  const parts = unescapedParts(text);
  if (isWrong(parts)) return parts;
  const [first = '', code, ...more] = parts;
  if (more.length > 0) return wrong(`“${text}” has more than one “|”; write it as “\\|” inside a value`);
  if (code === undefined) return { type: 'token', code: first };
  if (first === '' && code === '') return wrong('“|” names neither a system nor a code');
  return { type: 'token', system: first, ...(code !== '' && { code }) };
};

/** The same, of a parameter whose `codes` stand otherwise in the index: those that stand there. */
export const tokenValues = (text: string, codes: SearchParameter['codes']): readonly TokenValue[] | Wrong => {
  const found = tokenValue(text);
  if (isWrong(found)) return found;
  const standing = found.code === undefined ? undefined : codes?.[found.code];
  return standing?.map((code) => ({ ...found, code })) ?? [found];
};

/** `system|code|value`, as the index keeps identifiers by their type: https://hl7.org/fhir/R5/search.html#modifieroftype */
export const ofTypeValue = (text: string): TokenValue | Wrong => {
  const parts = unescapedParts(text);
  if (isWrong(parts)) return parts;
  const [system, code, value] = parts;
  return parts.length !== 3 || parts.includes('')
    ? wrong(`“${text}” is not system|code|value: the type of the identifier and its value`)
    : { type: 'token', system: `${system}|${code}`, code: value ?? '' };
};
