import { writeFileSync } from 'node:fs';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { openApiDocument } from './document.ts';

const document = openApiDocument();
// Nobody needs the types of a HEAD, which has no body.
const typed = {
  ...document,
  paths: Object.fromEntries(
    Object.entries(document.paths).map(([path, { head: _, ...methods }]) => [path, methods]),
  ),
};
const types = astToString(await openapiTypescript(JSON.stringify(typed), { alphabetize: true }));

writeFileSync(new URL('openapi.json', import.meta.url), `${JSON.stringify(document, null, 2)}\n`);
writeFileSync(new URL('types.d.ts', import.meta.url), types);
