import type { CodeableReference, FhirResource, Identifier, Reference } from 'fhir/r5.js';
import { isResourceType } from '../../fhir/elements.ts';
import { isA } from '../../fhir/search/path-types.ts';
import { elements, type Found } from './found.ts';
import { canonicalReference, type LiteralReference, literalReference } from './literal-reference.ts';

const reference = ({ type, value }: Found): Partial<Reference> | undefined => {
  if (type === 'Reference') return elements<Reference>(value);
  return type === 'CodeableReference' ? elements<CodeableReference>(value).reference : undefined;
};

/** Of a resource that stands in another one, as in a Bundle: what it is called. */
const itself = (value: unknown): LiteralReference | undefined => {
  const { resourceType, id } = elements<FhirResource>(value);
  return resourceType === undefined || id === undefined
    ? undefined
    : { type: resourceType, id, version: null };
};

/**
 * Where a value leads: nowhere (undefined) if it is there but names no resource. None if it is no value that leads
 * anywhere. https://hl7.org/fhir/R5/search.html#reference
 */
export const references = (found: Found): readonly (LiteralReference | undefined)[] => {
  const { type, value, fragments } = found;
  if (typeof value === 'string') {
    const outside = isA(type, 'canonical') ? canonicalReference : literalReference;
    return [fragments?.get(value) ?? outside(value)];
  }
  if (isResourceType(type)) return [itself(value)];
  const one = reference(found);
  if (one === undefined) return [];
  const { reference: text = '' } = one;
  return [fragments?.get(text) ?? literalReference(text)];
};

/** The identifier by which a reference names what it leads to. */
export const referenceIdentifiers = (found: Found): readonly Identifier[] =>
  [reference(found)?.identifier].filter((one) => one !== undefined);

/** What a person reads of a reference. */
export const referenceTexts = (found: Found): readonly string[] =>
  [reference(found)?.display].filter((one) => one !== undefined);
