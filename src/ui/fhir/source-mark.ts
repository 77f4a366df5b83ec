import type { Extension } from 'fhir/r5.js';

const TRIALBRIDGE = 'https://w3id.org/trialbridge/fhir/StructureDefinition';
const DERIVATION_REFERENCE = 'http://hl7.org/fhir/StructureDefinition/derivation-reference';
const ORIGINAL_TEXT = 'http://hl7.org/fhir/StructureDefinition/originalText';
const DERIVATION = `${TRIALBRIDGE}/derivation`;
const RECORD_PATH = `${TRIALBRIDGE}/record-path`;

/** How a value came from the words of its source. */
export type Derivation = 'stated' | 'normalised' | 'derived';

/** A place in a document, in Unicode code points of its text. */
export interface Span {
  readonly document: string;
  readonly offset: number;
  readonly length: number;
}

/** Where the value of an element came from, and how. */
export interface SourceMark {
  readonly derivation: Derivation;
  readonly spans: readonly Span[];
  /** The words of the source where the value has another form. */
  readonly words?: string;
  /** The place in a registry's record, by its names. */
  readonly recordPath?: string;
}

const MARKS = [DERIVATION_REFERENCE, ORIGINAL_TEXT, DERIVATION, RECORD_PATH];

/** Whether an extension says something else than where a value came from. */
export const isNoMark = ({ url }: Extension): boolean => !MARKS.includes(url);

const part = (extension: Extension, name: string): Extension | undefined =>
  extension.extension?.find(({ url }) => url === name);

const spanOf = (extension: Extension): Span => ({
  document: part(extension, 'reference')?.valueReference?.reference ?? '',
  offset: part(extension, 'offset')?.valueInteger ?? 0,
  length: part(extension, 'length')?.valueInteger ?? 0,
});

/** What the extensions of an element say of its source, if they do. */
export const sourceMark = (extensions: readonly Extension[]): SourceMark | undefined => {
  const spans = extensions.filter(({ url }) => url === DERIVATION_REFERENCE).map(spanOf);
  const derivation = extensions.find(({ url }) => url === DERIVATION)?.valueCode;
  const words = extensions.find(({ url }) => url === ORIGINAL_TEXT)?.valueString;
  const recordPath = extensions.find(({ url }) => url === RECORD_PATH)?.valueString;
  if (spans.length === 0) return undefined;
  return {
    derivation: (derivation ?? 'stated') as Derivation,
    spans,
    ...(words !== undefined && { words }),
    ...(recordPath !== undefined && { recordPath }),
  };
};
