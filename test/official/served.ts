import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle, CapabilityStatement } from 'fhir/r5.js';
import { startServer } from '../running-server.ts';

/** What a server answered, as it was sent. */
export interface Served {
  /** The request, such as `GET /fhir/Evidence/x`. */
  readonly request: string;
  readonly text: string;
}

const files = (path: string): string[] =>
  statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => files(join(path, name))) : [path];

const FHIR = { accept: 'application/fhir+json' };

/**
 * Everything a server serves after loading documents: its CapabilityStatement, every page of a search of every type,
 * every resource on its own, what `$ingest` answers to each document, and an OperationOutcome.
 */
export const everythingServed = async (documents: readonly string[]): Promise<readonly Served[]> => {
  const { base, stop } = await startServer('--load', ...documents);
  const served: Served[] = [];
  const keep = async (request: string, response: Response): Promise<string> => {
    const text = await response.text();
    served.push({ request, text });
    return text;
  };
  const get = async (path: string): Promise<string> => {
    const url = new URL(path, `${base}/`);
    return keep(`GET ${url.pathname}${url.search}`, await fetch(url, { headers: FHIR }));
  };
  try {
    const capability: CapabilityStatement = JSON.parse(await get('metadata'));
    for (const { type } of capability.rest?.[0]?.resource ?? []) {
      let page: string | undefined = `${type}?_count=50`;
      while (page !== undefined) {
        const bundle = JSON.parse(await get(page)) as Bundle;
        for (const { resource } of bundle.entry ?? []) await get(`${type}/${resource?.id}`);
        page = bundle.link?.find(({ relation }) => relation === 'next')?.url;
      }
    }
    for (const file of documents.flatMap(files)) {
      const headers = { ...FHIR, 'content-type': 'text/plain' };
      const body = readFileSync(file);
      await keep(
        `POST /fhir/$ingest ${file}`,
        await fetch(`${base}/$ingest`, { method: 'POST', headers, body }),
      );
    }
    await get('ResearchStudy/no-such-study');
    return served;
  } finally {
    await stop();
  }
};
