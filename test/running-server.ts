import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(import.meta.dirname, '../bin/trialbridge.js');

/** The server as a process of its own. */
export interface RunningServer {
  /** The address of its FHIR interface. */
  readonly base: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
  /** Ends it as it stands, by SIGKILL. */
  readonly kill: () => Promise<void>;
}

/**
 * Starts the real server on a free loopback port and an empty database in memory, with further options of `serve`.
 * It ends by itself after ten minutes. Throws if it does not start.
 */
export const startServer = async (...options: readonly string[]): Promise<RunningServer> => {
  const server = spawn(
    process.execPath,
    [MAIN, 'serve', '--port', '0', '--database', 'sqlite::memory:', '--log-level', 'warn', ...options],
    { stdio: ['ignore', 'pipe', 'inherit'], timeout: 10 * 60_000 },
  );
  const ended = once(server, 'close');
  for await (const line of createInterface({ input: server.stdout })) {
    const address = /http:\/\/\S+/.exec(line)?.[0];
    if (address === undefined) continue;
    // What it writes from now on must not fill the pipe.
    server.stdout.resume();
    const end = async (signal: NodeJS.Signals): Promise<void> => {
      server.kill(signal);
      await ended;
    };
    return {
      base: `${new URL(address).origin}/fhir`,
      pid: server.pid ?? 0,
      stop: () => end('SIGTERM'),
      kill: () => end('SIGKILL'),
    };
  }
  throw new Error('the server ended before it served');
};
