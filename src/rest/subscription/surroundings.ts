import { permittedStore } from '../../security/permitted-store.ts';
import type { Surroundings } from '../../subscription/surroundings.ts';
import { parsedSearch } from '../parsed-search.ts';
import { permissionsFor } from '../permissions-for.ts';
import type { Service } from '../service.ts';
import { R5 } from '../version/r5.ts';

/** What subscriptions are followed and told with by a service, as its clients know it. */
export const subscriptionSurroundings = (service: Service): Surroundings => {
  const { store, now, baseUrl, security, subscriptionTargets = new Set() } = service;
  const base = `${baseUrl}/fhir`;
  return {
    store,
    base,
    now,
    targets: subscriptionTargets,
    reading: async (type, query) => {
      const parsed = await parsedSearch({ type, query, base, fhirVersion: R5 }, service, false);
      return 'failure' in parsed ? parsed.issues : parsed.request;
    },
    viewOf: async (principal) => {
      if (security === undefined) return { visible: undefined, store };
      // Of whom nobody knows who it is, nothing is known that it may see.
      const known = principal ?? { subject: '', issuer: '', scopes: [] };
      const permissions = permissionsFor(known, base, service);
      return { visible: await permissions.visible('r'), store: permittedStore(store, permissions, 'r') };
    },
    logError: (error, what) => service.logError(error, what, ''),
  };
};
