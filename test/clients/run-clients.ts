import { type SpawnSyncOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startServer } from '../running-server.ts';

/** How long, in milliseconds, an installation and a client program may take. */
const INSTALLATION = 10 * 60_000;
const PROGRAM = 5 * 60_000;

/** A program that drives a FHIR client; the address of the server is its last argument. */
export interface ClientProgram {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** Runs a step of an installation. Throws if it fails. */
export const install = (command: string, args: readonly string[], options?: SpawnSyncOptions): void => {
  const { status, error } = spawnSync(command, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: INSTALLATION,
    ...options,
  });
  if (error !== undefined || status !== 0) throw new Error(`${command} failed: ${error ?? `exit ${status}`}`);
};

/** Runs a program on a server of its own; it prints `passed CHECK` or `failed CHECK: WHY` for each check. */
const runProgram = async ({ name, command }: ClientProgram): Promise<{ passed: number; failed: number }> => {
  const server = await startServer();
  try {
    const [file, ...args] = command;
    const program = spawn(file, [...args, server.base], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: PROGRAM,
    });
    const ended = once(program, 'close');
    let passed = 0;
    let failed = 0;
    for await (const line of createInterface({ input: program.stdout })) {
      console.log(`${name}: ${line}`);
      if (line.startsWith('passed ')) passed += 1;
      if (line.startsWith('failed ')) failed += 1;
    }
    const [code, signal] = await ended;
    if (code !== 0 || passed + failed === 0) {
      console.log(`${name}: failed to run to its end (${signal ?? `exit ${code}`})`);
      failed += 1;
    }
    return { passed, failed };
  } finally {
    await server.stop();
  }
};

/**
 * Runs client programs one after the other; `prepare` installs them into the temporary folder that it is given. Prints
 * how many checks passed and failed; the exit code tells whether any failed, 2 that something is `missing`.
 */
export const runClients = async (
  missing: string | undefined,
  prepare: (folder: string) => readonly ClientProgram[],
): Promise<void> => {
  if (missing !== undefined) {
    console.error(missing);
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'fhir-clients-'));
  try {
    let passed = 0;
    let failed = 0;
    for (const program of prepare(folder)) {
      const result = await runProgram(program);
      passed += result.passed;
      failed += result.failed;
    }
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
