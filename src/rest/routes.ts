import { guarded } from './guarded.ts';
import { bundle } from './interaction/bundle/bundle.ts';
import { createMatcher, type Matcher } from './match.ts';
import { RETURN } from './prefer.ts';
import type { Route } from './route.ts';
import { binaryRoutes } from './routes/binary.ts';
import { bulkRoutes } from './routes/bulk.ts';
import { instanceRoutes } from './routes/instance.ts';
import { laterRoutes } from './routes/later.ts';
import { CHANGING, fhir, ok, PROVENANCE, required } from './routes/media.ts';
import { operationRoutes } from './routes/operation.ts';
import { pageRoutes } from './routes/page.ts';
import { capabilitiesRoute, systemRoutes } from './routes/system.ts';
import { typeRoutes } from './routes/type.ts';
import type { Service } from './service.ts';

/** What a service serves, to each client what it may have, and what finds the route of a method and a path. */
export const servedBy = (
  service: Pick<Service, 'allowsPurge'>,
): { readonly routes: readonly Route[]; readonly match: Matcher } => {
  const batch: Route = {
    name: 'batch',
    method: 'POST',
    path: '/fhir',
    interaction: 'batch',
    summary: 'A batch or a transaction',
    headers: [RETURN, PROVENANCE],
    body: required(fhir('Bundle')),
    answers: ok('What came of each entry', 'Bundle'),
    failures: [...CHANGING, 'not-found', 'gone', 'method-not-allowed'],
    handler: (request, one) => bundle(request, one, match),
  };
  const all: readonly Route[] = [
    ...pageRoutes,
    capabilitiesRoute(() => routes),
    batch,
    ...systemRoutes,
    ...laterRoutes,
    ...bulkRoutes,
    ...operationRoutes,
    ...binaryRoutes,
    ...typeRoutes,
    ...instanceRoutes,
  ];
  const routes: readonly Route[] = all
    .filter(({ onlyIf }) => onlyIf === undefined || service[onlyIf])
    .map(guarded);
  const match = createMatcher(routes);
  return { routes, match };
};

/** Everything that can be served, and the same of it. */
export const { routes, match } = servedBy({ allowsPurge: true });
