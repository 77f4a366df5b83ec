import type { DomainResource, Extension, FhirResource, Reference } from 'fhir/r5.js';
import { DERIVATION_REFERENCE, isWordlessMark } from '../../fhir/source-mark.ts';
import { visitEveryElement } from './every-element.ts';
import { elements, type Found, items } from './found.ts';
import { literalReference } from './literal-reference.ts';
import { plainText } from './plain-text.ts';

/** A literal reference to a resource here, or to a version of one. */
export interface LinkTarget {
  readonly type: string;
  readonly id: string;
  readonly version: string | null;
}

/** What stands in all elements of a resource. */
export interface Gathered {
  /** The words of its narrative, without markup. */
  readonly narrative: string;
  /** All other strings, each once, but for encoded data and for the places that values have in their source. */
  readonly strings: ReadonlySet<string>;
  /** Where it leads by literal references, each place once. What a Bundle holds refers to the Bundle's entries. */
  readonly links: readonly LinkTarget[];
}

/** Gathers in one walk what a resource says and where it leads. */
export const gather = (resource: FhirResource): Gathered => {
  const div = elements<DomainResource>(resource).text?.div ?? '';
  const strings = new Set<string>();
  const links = new Map<string, LinkTarget>();
  // Marks lead to the same document again and again.
  const seen = new Set<string>();
  const addLink = (reference = ''): void => {
    if (seen.has(reference)) return;
    seen.add(reference);
    const target = literalReference(reference);
    if (target !== undefined && 'id' in target)
      links.set(`${target.type}/${target.id}/${target.version}`, target);
  };
  const visitWords = ({ type, value }: Found): boolean => {
    if (typeof value === 'string') {
      if (type === 'xhtml') strings.add(value === div ? '' : plainText(value));
      else if (type !== 'base64Binary') strings.add(value);
    }
    return type !== 'Extension' || !isWordlessMark(elements<Extension>(value));
  };
  visitEveryElement({ type: resource.resourceType, value: resource }, (found) => {
    const { type, value } = found;
    if (type === 'Reference') addLink(elements<Reference>(value).reference);
    else if (type === 'Extension') {
      const { url, extension } = elements<Extension>(value);
      if (url === DERIVATION_REFERENCE)
        for (const part of items(extension)) addLink(elements<Extension>(part).valueReference?.reference);
    } else if (type === 'Bundle.entry') {
      visitEveryElement(found, visitWords);
      return false;
    }
    return visitWords(found);
  });
  return { narrative: plainText(div), strings, links: [...links.values()] };
};
