import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { CapabilityStatement } from 'fhir/r5.js';
import type { Target } from './load.ts';

/** A server that was started to be measured. */
export interface Server extends Target {
  readonly name: string;
  /** What it says it is, and the database that is not part of it. */
  readonly software: readonly string[];
  /** Milliseconds from its first start to its first answer. */
  readonly start: number;
  /** Starts it anew on what it has stored; resolves to the milliseconds to its first answer. */
  restart(): Promise<number>;
  /** The bytes that its database takes on the disk. */
  readonly disk: () => number | Promise<number>;
  stop(): Promise<void>;
}

/** The longest a server runs if nobody stops it, in seconds. */
const LIFETIME = 7200;

/** How long a server may take until it answers, in milliseconds: HAPI defines its tables first. */
const PATIENCE = 900_000;

/** What a server that answers says it is: https://hl7.org/fhir/R5/capabilitystatement.html */
const softwareAt = async (base: string): Promise<string | undefined> => {
  try {
    const response = await fetch(`${base}/metadata`, { headers: { accept: 'application/fhir+json' } });
    const { software } = (await response.json()) as CapabilityStatement;
    return response.ok ? `${software?.name} ${software?.version}` : undefined;
  } catch {
    return undefined;
  }
};

const stop = async (server: ChildProcess): Promise<void> => {
  if (server.exitCode !== null) return;
  const exit = once(server, 'exit');
  // `timeout` passes it on.
  server.kill('SIGTERM');
  await exit;
};

/** Starts a program that serves FHIR at `base`, and waits for its first answer. */
export const started = async (
  command: readonly string[],
  base: string,
): Promise<{
  readonly process: number;
  readonly software: string;
  readonly start: number;
  stop(): Promise<void>;
}> => {
  const begun = performance.now();
  const server = spawn('timeout', [String(LIFETIME), ...command], { stdio: ['ignore', 'ignore', 'pipe'] });
  let log = '';
  server.stderr.on('data', (part) => {
    log = (log + part).slice(-4000);
  });
  for (;;) {
    const software = await softwareAt(base);
    const start = performance.now() - begun;
    if (software !== undefined)
      return { process: server.pid ?? 0, software, start, stop: () => stop(server) };
    if (server.exitCode === null && start < PATIENCE) await delay(20);
    else {
      await stop(server);
      throw new Error(`${command[0]} does not serve at ${base}:\n${log}`);
    }
  }
};
