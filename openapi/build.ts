import { writeFileSync } from 'node:fs';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { openApiDocument } from './document.ts';

const document = openApiDocument();
const types = astToString(await openapiTypescript(JSON.stringify(document), { alphabetize: true }));

writeFileSync(new URL('openapi.json', import.meta.url), `${JSON.stringify(document, null, 2)}\n`);
writeFileSync(new URL('types.d.ts', import.meta.url), types);
