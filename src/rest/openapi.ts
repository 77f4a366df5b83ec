import { readFile } from 'node:fs/promises';
import { digest } from '../store/digest.ts';
import { namesTag } from './precondition.ts';
import type { Handler } from './request.ts';

const DOCUMENT = new URL('../../openapi/openapi.json', import.meta.url);

interface Document {
  readonly text: string;
  readonly tag: string;
}

let read: Promise<Document> | undefined;

const readOnce = (): Promise<Document> => {
  read ??= readFile(DOCUMENT, 'utf8').then((text) => ({ text, tag: digest(text).slice(0, 16) }));
  return read;
};

/** The OpenAPI document of this interface, as it is generated from the routes. */
export const openapi: Handler = async ({ header }) => {
  const { text, tag } = await readOnce();
  const headers = { ETag: `"${tag}"` };
  return namesTag(header('if-none-match') ?? '', tag)
    ? { status: 304, headers }
    : { status: 200, headers, mediaType: 'application/json', body: text };
};
