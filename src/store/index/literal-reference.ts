import type { Reference } from 'fhir/r5.js';
import { isResourceType } from '../../fhir/elements.ts';
import { isId } from '../../fhir/resource-type.ts';

/** Where a literal reference leads: to a resource here, or to an absolute URL. */
export type LiteralReference =
  | { readonly type: string; readonly id: string; readonly version: string | null }
  | { readonly url: string; readonly version: string | null };

/** Where `#id` leads: to the resources contained in one, by what they are known by here, and to that one by `#`. */
export type Fragments = ReadonlyMap<string, Extract<LiteralReference, { id: string }>>;

const isAbsolute = (text: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text);

/** Reads a reference; one to a contained resource, or that is none, leads nowhere: https://hl7.org/fhir/R5/references.html#literal */
export const literalReference = (text: string): LiteralReference | undefined => {
  const [whole = ''] = text.split('#');
  const [target = '', version = null] = whole.split('/_history/');
  if (isAbsolute(target)) return { url: target, version };
  const [type = '', id = '', ...more] = target.split('/');
  return isResourceType(type) && isId(id) && more.length === 0 ? { type, id, version } : undefined;
};

/** A canonical's URL and version: https://hl7.org/fhir/R5/references.html#canonical */
export const canonicalReference = (text: string): LiteralReference | undefined => {
  const [whole = ''] = text.split('#');
  const [url = '', version = null] = whole.split('|');
  return url === '' ? undefined : { url, version };
};

/** The type of the resource a reference leads to, as the reference says it; only fragments are looked up. */
export const referencedType = (
  { type, reference = '' }: Partial<Reference>,
  fragments: Fragments | undefined,
): string | undefined => {
  // A type may be written as the URL of its definition.
  if (type !== undefined) return type.split('/').at(-1);
  return (
    fragments?.get(reference)?.type ??
    /(?:^|\/)([A-Za-z]+)\/[^/]+(?:\/_history\/[^/]+)?$/.exec(reference)?.[1]
  );
};
