import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';

/** The program. */
export const MAIN = fileURLToPath(new URL('../bin/trialbridge.js', import.meta.url));

/** Runs the program, for each test in an empty folder of its own; folder and processes end with the test. */
export const commandInFolder = () => {
  let folder: string;
  let children: ChildProcess[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
  });

  afterEach(async () => {
    for (const child of children)
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    children = [];
    rmSync(folder, { recursive: true });
  });

  const path = (name: string): string => join(folder, name);

  const start = (args: readonly string[]): ChildProcess => {
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder });
    children.push(child);
    return child;
  };

  const run = async (args: readonly string[], input = '') => {
    const child = start(args);
    child.stdin?.end(input);
    const [out, err] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
    const code = child.exitCode ?? ((await once(child, 'exit'))[0] as number);
    return { code, out, err };
  };

  return { path, start, run };
};
