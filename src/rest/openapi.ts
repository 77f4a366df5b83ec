import { readFile } from 'node:fs/promises';
import type { Handler } from './request.ts';

const DOCUMENT = new URL('../../openapi/openapi.json', import.meta.url);

/** The OpenAPI document of this interface, as it is generated from the routes. */
export const openapi: Handler = async () => ({
  status: 200,
  mediaType: 'application/json',
  body: await readFile(DOCUMENT, 'utf8'),
});
