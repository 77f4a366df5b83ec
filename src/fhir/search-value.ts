import { isId, RESOURCE_TYPES } from './resource-type.ts';
import type { SearchParameter } from './search-parameter.ts';

/** `system` is absent where any will do and empty where there must be none; without `value` any value will do. */
export interface TokenValue {
  readonly system?: string;
  readonly value?: string;
}

/** A resource of this server (of any type where `type` is absent), or an absolute URL. */
export type ReferenceValue = { readonly type?: string; readonly id: string } | { readonly url: string };

/** Values as they were understood, or what is wrong with them. */
export type Understood<T> = { readonly values: readonly T[] } | { readonly wrong: string };

/** Splits at a separator that has no backslash before it: https://hl7.org/fhir/R5/search.html#escaping */
const split = (text: string, separator: ',' | '|'): string[] => {
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

const unescaped = (text: string): string => text.replace(/\\([\\,|$])/g, '$1');

const each = <T>(text: string, understand: (part: string) => Understood<T>): Understood<T> => {
  const found = split(text, ',').map((part) =>
    part === ''
      ? { wrong: 'an empty value matches nothing; leave the parameter out instead' }
      : understand(part),
  );
  return (
    found.find((one) => 'wrong' in one) ?? {
      values: found.flatMap((one) => ('values' in one ? one.values : [])),
    }
  );
};

/** Logical ids: `_id=a,b`. */
export const ids = (text: string): Understood<string> =>
  each(text, (part) => (isId(part) ? { values: [part] } : { wrong: `“${part}” is not a logical id` }));

/** `value`, `system|value`, `|value` or `system|`: https://hl7.org/fhir/R5/search.html#token */
export const tokens = (text: string): Understood<TokenValue> =>
  each<TokenValue>(text, (part) => {
    const [first = '', second, ...more] = split(part, '|').map(unescaped);
    if (more.length > 0)
      return { wrong: `“${part}” has more than one “|”; write it as “\\|” inside a value` };
    if (second === undefined) return { values: [{ value: first }] };
    if (first === '' && second === '') return { wrong: '“|” names neither a system nor a value' };
    return { values: [{ system: first, ...(second !== '' && { value: second }) }] };
  });

/** URIs, compared as a whole: https://hl7.org/fhir/R5/search.html#uri */
export const uris = (text: string): Understood<string> =>
  each(text, (part) => ({ values: [unescaped(part)] }));

const list = (types: readonly string[]): string =>
  types.length > 20 ? `${types.slice(0, 20).join(', ')}, …` : types.join(', ');

/**
 * `id`, `Type/id` or an absolute URL: https://hl7.org/fhir/R5/search.html#reference
 * `base` is this server's own address: a reference may have been written with it.
 */
export const references = (
  text: string,
  parameter: SearchParameter,
  modifier: string | undefined,
  base: string,
): Understood<ReferenceValue> => {
  const targets = parameter.target ?? [];
  const local = (type: string | undefined, id: string): Understood<ReferenceValue> => {
    if (type !== undefined && !targets.includes(type))
      return { wrong: `${parameter.code} does not lead to ${type}, only to ${list(targets)}` };
    const types = type === undefined ? RESOURCE_TYPES.filter((one) => targets.includes(one)) : [type];
    return {
      values: [
        type === undefined ? { id } : { type, id },
        ...types.map((one) => ({ url: `${base}/${one}/${id}` })),
      ],
    };
  };
  return each(text, (escaped) => {
    const part = unescaped(escaped);
    const relative = part.startsWith(`${base}/`) ? part.slice(base.length + 1) : part;
    if (isId(relative)) return local(modifier ?? (targets.length === 1 ? targets[0] : undefined), relative);
    const [type = '', id = '', ...more] = relative.split('/');
    if (more.length === 0 && /^[A-Z][A-Za-z]+$/.test(type) && isId(id)) {
      if (modifier !== undefined && modifier !== type)
        return { wrong: `“${part}” is not a ${modifier}, which the modifier asks for` };
      return local(type, id);
    }
    if (modifier === undefined && /^[a-z][a-z0-9+.-]*:\S+$/i.test(relative))
      return { values: [{ url: relative }] };
    return {
      wrong: `“${part}” is not a reference; write an id, Type/id or an absolute URL, without a version`,
    };
  });
};
