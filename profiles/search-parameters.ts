import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { CANONICAL } from '../src/fhir/canonical.ts';
import { RESOURCE_TYPES } from '../src/fhir/resource-type.ts';
import type { SearchParameter, Step } from '../src/fhir/search-parameter.ts';

/** The R5 definitions that are served, by id, with the resource types they are served for. */
const CORE: readonly { id: string; bases: readonly string[] }[] = [
  { id: 'Resource-id', bases: RESOURCE_TYPES },
  {
    id: 'CanonicalResource-identifier',
    bases: [
      'PlanDefinition',
      'ActivityDefinition',
      'Evidence',
      'EvidenceVariable',
      'EvidenceReport',
      'Citation',
    ],
  },
  {
    id: 'CanonicalResource-url',
    bases: [
      'PlanDefinition',
      'ActivityDefinition',
      'Evidence',
      'EvidenceVariable',
      'EvidenceReport',
      'Citation',
      'StructureDefinition',
      'ValueSet',
      'CodeSystem',
      'SearchParameter',
      'OperationDefinition',
    ],
  },
  { id: 'ResearchStudy-identifier', bases: ['ResearchStudy'] },
  { id: 'Group-identifier', bases: ['Group'] },
  { id: 'Organization-identifier', bases: ['Organization'] },
  { id: 'Practitioner-identifier', bases: ['Practitioner'] },
  { id: 'clinical-identifier', bases: ['DocumentReference'] },
  { id: 'Device-identifier', bases: ['Device'] },
  { id: 'ResearchStudy-protocol', bases: ['ResearchStudy'] },
  { id: 'ResearchStudy-eligibility', bases: ['ResearchStudy'] },
  { id: 'Provenance-target', bases: ['Provenance'] },
  { id: 'Provenance-entity', bases: ['Provenance'] },
];

/** Our own definitions; `via` is the way of one whose values stand in other resources. */
const OWN: readonly { id: string; via?: readonly Step[] }[] = [
  { id: 'ResearchStudy-result' },
  { id: 'ResearchStudy-outcome' },
  { id: 'EvidenceReport-entry' },
  { id: 'EvidenceReport-study' },
  { id: 'Evidence-variable' },
  {
    id: 'Evidence-study',
    via: [
      { type: 'EvidenceReport', parameter: 'entry' },
      { type: 'ResearchStudy', parameter: 'result' },
    ],
  },
  { id: 'ArtifactAssessment-artifact' },
  { id: 'ArtifactAssessment-verdict' },
];

interface Definition {
  readonly url: string;
  readonly code: string;
  readonly type: SearchParameter['type'];
  readonly description: string;
  readonly base: readonly string[];
  readonly expression?: string;
  readonly target?: readonly string[];
}

const PROFILES = new URL('.', import.meta.url);
const CORE_PACKAGE = new URL('../node_modules/hl7.fhir.r5.core/', PROFILES);

const definition = (folder: URL, id: string): Definition =>
  JSON.parse(readFileSync(new URL(`SearchParameter-${id}.json`, folder), 'utf8'));

/** An expression for many types is a union; only the parts that start at this type can find anything. */
const forBase = (expression: string, base: string): string => {
  const parts = expression.split(' | ').map((part) => part.trim());
  const own = parts.filter((part) => part.startsWith(`${base}.`) || part.startsWith(`(${base}.`));
  return own.length > 0 ? own.join(' | ') : expression;
};

/** Core descriptions of shared parameters list every type (`[Account](account.html): …`). */
const describe = (text: string, base: string): string => {
  const line = text.split(/\r?\n/).find((one) => one.includes(`[${base}](`));
  const said = line?.replace(/^.*\.html\):\s*/, '') ?? text;
  return said.trim();
};

const flat = (found: Definition, base: string, via?: readonly Step[]): SearchParameter => ({
  base,
  code: found.code,
  type: found.type,
  url: found.url,
  description: describe(found.description, base),
  ...(found.expression !== undefined && !via && { expression: forBase(found.expression, base) }),
  ...(found.target !== undefined && { target: found.target }),
  ...(via && { via }),
});

const core = CORE.flatMap(({ id, bases }) => bases.map((base) => flat(definition(CORE_PACKAGE, id), base)));

const ownFolder = new URL('generated/resources/', PROFILES);
if (!existsSync(ownFolder)) throw new Error(`compile the profiles of ${CANONICAL} first`);
const own = OWN.flatMap(({ id, via }) => {
  const found = definition(ownFolder, id);
  return found.base.map((base) => flat(found, base, via));
});

const sorted = [...core, ...own].sort((a, b) => (`${a.base} ${a.code}` < `${b.base} ${b.code}` ? -1 : 1));
writeFileSync(new URL('generated/search-parameters.json', PROFILES), `${JSON.stringify(sorted, null, 2)}\n`);
