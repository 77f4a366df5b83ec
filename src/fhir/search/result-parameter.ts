/** The parameters that modify the result of a search, in the order in which a self link has them. */
export const RESULT_PARAMETERS = [
  '_sort',
  '_include',
  '_revinclude',
  '_total',
  '_summary',
  '_elements',
  '_contained',
  '_containedType',
  '_count',
  '_page',
  '_format',
  '_pretty',
] as const;

/** https://hl7.org/fhir/R5/search.html#modifyingresults */
export type ResultParameter = (typeof RESULT_PARAMETERS)[number];

/** The result parameter that a name, with its modifier, stands for. */
export const resultParameter = (name: string): ResultParameter | undefined => {
  const [code] = name.split(':', 1);
  return RESULT_PARAMETERS.find((one) => one === code);
};

/** How many resources a page holds when the client does not say. */
export const DEFAULT_COUNT = 50;
