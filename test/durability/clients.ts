import { type Random, random } from '../random.ts';
import { type Record, recordingClient } from './recording-client.ts';

/** How many clients there are, and how many resources, pairs of them and conditions they share. */
const CLIENTS = 6;
const SHARED = { resources: 6, pairs: 3, conditions: 5 };

/** Clients that change and read the same resources, all at once. */
export interface Clients {
  /** Complete once they have ended. */
  readonly record: Record;
  /** Resolves when each has had an answer, or none. */
  readonly answered: Promise<unknown>;
  /** Has them end, and waits for it. */
  readonly end: () => Promise<void>;
}

type Client = ReturnType<typeof recordingClient>;

/** One thing that a client does, whatever the others do. */
const step = async (client: Client, name: string, token: string, { below }: Random): Promise<unknown> => {
  const id = `${name}-${below(SHARED.resources)}`;
  const pair = below(SHARED.pairs);
  const halves = [`${name}-pair-${pair}-a`, `${name}-pair-${pair}-b`];
  const steps = [
    () => client.create(token),
    () => client.createUnder(`${name}-condition-${below(SHARED.conditions)}`, token),
    () => client.update(id, token),
    async () => {
      const current = await client.read(id);
      if (current?.token !== undefined) await client.updateVersion(id, token, current.versionId);
    },
    () => client.transact(halves, token),
    () => client.transact(halves.toReversed(), token),
    () => client.search(halves),
    () => client.remove(id, token),
  ];
  return steps[below(steps.length)]?.();
};

/**
 * Starts clients of the servers at `bases`, which have one database; all that they write begins with a name that nobody
 * else uses, and a seed tells what they do.
 */
export const startClients = (bases: readonly string[], name: string, seed: string): Clients => {
  const record: Record = { changes: [], readings: [], faults: [], expectsLoss: false };
  let ends = false;
  const all = Array.from({ length: CLIENTS }, (_, number) => {
    const client = recordingClient(bases[number % bases.length] ?? '', record);
    const choices = random(`${seed} ${name} ${number}`);
    const next = (at: number) => step(client, name, `${name}-${number}-${at}`, choices);
    const first = next(0);
    const rest = async (): Promise<void> => {
      await first;
      for (let at = 1; !ends; at += 1) await next(at);
    };
    return { first, rest: rest() };
  });
  return {
    record,
    answered: Promise.all(all.map(({ first }) => first)),
    end: async () => {
      ends = true;
      await Promise.all(all.map(({ rest }) => rest));
    },
  };
};
