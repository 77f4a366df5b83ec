import type { FhirResource } from 'fhir/r5.js';
import type { Tree } from '../fhir/exact-tree.ts';
import type { Issue } from '../fhir/issue.ts';
import { convert } from './convert.ts';
import { isTwoWay, R4_TYPES, type R4Resource } from './types.ts';
import { UP } from './version.ts';

const notWritten = (type: string): Issue => ({
  severity: 'error',
  code: 'not-supported',
  rule: 'r4-type',
  text: R4_TYPES.has(type)
    ? `${type} can only be read as R4, which says less of it than R5`
    : `${type} has no counterpart here in R4`,
  expression: type,
});

/** The resource of R5 that a resource of R4 says; what R5 has no element for stands in cross-version extensions. */
export const toR5 = (
  resource: R4Resource,
): { readonly resource: FhirResource } | { readonly issues: readonly Issue[] } => {
  const { resourceType } = resource;
  if (!isTwoWay(resourceType)) return { issues: [notWritten(resourceType)] };
  const tree: Tree = { ...resource };
  return { resource: convert(UP, tree, resourceType, resourceType) as unknown as FhirResource };
};
