import { isId, RESOURCE_TYPES } from '../../resource-type.ts';
import type { SearchParameter } from '../search-parameter.ts';
import type { SearchValue } from '../search-request.ts';
import { unescapedParts } from '../split.ts';
import { isWrong, type Wrong, wrong } from '../wrong.ts';

/** How a value asks for what a reference or canonical leads to. */
export type ReferenceValue = Extract<SearchValue, { type: 'reference' | 'url' }>;

/** A resource here, as it is written relative to this server; `type` is empty where only an id is given. */
export interface LocalReference {
  readonly type: string;
  readonly id: string;
  readonly version?: string;
}

/** Reads `id`, `Type/id` or `Type/id/_history/version`, with the address of this server before it or without. */
export const localReference = (text: string, base: string): LocalReference | undefined => {
  const relative = text.startsWith(`${base}/`) ? text.slice(base.length + 1) : text;
  const parts = relative.split('/');
  const [type = '', id = '', history, version = ''] = parts.length === 1 ? ['', ...parts] : parts;
  if (!isId(id) || (type !== '' && !RESOURCE_TYPES.some((one) => one === type))) return undefined;
  if (history === undefined) return { type, id };
  return parts.length === 4 && history === '_history' && isId(version) ? { type, id, version } : undefined;
};

/** The types of resources that a parameter leads to. */
export const targetsOf = ({ target }: Pick<SearchParameter, 'target'>): readonly string[] =>
  target ?? RESOURCE_TYPES;

const local = (
  { type, id, version }: LocalReference,
  types: readonly string[],
  base: string,
): readonly ReferenceValue[] => {
  const versioned = version === undefined ? {} : { version };
  // The reference may have been written with the address of this server; an id of any type is not looked for so.
  return [
    { type: 'reference', ...(type !== '' && { resource: type }), id, ...versioned },
    ...types.map((one): ReferenceValue => ({ type: 'url', url: `${base}/${one}/${id}`, ...versioned })),
  ];
};

/**
 * `id`, `Type/id`, `Type/id/_history/version`, an absolute URL or `canonical|version`; with several ways to be written
 * one value has several. `only` is the type that a modifier names. https://hl7.org/fhir/R5/search.html#reference
 */
export const referenceValues = (
  text: string,
  parameter: Pick<SearchParameter, 'code' | 'target'>,
  base: string,
  only?: string,
): readonly ReferenceValue[] | Wrong => {
  const parts = unescapedParts(text);
  if (isWrong(parts)) return parts;
  const [reference = '', version, ...more] = parts;
  const found = version === undefined ? localReference(reference, base) : undefined;
  if (found !== undefined) {
    const targets = targetsOf(parameter);
    const type = found.type || only || (targets.length === 1 ? (targets[0] ?? '') : '');
    // Well said, but nothing leads there: no error, though nothing is found.
    if ((only !== undefined && type !== only) || (type !== '' && !targets.includes(type))) return [];
    return local({ ...found, type }, type === '' ? (parameter.target ?? []) : [type], base);
  }
  const [url = '', history, ...others] = reference.split('/_history/');
  const versions = [history, version].filter((one) => one !== undefined);
  const isUrl = /^[a-z][a-z0-9+.-]*:\S+$/i.test(url) && !versions.includes('');
  const [of] = versions;
  return isUrl && only === undefined && [...versions, ...others, ...more].length <= 1
    ? [{ type: 'url', url, ...(of !== undefined && { version: of }) }]
    : wrong(
        `“${text}” is not a reference; write an id, Type/id, Type/id/_history/version${only === undefined ? ', an absolute URL or canonical|version' : ''}`,
      );
};
