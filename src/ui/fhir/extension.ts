import type { Element, Extension } from 'fhir/r5.js';

/** The extensions of this project that the workbench shows. */
export const CONFLICTING_VALUE = 'https://w3id.org/trialbridge/fhir/StructureDefinition/conflicting-value';

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

type Extended = Pick<Element, 'extension'>;

/** The extensions of a kind that stand on an element. */
export const extensions = (element: Extended | undefined, url: string): readonly Extension[] =>
  element?.extension?.filter((one) => one.url === url) ?? [];

/** The value of an extension, whatever its type is. */
export const extensionValue = (extension: Extension): unknown =>
  Object.entries(extension).find(([name]) => name.startsWith('value'))?.[1];

/** Why a value is not there, where that is said. */
export const absentReason = (element: Extended | undefined): string | undefined =>
  extensions(element, ABSENT)[0]?.valueCode;
