import { once } from 'node:events';
import type { Server } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';

/** How long requests may still run, in milliseconds, when the server has been told to stop. */
const GRACE = 5000;

/** A server, and what it has to do before the store may be closed. */
export interface Serving {
  readonly server: Server;
  /** Aborted once it has been told to stop. */
  readonly stopping: AbortController;
  readonly finish: () => Promise<void>;
}

/**
 * Waits for SIGTERM or SIGINT, then for as long as those who send requests need to hear of it, in seconds, then for
 * running requests, but not for long.
 */
export const untilStopped = async ({ server, stopping, finish }: Serving, delay: number): Promise<void> => {
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  stopping.abort();
  await after(delay * 1000);
  server.close();
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE);
  await once(server, 'close');
  clearTimeout(timer);
  await finish();
};
