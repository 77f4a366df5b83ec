import type { Identifier } from 'fhir/r5.js';

/** The identifier systems of registries and publications that have a name of their own here. */
const IDENTIFIER_SYSTEMS: Readonly<Record<string, string>> = {
  'https://clinicaltrials.gov': 'ClinicalTrials.gov',
  'https://euclinicaltrials.eu': 'CTIS',
  'https://www.clinicaltrialsregister.eu': 'EU CTR',
  'https://www.isrctn.com': 'ISRCTN',
  'https://trialsearch.who.int': 'WHO ICTRP',
  'https://doi.org': 'DOI',
  'https://pubmed.ncbi.nlm.nih.gov': 'PubMed',
};

/** Whose number an identifier is, in words. */
export const identifierOwner = ({ system, assigner, type }: Identifier): string =>
  (system && IDENTIFIER_SYSTEMS[system]) ??
  assigner?.display ??
  type?.text ??
  type?.coding?.[0]?.display ??
  system?.replace(/^https?:\/\/(www\.)?/, '') ??
  '';
