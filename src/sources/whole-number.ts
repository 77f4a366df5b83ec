const LARGEST = 2_147_483_647;

/** The whole number that digits write, if FHIR has a place for it: https://hl7.org/fhir/R5/datatypes.html#unsignedInt */
export const wholeNumber = (digits: string): number | undefined =>
  /^\d+$/.test(digits) && Number(digits) <= LARGEST ? Number(digits) : undefined;
