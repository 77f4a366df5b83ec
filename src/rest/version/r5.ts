import { R5 as ELEMENTS } from '../../fhir/elements.ts';
import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import { subsetText } from '../../fhir/subset.ts';
import type { FhirVersion } from './fhir-version.ts';

/** R5, in which everything is stored. */
export const R5: FhirVersion = {
  name: '5.0',
  mediaTypeParameter: '',
  number: '5.0.0',
  elements: ELEMENTS,
  types: RESOURCE_TYPES,
  ofType: (type) => ({ type, fhirVersion: R5 }),
  shownAs: (stored) => stored,
  isReadOnly: () => false,
  searchParameters: (served) => served,
  read: (sent) => sent,
  write: (text) => text,
  part: subsetText,
};
