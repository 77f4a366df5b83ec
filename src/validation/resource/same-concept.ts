import type { CodeableConcept } from 'fhir/r5.js';

/** Whether two concepts are the same: by a coding that both have, or by their text if neither has a coding. */
export const isSameConcept = (a: CodeableConcept, b: CodeableConcept): boolean =>
  a.coding === undefined && b.coding === undefined
    ? a.text !== undefined && a.text === b.text
    : (a.coding ?? []).some(({ system, code }) =>
        (b.coding ?? []).some((other) => other.system === system && other.code === code),
      );
