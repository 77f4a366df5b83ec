import type { Client } from './client.ts';
import { addressOf, only } from './select.ts';
import type { ResourceType, Served } from './written.ts';

/** All that a server serves of a study, found from the study by following references. */
export interface ServedTrial {
  readonly study: Served<'ResearchStudy'>;
  readonly resources: readonly Served[];
  readonly all: <T extends ResourceType>(type: T) => readonly Served<T>[];
  /** The only resource of its type. */
  readonly one: <T extends ResourceType>(type: T) => Served<T>;
  /** What a reference leads to. */
  readonly follow: <T extends ResourceType>(
    type: T,
    reference: { reference?: string | undefined } | undefined,
  ) => Served<T>;
  /** What a canonical URL leads to. */
  readonly defined: <T extends ResourceType>(type: T, url: string | undefined) => Served<T>;
}

const unversioned = (reference: string): string => reference.replace(/\/_history\/.*$/, '');

/** All strings under a key, at any depth. */
const valuesOf = (key: string, value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) =>
    name === key && typeof one === 'string' ? [one] : valuesOf(key, one),
  );
};

/** Reads a study, by its address, and everything that references and canonical URLs lead to, by GET. */
export const readTrial = async (client: Client, address: string): Promise<ServedTrial> => {
  const study = (await client.read(address)) as Served<'ResearchStudy'>;
  const provenance = await client.search('Provenance', { target: addressOf(study) });
  const read = new Map<string, Served>();
  const visit = async (resource: Served): Promise<void> => {
    const address = addressOf(resource);
    if (read.has(address)) return;
    read.set(address, resource);
    // A Provenance targets everything; what cannot be reached from the study must not be found through it.
    const leads =
      resource.resourceType === 'Provenance' ? { agent: resource.agent, entity: resource.entity } : resource;
    for (const reference of valuesOf('reference', leads).map(unversioned))
      if (!read.has(reference)) await visit(await client.read(reference));
    for (const url of valuesOf('definitionCanonical', resource))
      await visit(only(await client.search('ActivityDefinition', { url }), url));
  };
  for (const start of [study, ...provenance]) await visit(start);

  const resources = [...read.values()];
  const all = <T extends ResourceType>(type: T): readonly Served<T>[] =>
    resources.filter((one) => one.resourceType === type) as unknown as readonly Served<T>[];
  return {
    study,
    resources,
    all,
    one: (type) => only(all(type), type),
    follow: (type, reference) =>
      only(
        all(type).filter((one) => addressOf(one) === reference?.reference),
        `${type} ${reference?.reference}`,
      ),
    defined: (type, url) =>
      only(
        all(type).filter((one) => 'url' in one && one.url === url),
        `${type} ${url}`,
      ),
  };
};
