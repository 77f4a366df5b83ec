import type { Bundle, CapabilityStatement, Resource } from 'fhir/r4.js';
import { exactValue } from '../../../src/fhir/exact-tree.ts';
import { startServer } from '../../running-server.ts';
import type { Told } from './views.ts';

/** How many resources a page has; the first page of each type is told of as a Bundle. */
const ON_PAGE = 100;

/**
 * Everything a server serves in R4 after loading documents: what it says of itself, a page of a search and of the history
 * of every type, every resource, and an OperationOutcome.
 */
export const servedInR4 = async (documents: readonly string[]): Promise<readonly Told[]> => {
  const { base, stop } = await startServer('--load', ...documents);
  const root = base.replace(/fhir$/, 'r4');
  const told: Told[] = [];
  const get = async (address: string): Promise<string> => {
    const response = await fetch(new URL(address, `${root}/`));
    return response.text();
  };
  const keep = async (address: string): Promise<Bundle> => {
    const text = await get(address);
    told.push({ source: `GET ${address}`, text });
    return JSON.parse(text) as Bundle;
  };
  try {
    const capability = JSON.parse(await get('metadata')) as CapabilityStatement;
    for (const mode of ['full', 'normative']) await keep(`metadata?mode=${mode}`);
    for (const { type } of capability.rest?.[0]?.resource ?? []) {
      await keep(`${type}/_history?_count=3`);
      await keep(`${type}?_count=3`);
      let next: string | undefined = `${type}?_count=${ON_PAGE}`;
      while (next !== undefined) {
        const page = exactValue(await get(next)) as Bundle;
        const found = (page.entry ?? []).filter(({ search }) => search?.mode === 'match');
        for (const { resource } of found as readonly { readonly resource: Resource }[])
          told.push({ source: `GET ${type}/${resource.id}`, text: JSON.stringify(resource) });
        next = page.link?.find(({ relation }) => relation === 'next')?.url;
      }
    }
    await keep('ResearchStudy/no-such-study');
    return told;
  } finally {
    await stop();
  }
};
