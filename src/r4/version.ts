import codes from '../../profiles/generated/r4-codes.json' with { type: 'json' };
import { type ElementTable, elementTable } from '../fhir/element-table.ts';
import { R5 as R5_ELEMENTS } from '../fhir/elements.ts';

/** A version of FHIR as the conversion knows it. */
export interface Version {
  readonly elements: ElementTable;
  /** Cross-version extensions for its elements begin so: https://hl7.org/fhir/R5/versions.html#extensions */
  readonly extension: string;
  /** The codes of required bindings that only this version has, by the path of the element. */
  readonly onlyHere: Readonly<Record<string, readonly string[]>>;
}

/** R4: https://hl7.org/fhir/R4/ */
export const R4: Version = {
  elements: elementTable(new URL('../../profiles/generated/r4-elements.json', import.meta.url)),
  extension: 'http://hl7.org/fhir/4.0/StructureDefinition/extension-',
  onlyHere: codes.onlyR4,
};

/** R5: https://hl7.org/fhir/R5/ */
export const R5: Version = {
  elements: R5_ELEMENTS,
  extension: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-',
  onlyHere: codes.onlyR5,
};

/** A conversion's way: from a version to another. */
export interface Way {
  readonly from: Version;
  readonly to: Version;
}

/** From R5 to R4. */
export const DOWN: Way = { from: R5, to: R4 };

/** From R4 to R5. */
export const UP: Way = { from: R4, to: R5 };

/** The way back. */
export const back = (way: Way): Way => (way === DOWN ? UP : DOWN);
