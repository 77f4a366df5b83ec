import type { DocumentReference, Provenance } from 'fhir/r5.js';
import { structureDefinition } from '../fhir/canonical.ts';
import { indexKey } from '../fhir/search/search-parameter.ts';
import { searchOf } from '../fhir/search/search-request.ts';
import type { Store, Version } from '../store/store.ts';

/** A reading of a document that made versions of resources, as its Provenance tells. */
export interface Reading {
  /** Id of the DocumentReference. */
  readonly document: string;
  /** What the document is a copy of. */
  readonly source: string;
  /** Whether a newer copy of the same has been read since. */
  readonly superseded: boolean;
  /** The versions that say what the document says, by `Type/id`. */
  readonly told: ReadonlyMap<string, number>;
}

const HASHES = 'urn:ietf:rfc:3986';

/** What a document is a copy of: the number of the record or paper; of a page without one, the page itself. */
export const sourceOf = ({ id = '', identifier = [] }: DocumentReference): string => {
  const named = identifier.find(({ system }) => system !== HASHES);
  return named === undefined ? id : `${named.system}|${named.value}`;
};

const VERSIONED = /^([A-Z]\w+\/[^/]+)\/_history\/(\d+)$/;

const toldIn = ({ target }: Provenance): ReadonlyMap<string, number> =>
  new Map(
    target.flatMap(({ reference = '' }) => {
      const [, place, version] = VERSIONED.exec(reference) ?? [];
      return place === undefined ? [] : [[place, Number(version)] as const];
    }),
  );

const readingOf = async (store: Store, { text }: Version): Promise<readonly Reading[]> => {
  const provenance = JSON.parse(text) as Provenance;
  if (!provenance.meta?.profile?.includes(structureDefinition('reading-provenance'))) return [];
  const document = provenance.entity?.[0]?.what.reference?.replace('DocumentReference/', '') ?? '';
  const found = await store.read('DocumentReference', document);
  if (found === undefined || found.deleted) return [];
  const reference = JSON.parse(found.text) as DocumentReference;
  const superseded = reference.status === 'superseded';
  return [{ document, source: sourceOf(reference), superseded, told: toldIn(provenance) }];
};

/** All that was read of a study, or of a publication that reports none, so far, in the order of the documents' sources. */
export const readingsOf = async (store: Store, study: string): Promise<readonly Reading[]> => {
  const parameter = indexKey({ base: 'Provenance', code: 'target' });
  const anyOf = ['ResearchStudy', 'Citation'].map((resource) => ({
    type: 'reference' as const,
    resource,
    id: study,
  }));
  const { matches } = await store.search(searchOf(['Provenance'], { kind: 'value', parameter, anyOf }, 1000));
  const readings = await Promise.all(matches.map((match) => readingOf(store, match)));
  return readings.flat();
};
