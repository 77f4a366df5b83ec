import type { FhirResource, Provenance } from 'fhir/r5.js';
import { TRIAL_TYPES } from '../../fhir/resource-type.ts';
import { indexKey } from '../../fhir/search/search-parameter.ts';
import { type Criterion, type SearchValue, searchOf } from '../../fhir/search/search-request.ts';
import { visitEveryElement } from '../../store/index/every-element.ts';
import { gather } from '../../store/index/gather.ts';
import type { Store, Version } from '../../store/store.ts';

/** The types of which a study has its own; of the others, such as organizations, several studies may have the same. */
const OWN = [
  'ResearchStudy',
  'PlanDefinition',
  'ActivityDefinition',
  'Evidence',
  'EvidenceVariable',
  'EvidenceReport',
  'Group',
  'ArtifactAssessment',
];

/** What belongs to the resources that it refers to by a search parameter: reports, judgements, records. */
const BELONGING = [
  { type: 'EvidenceReport', code: 'study' },
  { type: 'ArtifactAssessment', code: 'artifact' },
  { type: 'Provenance', code: 'target' },
];

/** How many values are looked for at once. */
const AT_ONCE = 200;

const placeOf = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type}/${id}`;

/** All that has one of the values under a search parameter. */
export const having = async (
  store: Store,
  type: string,
  code: string,
  values: readonly SearchValue[],
): Promise<readonly Version[]> => {
  const found: Version[] = [];
  for (let at = 0; at < values.length; at += AT_ONCE) {
    const anyOf = values.slice(at, at + AT_ONCE);
    const where: Criterion = { kind: 'value', parameter: indexKey({ base: type, code }), anyOf };
    let page: string | undefined;
    do {
      const { matches, next } = await store.search({
        ...searchOf([type], where, AT_ONCE),
        total: 'none',
        ...(page !== undefined && { page }),
      });
      found.push(...matches);
      page = next;
    } while (page !== undefined);
  }
  return found;
};

/** A record of several studies leads to none but the one that it was found by. */
const outward = (resource: FhirResource): FhirResource =>
  resource.resourceType === 'Provenance' ? ({ ...resource, target: [] } as Provenance) : resource;

/** What the resources refer to. */
export const referred = async (
  store: Store,
  resources: readonly FhirResource[],
): Promise<readonly Version[]> => {
  const targets = new Map(
    resources.flatMap((one) => gather(outward(one)).links).map((one) => [placeOf(one), one]),
  );
  const versions = await Promise.all([...targets.values()].map(({ type, id }) => store.read(type, id)));
  return versions.filter((one) => one !== undefined && !one.deleted);
};

/** The canonicals in a resource, without those that say what kind of resource it is. */
const canonicalsOf = (resource: FhirResource): readonly string[] => {
  const found: string[] = [];
  visitEveryElement({ type: resource.resourceType, value: resource }, ({ type, value }) => {
    if (type === 'canonical' && typeof value === 'string') found.push(value.split('|')[0] ?? value);
    return type !== 'Meta';
  });
  return found;
};

/** The definitions that the resources name by their canonical URLs. */
const defined = async (store: Store, resources: readonly FhirResource[]): Promise<readonly Version[]> => {
  const urls = [...new Set(resources.flatMap(canonicalsOf))];
  const values = urls.map((uri) => ({ type: 'uri', match: 'exact', uri }) as const);
  const types = ['PlanDefinition', 'ActivityDefinition', 'EvidenceVariable'];
  return (await Promise.all(types.map((type) => having(store, type, 'url', values)))).flat();
};

/** What belongs to the resources. */
const belonging = async (store: Store, versions: readonly Version[]): Promise<readonly Version[]> => {
  const values = versions
    .filter(({ type }) => OWN.includes(type))
    .map(({ type, id }) => ({ type: 'reference', resource: type, id }) as const);
  return (await Promise.all(BELONGING.map(({ type, code }) => having(store, type, code, values)))).flat();
};

/**
 * All that a study consists of, itself first: protocol, arms, outcomes, evidence, judgements, citations, sources,
 * who did it. Other studies are no part of it, nor are persons.
 */
export const studyAsUnit = async (store: Store, study: Version): Promise<readonly Version[]> => {
  const found = new Map<string, Version>();
  for (let wave: readonly Version[] = [study]; wave.length > 0; ) {
    for (const version of wave) found.set(placeOf(version), version);
    const resources = wave.map(({ text }) => JSON.parse(text) as FhirResource);
    const next = await Promise.all([
      referred(store, resources),
      defined(store, resources),
      belonging(store, wave),
    ]);
    const parts = next
      .flat()
      .filter(({ type }) => type !== 'ResearchStudy' && TRIAL_TYPES.some((one) => one === type));
    wave = [...new Map(parts.map((one) => [placeOf(one), one])).values()].filter(
      (one) => !found.has(placeOf(one)),
    );
  }
  const order = new Map<string, number>(TRIAL_TYPES.map((type, at) => [type, at]));
  return [...found.values()].sort(
    (a, b) => order.get(a.type)! - order.get(b.type)! || (a.id < b.id ? -1 : 1),
  );
};
