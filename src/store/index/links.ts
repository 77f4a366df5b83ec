import type { Extension, FhirResource, Reference } from 'fhir/r5.js';
import { DERIVATION_REFERENCE } from '../../fhir/source-mark.ts';
import { visitEveryElement } from './every-element.ts';
import { elements } from './found.ts';
import { literalReference } from './literal-reference.ts';

/** A literal reference to a resource here, or to a version of one. */
export interface LinkTarget {
  readonly type: string;
  readonly id: string;
  readonly version: string | null;
}

/** What a mark of a place in a source leads to. */
const markedSource = ({ url, extension }: Partial<Extension>): string | undefined =>
  url === DERIVATION_REFERENCE ? extension?.[0]?.valueReference?.reference : undefined;

/** Where a resource leads by literal references, each place once. What a Bundle holds refers to the Bundle's entries. */
export const links = (resource: FhirResource): readonly LinkTarget[] => {
  const found = new Map<string, LinkTarget>();
  // Marks lead to the same document again and again.
  const seen = new Set<string>();
  visitEveryElement({ type: resource.resourceType, value: resource }, ({ type, value }) => {
    if (type === 'Extension' && seen.has(markedSource(elements<Extension>(value)) ?? '')) return false;
    const { reference } = type === 'Reference' ? elements<Reference>(value) : {};
    if (reference !== undefined && !seen.has(reference)) {
      seen.add(reference);
      const target = literalReference(reference);
      if (target !== undefined && 'id' in target)
        found.set(`${target.type}/${target.id}/${target.version}`, target);
    }
    return type !== 'Bundle.entry';
  });
  return [...found.values()];
};
