import { CANONICAL } from '../fhir/canonical.ts';
import type { Registry } from '../model/trial.ts';

/** The identifier systems of the registries: https://hl7.org/fhir/R5/identifier-registry.html */
export const REGISTRY_SYSTEMS: Readonly<Record<Registry, string>> = {
  NCT: 'https://clinicaltrials.gov',
  EudraCT: 'https://www.clinicaltrialsregister.eu',
  CTIS: 'https://euclinicaltrials.eu',
  ISRCTN: 'https://www.isrctn.com',
  ChiCTR: 'https://www.chictr.org.cn',
  IRCT: 'https://www.irct.ir',
  CTRI: 'https://ctri.nic.in',
  DRKS: 'https://drks.de',
  ACTRN: 'https://www.anzctr.org.au',
  jRCT: 'https://jrct.niph.go.jp',
  UMIN: 'https://www.umin.ac.jp/ctr',
  KCT: 'https://cris.nih.go.kr',
  PACTR: 'https://pactr.samrc.ac.za',
  TCTR: 'https://www.thaiclinicaltrials.org',
  NTR: 'https://www.trialregister.nl',
  RBR: 'https://ensaiosclinicos.gov.br',
  REPEC: 'https://ensayosclinicos-repec.ins.gob.pe',
  RPCEC: 'https://rpcec.sld.cu',
  SLCTR: 'https://slctr.lk',
  LBCTR: 'https://lbctr.moph.gov.lb',
  JapicCTI: 'https://www.clinicaltrials.jp',
  JMACCT: 'https://dbcentre3.jmacct.med.or.jp',
  ITMCTR: 'http://itmctr.ccebtcm.org.cn',
  SNCTP: 'https://www.kofam.ch',
  'NL-OMON': 'https://onderzoekmetmensen.nl',
  ICTRP: 'https://trialsearch.who.int',
};

/** The identifier system of DOIs. */
export const DOI_SYSTEM = 'https://doi.org';

/** The identifier system of ISSNs. */
export const ISSN_SYSTEM = 'https://portal.issn.org';

/** The identifier system of PubMed's numbers. */
export const PUBMED_SYSTEM = 'https://pubmed.ncbi.nlm.nih.gov';

/** The identifier system of PubMed Central's numbers. */
export const PMC_SYSTEM = 'https://pmc.ncbi.nlm.nih.gov';

/** The identifier system of researchers. */
export const ORCID_SYSTEM = 'https://orcid.org';

/** The code systems of terms that registries give: https://hl7.org/fhir/R5/terminologies-systems.html */
export const TERM_SYSTEMS = {
  mesh: 'https://www.nlm.nih.gov/mesh',
  meddra: 'https://www.meddra.org',
  'icd-10': 'http://hl7.org/fhir/sid/icd-10',
} as const;

/** The code system of countries. */
export const COUNTRY_SYSTEM = 'urn:iso:std:iso:3166';

/** The identifier system of papers that have no DOI: their title in a simple form. */
export const TITLE_SYSTEM = `${CANONICAL}/sid/title`;
