import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import express, { type Request, type Router } from 'express';
import { match } from './routes.ts';
import { R5 } from './version/r5.ts';

const NOT_BUILT = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Trialbridge</title></head>
<body>
<h1>Trialbridge</h1>
<p>The server runs, but its workbench is not built. Run <code>npm run build:ui</code> and load this page again.</p>
<p>FHIR is served all the same: see <a href="/fhir/metadata?_pretty=true">what the server can do</a>
and <a href="/openapi.json">the interface for code generators</a>.</p>
</body>
</html>
`;

/** Whether a person asks for a page: any path that is nothing else, as the workbench finds its own way. */
const isPage = ({ method, path, headers }: Request): boolean =>
  (method === 'GET' || method === 'HEAD') &&
  (path === '/' ||
    (headers.accept?.includes('text/html') === true &&
      !/^\/(?:fhir|r[45]|assets)(?:\/|$)/.test(path) &&
      'failure' in match(R5, 'GET', path)));

/**
 * Serves the workbench as it was built into a folder; its assets have their hash in their name. It is no router of its
 * own: what leaves one unanswered waits for the next turn of the event loop.
 */
export const addWorkbench = (router: Router, folder: string): void => {
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), {
      immutable: true,
      maxAge: '1y',
      index: false,
      redirect: false,
    }),
  );
  router.use(async (request, response, next) => {
    if (!isPage(request)) return next();
    const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => NOT_BUILT);
    response.vary('Accept').set('Cache-Control', 'no-cache').type('html').send(page);
  });
};
