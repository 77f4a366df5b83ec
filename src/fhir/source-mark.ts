import { structureDefinition } from './canonical.ts';
import { isTree, type Tree, treesIn } from './exact-tree.ts';

/** Where in a document a value stands: https://hl7.org/fhir/extensions/StructureDefinition-derivation-reference.html */
export const DERIVATION_REFERENCE = 'http://hl7.org/fhir/StructureDefinition/derivation-reference';

/** The place of a value in a registry's record: its names and indices there. */
export const RECORD_PATH = structureDefinition('record-path');

/** How a value came from its words: `stated`, `normalised`, `derived`. */
export const DERIVATION = structureDefinition('derivation');

/** The source's words where the value has another form: https://hl7.org/fhir/extensions/StructureDefinition-originalText.html */
export const ORIGINAL_TEXT = 'http://hl7.org/fhir/StructureDefinition/originalText';

/** Marks that have no words of the source, but say where they stand and how the value came from them. */
const WORDLESS: ReadonlySet<unknown> = new Set([DERIVATION_REFERENCE, RECORD_PATH, DERIVATION]);

/** Whether an extension is a mark without words of the source. */
export const isWordlessMark = ({ url }: { readonly url?: unknown }): boolean => WORDLESS.has(url);

/** The extensions of an element in an exact tree. */
export const extensionsOf = (element: unknown): readonly Tree[] =>
  treesIn(isTree(element) ? element.extension : undefined);
