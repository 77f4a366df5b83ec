import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgresql } from '../postgresql/server.ts';

/** A database of a trial's own, which keeps what it is told to keep. */
export interface DurableDatabase {
  readonly url: string;
  /** Ends its server at once, as if the machine had, and starts it again; absent where it has none. */
  readonly crash?: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** How many servers write to one database of each engine. */
export const SERVERS = { sqlite: 1, postgresql: 2 } as const;

/** A kind of database. */
export type EngineName = keyof typeof SERVERS;

/** Whether something names an engine. */
export const isEngineName = (text: string): text is EngineName => text in SERVERS;

const sqlite = async (): Promise<DurableDatabase> => {
  const folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
  return {
    url: `sqlite:${join(folder, 'store.sqlite')}`,
    remove: async () => rmSync(folder, { recursive: true }),
  };
};

const postgresql = async (): Promise<DurableDatabase> => {
  const { url, crash, stop } = await startPostgresql('on');
  return { url, crash, remove: stop };
};

/** Makes a database. */
export const DURABLE: { readonly [N in EngineName]: () => Promise<DurableDatabase> } = { sqlite, postgresql };
