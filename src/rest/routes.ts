import { guarded } from './guarded.ts';
import { bundle } from './interaction/bundle/bundle.ts';
import { createMatcher } from './match.ts';
import { RETURN } from './prefer.ts';
import type { Route } from './route.ts';
import { binaryRoutes } from './routes/binary.ts';
import { instanceRoutes } from './routes/instance.ts';
import { laterRoutes } from './routes/later.ts';
import { CHANGING, fhir, ok, required } from './routes/media.ts';
import { operationRoutes } from './routes/operation.ts';
import { pageRoutes } from './routes/page.ts';
import { capabilitiesRoute, systemRoutes } from './routes/system.ts';
import { typeRoutes } from './routes/type.ts';

const all: readonly Route[] = [
  ...pageRoutes,
  capabilitiesRoute(() => routes),
  {
    name: 'batch',
    method: 'POST',
    path: '/fhir',
    interaction: 'batch',
    summary: 'A batch or a transaction',
    headers: [RETURN],
    body: required(fhir('Bundle')),
    answers: ok('What came of each entry', 'Bundle'),
    failures: [...CHANGING, 'not-found', 'gone', 'method-not-allowed'],
    handler: (request, service) => bundle(request, service, match),
  },
  ...systemRoutes,
  ...laterRoutes,
  ...operationRoutes,
  ...binaryRoutes,
  ...typeRoutes,
  ...instanceRoutes,
];

/** Everything that is served, to each client what it may have. */
export const routes: readonly Route[] = all.map(guarded);

/** Finds the route of a method and a path. */
export const match = createMatcher(routes);
