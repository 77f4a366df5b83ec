import { setTimeout as delay } from 'node:timers/promises';

/** What clients saw who wrote, and read from another server what they had written. */
export interface Seen {
  /** Ids whose writing was acknowledged, in that order. */
  readonly acknowledged: string[];
  /** Ids that were not there when they were read after that, with the status. */
  readonly missed: string[];
  /** How many answers said that the service is unavailable for now. */
  unavailable: number;
  /** Any other answer than is expected. */
  readonly strange: string[];
  /** When the last write was acknowledged, in milliseconds. */
  last: number;
  /** The longest time between two acknowledged writes, in milliseconds. */
  outage: number;
}

/** Bounds a request that nobody answers, in milliseconds. */
const PATIENCE = 20_000;

const UNAVAILABLE = 503;

/** Writes organisations to the servers in turn until told to stop, and reads each from the next server. */
export const work = async (
  bases: readonly string[],
  clients: number,
  stopped: AbortSignal,
): Promise<Seen> => {
  const seen: Seen = {
    acknowledged: [],
    missed: [],
    unavailable: 0,
    strange: [],
    last: Date.now(),
    outage: 0,
  };
  const send = async (url: string, init: RequestInit): Promise<number> => {
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE) });
      await response.arrayBuffer();
      return response.status;
    } catch (error) {
      seen.strange.push(`${init.method ?? 'GET'} ${url}: ${error}`);
      return 0;
    }
  };
  const client = async (name: string): Promise<void> => {
    for (let n = 0; !stopped.aborted; n += 1) {
      const id = `${name}-${n}`;
      const [one, other] = [bases[n % bases.length], bases[(n + 1) % bases.length]];
      const body = JSON.stringify({ resourceType: 'Organization', id, name: id });
      const headers = { 'Content-Type': 'application/fhir+json', Prefer: 'return=minimal' };
      const written = await send(`${one}/Organization/${id}`, { method: 'PUT', headers, body });
      if (written === 200 || written === 201) {
        const now = Date.now();
        seen.outage = Math.max(seen.outage, now - seen.last);
        seen.last = now;
        seen.acknowledged.push(id);
        const read = await send(`${other}/Organization/${id}`, {});
        if (read === UNAVAILABLE) seen.unavailable += 1;
        else if (read !== 200) seen.missed.push(`${id} (${read})`);
      } else if (written === UNAVAILABLE) {
        seen.unavailable += 1;
        await delay(100);
      } else seen.strange.push(`PUT ${id}: ${written}`);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, n) => client(`c${n}`)));
  return seen;
};
