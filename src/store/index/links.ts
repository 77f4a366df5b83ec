import type { Extension, FhirResource, Reference } from 'fhir/r5.js';
import { DERIVATION_REFERENCE, isWordlessMark } from '../../fhir/source-mark.ts';
import { visitEveryElement } from './every-element.ts';
import { elements } from './found.ts';
import { literalReference } from './literal-reference.ts';

/** A literal reference to a resource here, or to a version of one. */
export interface LinkTarget {
  readonly type: string;
  readonly id: string;
  readonly version: string | null;
}

/** Whether an extension is a mark that leads nowhere, or to a source that has been seen. */
const leadsNowhereNew = (mark: Partial<Extension>, seen: ReadonlySet<string>): boolean =>
  mark.url === DERIVATION_REFERENCE
    ? seen.has(mark.extension?.[0]?.valueReference?.reference ?? '')
    : isWordlessMark(mark);

/** Where a resource leads by literal references, each place once. What a Bundle holds refers to the Bundle's entries. */
export const links = (resource: FhirResource): readonly LinkTarget[] => {
  const found = new Map<string, LinkTarget>();
  // Marks lead to the same document again and again.
  const seen = new Set<string>();
  visitEveryElement({ type: resource.resourceType, value: resource }, ({ type, value }) => {
    if (type === 'Extension') return !leadsNowhereNew(elements<Extension>(value), seen);
    if (type !== 'Reference') return type !== 'Bundle.entry';
    const { reference } = elements<Reference>(value);
    if (reference !== undefined && !seen.has(reference)) {
      seen.add(reference);
      const target = literalReference(reference);
      if (target !== undefined && 'id' in target)
        found.set(`${target.type}/${target.id}/${target.version}`, target);
    }
    return true;
  });
  return [...found.values()];
};
