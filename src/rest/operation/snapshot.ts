import type { StructureDefinition } from 'fhir/r5.js';
import { baseDefinition } from '../../fhir/base-definition.ts';
import type { Issue } from '../../fhir/issue.ts';
import { baseSnapshot } from '../../snapshot/base-snapshot.ts';
import { snapshot as made } from '../../snapshot/snapshot.ts';
import { storedCanonical } from '../../store/canonical.ts';
import type { Store } from '../../store/store.ts';
import { ANYONE, FINDER } from '../access.ts';
import { fail } from '../error.ts';
import { resourceAnswer } from './answers.ts';
import { operation } from './operation.ts';
import { subject } from './stored.ts';

const storedDefinition = async (
  store: Store,
  canonical: string,
): Promise<StructureDefinition | undefined> => {
  const [url = '', version] = canonical.split('|');
  const found = await storedCanonical(store, 'StructureDefinition', url, version);
  return found?.resourceType === 'StructureDefinition' ? found : undefined;
};

/** Makes the snapshot; stored definitions that it turns out to need are looked up, and it is made again with them. */
const withStored = async (
  definition: StructureDefinition,
  store: Store,
): Promise<StructureDefinition | readonly Issue[]> => {
  const stored = new Map<string, StructureDefinition | undefined>();
  for (;;) {
    const missing = new Set<string>();
    const result = made(definition, (url) => {
      const known = baseSnapshot(url) ?? stored.get(url);
      if (known === undefined && !stored.has(url)) missing.add(url);
      return known;
    });
    if (missing.size === 0) return result;
    for (const url of missing) stored.set(url, await storedDefinition(store, url));
  }
};

/** A profile or type with all its elements: https://hl7.org/fhir/R5/structuredefinition-operation-snapshot.html */
export const snapshot = operation({
  code: 'snapshot',
  definition: 'http://hl7.org/fhir/OperationDefinition/StructureDefinition-snapshot',
  summary: 'Make the snapshot of a definition from its differential',
  levels: { type: ANYONE, instance: FINDER },
  byGet: [],
  types: ['StructureDefinition'],
  output: 'StructureDefinition',
  failures: ['not-found', 'gone', 'invalid'],
  inputs: {
    definition: { type: 'StructureDefinition', description: 'The definition itself', levels: ['type'] },
    url: { type: 'string', description: 'Canonical URL of the definition', levels: ['type'] },
  },
  run: async ({ definition: sent, url }, request, service) => {
    const definition = await subject<StructureDefinition>(sent, request, service);
    if ('failure' in definition) return definition;
    const { resource } = definition;
    if (resource === undefined && url === undefined)
      return fail('malformed', 'required', 'A definition is to be given: definition or url');
    const wanted = resource ?? (await storedDefinition(service.store, url!)) ?? baseDefinition(url!);
    if (wanted === undefined)
      return fail('not-found', 'not-found', `The definition ${url} is not known here`);
    const complete = await withStored(wanted, service.store);
    return 'resourceType' in complete ? resourceAnswer(complete) : { failure: 'invalid', issues: complete };
  },
});
