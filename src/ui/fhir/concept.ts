import type { CodeableConcept, Coding } from 'fhir/r5.js';

/** The code a concept has in a code system. */
export const codeIn = (system: string, concept: CodeableConcept | undefined): string | undefined =>
  concept?.coding?.find((one) => one.system === system)?.code;

const codingText = ({ display, code }: Coding): string | undefined => display ?? code?.replaceAll('-', ' ');

/** A concept in words: the display of its code, else the words it was written in. */
export const conceptText = (concept: CodeableConcept | undefined): string =>
  concept?.coding?.map(codingText).find((text) => text !== undefined) ?? concept?.text ?? '';

/** A concept as it was written, else the display of its code. */
export const saidText = (concept: CodeableConcept | undefined): string =>
  concept?.text ?? conceptText(concept);
