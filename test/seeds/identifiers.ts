/** The number each document's study is registered under, as a search for it says it: `system|value`. */
export const IDENTIFIERS = {
  '000': 'https://www.irct.ir|IRCT20200217046526N2',
  '004': 'https://clinicaltrials.gov|NCT04445454',
} as const;

/** The documents that are read now. */
export type ReadNumber = keyof typeof IDENTIFIERS;
