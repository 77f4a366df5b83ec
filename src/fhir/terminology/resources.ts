import type { CodeSystem, ValueSet } from 'fhir/r5.js';

/** Code systems and value sets at hand, by canonical URL; without a version, the one that stands for the URL. */
export interface TerminologyResources {
  codeSystem(url: string, version?: string): CodeSystem | undefined;
  valueSet(url: string, version?: string): ValueSet | undefined;
}

/** The parts of `url|version`: https://hl7.org/fhir/R5/datatypes.html#canonical */
export const canonicalParts = (
  canonical: string,
): { readonly url: string; readonly version: string | undefined } => {
  const [url = '', version] = (canonical.split('#', 1)[0] ?? '').split('|');
  return { url, version: version || undefined };
};
