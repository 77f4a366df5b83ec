import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle, CapabilityStatement } from 'fhir/r5.js';
import { MODELS } from '../../src/synthesis/pool.ts';
import { startServer } from '../running-server.ts';
import { BCG } from '../synthesis/bcg.ts';
import { record, twoGroups } from '../synthesis/records.ts';

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
 * every resource on its own, the check of all Evidence, what `$ingest` answers to each document, what three records of a
 * registry give when they are pooled by each model, and an OperationOutcome.
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
    const ingest = async (name: string, contentType: string, body: Buffer | string): Promise<void> => {
      const headers = { ...FHIR, 'content-type': contentType };
      const response = await fetch(`${base}/$ingest`, { method: 'POST', headers, body });
      await keep(`POST /fhir/$ingest ${name}`, response);
    };
    for (const [at, { exposure, reference }] of BCG.slice(0, 3).entries()) {
      const groups = twoGroups(exposure.events, exposure.size, reference.events, reference.size);
      const text = record({ number: at + 1, title: 'Tuberculosis', groups });
      await ingest(`study ${at + 1} of tuberculosis`, 'application/json', text);
    }
    const capability: CapabilityStatement = JSON.parse(await get('metadata'));
    for (const { type } of capability.rest?.[0]?.resource ?? []) {
      let page: string | undefined = `${type}?_count=50`;
      while (page !== undefined) {
        const bundle = JSON.parse(await get(page)) as Bundle;
        for (const { resource } of bundle.entry ?? []) {
          await get(`${type}/${resource?.id}`);
          if (type === 'Evidence') await get(`${type}/${resource?.id}/$check`);
        }
        page = bundle.link?.find(({ relation }) => relation === 'next')?.url;
      }
    }
    for (const file of documents.flatMap(files)) await ingest(file, 'text/plain', readFileSync(file));
    for (const model of MODELS) {
      const effect = model === 'fixed-peto' ? 'OR' : 'RR';
      await get(`Evidence/$pool?search=title:contains%3Dtuberculosis&effect=${effect}&model=${model}`);
    }
    await get('ResearchStudy/no-such-study');
    return served;
  } finally {
    await stop();
  }
};
