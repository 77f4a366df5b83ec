import type { Bundle, Organization } from 'fhir/r5.js';
import type { Stored } from './recorded.ts';

/** All versions of Organizations that a server has, from a FHIR instant on: https://hl7.org/fhir/R5/http.html#history */
export const storedVersions = async (base: string, since: string): Promise<readonly Stored[]> => {
  const found: Stored[] = [];
  let url: string | undefined = `${base}/Organization/_history?_count=1000&_since=${since}`;
  while (url !== undefined) {
    const answer: Response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    if (answer.status !== 200) throw new Error(`the history cannot be read: ${await answer.text()}`);
    const { entry = [], link = [] } = (await answer.json()) as Bundle<Organization>;
    for (const { resource, response } of entry) {
      const [type = '', id = '', , versionId] = new URL(response?.location ?? '').pathname
        .split('/')
        .slice(2);
      found.push({
        place: `${type}/${id}`,
        versionId: Number(versionId),
        ...(resource?.name !== undefined && { token: resource.name }),
        lastUpdated: response?.lastModified ?? '',
      });
    }
    url = link.find(({ relation }) => relation === 'next')?.url;
  }
  return found;
};
