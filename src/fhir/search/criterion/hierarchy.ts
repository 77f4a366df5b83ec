import type { SearchContext, SystemCode } from '../search-context.ts';
import type { TokenValue } from '../value/token.ts';
import { tokenValue } from '../value/token.ts';
import { isWrong, type Wrong, wrong } from '../wrong.ts';

/** Systems whose codes say themselves what they belong to: `text/xml; charset=utf-8`, `en-GB`. */
const SEPARATORS = new Map([
  ['urn:ietf:bcp:13', ';'],
  ['urn:ietf:bcp:47', '-'],
]);

const separatorOf = ({ system, code = '' }: TokenValue): string | undefined =>
  system === undefined && code.includes('/') ? ';' : SEPARATORS.get(system ?? '');

/** The codes before each separator, and the whole. */
const beginnings = (code: string, separator: string): readonly string[] => {
  const parts = code.split(separator);
  return parts.map((_, at) =>
    parts
      .slice(0, at + 1)
      .join(separator)
      .trim(),
  );
};

/** A code that terminology knows, as a value. */
export const tokenOf = ({ system, code }: SystemCode): TokenValue => ({ type: 'token', system, code });

/**
 * The codes that a code subsumes (`below`) or that subsume it (`above`), itself included; those of media types and
 * languages by how they are written. https://hl7.org/fhir/R5/search.html#subsumption
 */
export const relatedCodes = async (
  text: string,
  direction: 'above' | 'below',
  { terminology }: Pick<SearchContext, 'terminology'>,
): Promise<readonly TokenValue[] | Wrong> => {
  const token = tokenValue(text);
  if (isWrong(token)) return token;
  const { system, code } = token;
  const separator = separatorOf(token);
  if (code !== undefined && separator !== undefined) {
    const codes: readonly Pick<TokenValue, 'code' | 'start'>[] =
      direction === 'above'
        ? beginnings(code, separator).map((one) => ({ code: one }))
        : [{ code }, { code: `${code}${separator}`, start: true }];
    return codes.map((one) => ({ ...token, ...one }));
  }
  if (code === undefined || system === undefined || system === '')
    return wrong(`“${text}” is not system|code: what is above or below a code only its code system knows`);
  const found = await (direction === 'above'
    ? terminology.codesAbove(system, code)
    : terminology.codesBelow(system, code));
  return 'severity' in found ? wrong(found.text, found.code) : found.map(tokenOf);
};
