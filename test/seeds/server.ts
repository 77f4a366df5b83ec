import { startServer as startProcess } from '../running-server.ts';
import { type Client, createClient } from './client.ts';

/** The real server on an empty database in memory, until it is closed. */
export const startServer = async (): Promise<{ client: Client; close: () => Promise<void> }> => {
  const { base, stop } = await startProcess();
  return { client: createClient(base), close: stop };
};
