import type { FhirResource, Reference } from 'fhir/r5.js';
import { visitEveryElement } from './every-element.ts';
import { elements } from './found.ts';
import { literalReference } from './literal-reference.ts';

/** A literal reference to a resource here, or to a version of one. */
export interface LinkTarget {
  readonly type: string;
  readonly id: string;
  readonly version: string | null;
}

/** Where a resource leads by literal references, each place once. What a Bundle holds refers to the Bundle's entries. */
export const links = (resource: FhirResource): readonly LinkTarget[] => {
  const found = new Map<string, LinkTarget>();
  // Marks lead to the same document again and again.
  const seen = new Set<string>();
  visitEveryElement({ type: resource.resourceType, value: resource }, ({ type, value }) => {
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
