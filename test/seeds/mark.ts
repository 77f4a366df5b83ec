import { structureDefinition } from '../../src/fhir/canonical.ts';

const DERIVATION_REFERENCE = 'http://hl7.org/fhir/StructureDefinition/derivation-reference';
const ORIGINAL_TEXT = 'http://hl7.org/fhir/StructureDefinition/originalText';
const DERIVATION = structureDefinition('derivation');

/** The extensions that make a mark. */
export const MARK_URLS: readonly string[] = [DERIVATION_REFERENCE, ORIGINAL_TEXT, DERIVATION];

interface Extension {
  readonly url: string;
  readonly extension?: readonly Extension[];
  readonly valueInteger?: string;
  readonly valueString?: string;
  readonly valueCode?: string;
  readonly valueReference?: { readonly reference?: string };
}

/** A place in the document a mark points to, in code points. */
export interface Place {
  readonly document: string | undefined;
  readonly offset: number;
  readonly length: number;
}

/** Where an element says it came from. */
export interface Mark {
  readonly places: readonly Place[];
  readonly derivations: readonly (string | undefined)[];
  readonly originalTexts: readonly (string | undefined)[];
}

const placeOf = ({ extension = [] }: Extension): Place => {
  const part = (name: string) => extension.find(({ url }) => url === name);
  return {
    document: part('reference')?.valueReference?.reference,
    offset: Number(part('offset')?.valueInteger),
    length: Number(part('length')?.valueInteger),
  };
};

/** The mark on an element (for a primitive, on its `_name`); `undefined` where it has none of its extensions. */
export const markOf = (element: unknown): Mark | undefined => {
  const { extension } = (element ?? {}) as { extension?: unknown };
  if (!Array.isArray(extension)) return;
  const marks = (extension as Extension[]).filter(({ url }) => MARK_URLS.includes(url));
  const by = (wanted: string) => marks.filter(({ url }) => url === wanted);
  return marks.length === 0
    ? undefined
    : {
        places: by(DERIVATION_REFERENCE).map(placeOf),
        derivations: by(DERIVATION).map(({ valueCode }) => valueCode),
        originalTexts: by(ORIGINAL_TEXT).map(({ valueString }) => valueString),
      };
};

/** How an element's value came from its words. */
export const derivationOf = (element: unknown): string | undefined => markOf(element)?.derivations[0];
