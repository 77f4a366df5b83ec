import { structureDefinition } from './canonical.ts';
import { isTree, type Tree } from './exact-tree.ts';

/** Where in a document a value stands: https://hl7.org/fhir/extensions/StructureDefinition-derivation-reference.html */
export const DERIVATION_REFERENCE = 'http://hl7.org/fhir/StructureDefinition/derivation-reference';

/** The place of a value in a registry's record: its names and indices there. */
export const RECORD_PATH = structureDefinition('record-path');

/** How a value came from its words: `stated`, `normalised`, `derived`. */
export const DERIVATION = structureDefinition('derivation');

/** The source's words where the value has another form: https://hl7.org/fhir/extensions/StructureDefinition-originalText.html */
export const ORIGINAL_TEXT = 'http://hl7.org/fhir/StructureDefinition/originalText';

/** The extensions of an element in an exact tree. */
export const extensionsOf = (element: unknown): readonly Tree[] => {
  const extensions = isTree(element) ? element.extension : undefined;
  return Array.isArray(extensions) ? extensions.filter(isTree) : [];
};
