import type { FhirResource } from 'fhir/r5.js';
import type { Content } from '../../fhir/content.ts';
import type { Pair } from '../../fhir/search/pair.ts';
import type { SearchValue } from '../../fhir/search/search-request.ts';
import type { Store, Version } from '../../store/store.ts';
import type { Material } from '../../synthesis/material.ts';
import type { Body } from '../body.ts';
import { type Failure, fail } from '../error.ts';
import { parsedSearch } from '../parsed-search.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { entriesOf, type Item, storedItem } from './item.ts';
import { having, referred } from './study.ts';

/** So much evidence is no longer of one outcome, and would take its time. */
const MOST_EVIDENCE = 1000;

const AT_ONCE = 200;

/** What is to be known of evidence beside itself. */
const AROUND = [
  'ArtifactAssessment',
  'Citation',
  'EvidenceReport',
  'EvidenceVariable',
  'Group',
  'ResearchStudy',
];

const placeOf = ({ type, id }: Pick<Version, 'type' | 'id'>): string => `${type}/${id}`;

/** All Evidence that a search in a URL finds. */
const found = async (
  search: string,
  { base, fhirVersion }: Request,
  service: Service,
): Promise<readonly Version[] | Failure> => {
  const query = [...new URLSearchParams(search.replace(/^(?:Evidence)?\?/, ''))].map(
    ([name, value]): Pair => [name, value],
  );
  const parsed = await parsedSearch({ type: 'Evidence', query, base, fhirVersion }, service, false);
  if ('failure' in parsed) return parsed;
  const versions: Version[] = [];
  let page: string | undefined;
  do {
    const { matches, next } = await service.store.search({
      ...parsed.request,
      count: AT_ONCE,
      total: 'none',
      ...(page !== undefined && { page }),
    });
    versions.push(...matches);
    if (versions.length > MOST_EVIDENCE)
      return fail(
        'malformed',
        'too-costly',
        `The search finds more than ${MOST_EVIDENCE} Evidence; it is to find that of one outcome`,
      );
    page = next;
  } while (page !== undefined);
  return versions;
};

/** What is stored that tells of resources: what they refer to, reports that list them, assessments of them. */
const storedAround = async (store: Store, resources: readonly Content[]): Promise<readonly Version[]> => {
  const known = new Map<string, Version>();
  for (let wave = resources.map(({ value }) => value); wave.length > 0; ) {
    const values = wave.flatMap(({ resourceType, id }): SearchValue[] =>
      resourceType === 'Evidence' && id !== undefined
        ? [{ type: 'reference', resource: resourceType, id }]
        : [],
    );
    const next = await Promise.all([
      referred(store, wave),
      having(store, 'EvidenceReport', 'entry', values),
      having(store, 'ArtifactAssessment', 'artifact', values),
    ]);
    const fresh = next.flat().filter((one) => AROUND.includes(one.type) && !known.has(placeOf(one)));
    for (const one of fresh) known.set(placeOf(one), one);
    wave = fresh.map(({ text }) => JSON.parse(text) as FhirResource);
  }
  return [...known.values()];
};

/** The evidence that is to be pooled, found by a search or sent, with what tells of it. */
export const poolMaterial = async (
  search: string | undefined,
  sent: Body | undefined,
  request: Request,
  service: Service,
): Promise<Material | Failure> => {
  const versions = search === undefined ? [] : await found(search, request, service);
  if ('failure' in versions) return versions;
  const own = sent === undefined ? [] : entriesOf(sent.content);
  const isEvidence = ({ content: { value } }: Item): boolean => value.resourceType === 'Evidence';
  const evidence = [...versions.map(storedItem), ...own.filter(isEvidence)];
  const stored = await storedAround(service.store, [
    ...evidence.map(({ content }) => content),
    ...own.map(({ content }) => content),
  ]);
  // What was sent stands before what is stored under the same name.
  return { evidence, around: [...stored.map(storedItem), ...own.filter((one) => !isEvidence(one))] };
};
