import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { type RunningServer, startServer } from '../running-server.ts';
import { commandsOf, PAGES, ROOT } from './pages.ts';

/** The address at which the pages say that the program serves. */
const SERVED = 'http://127.0.0.1:8080';

/** The database that the pages name, of which the suite has one of its own. */
const POSTGRESQL = /postgresql:\/\/user@127\.0\.0\.1\/trials/g;

const databaseUrl = inject('postgresql');
const PATH = `${join(ROOT, 'node_modules/.bin')}:${process.env.PATH}`;

let server: RunningServer;
let folder: string;

beforeAll(async () => {
  server = await startServer('--load', join(ROOT, 'samples'));
});

afterAll(() => server.stop());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'docs-'));
  for (const name of readdirSync(ROOT)) symlinkSync(join(ROOT, name), join(folder, name));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a line of a shell; ends it once it has printed what was waited for. */
const run = async (
  line: string,
  until?: RegExp,
): Promise<{ code: number | null; out: string; err: string }> => {
  const child = spawn('bash', ['-o', 'pipefail', '-c', line], {
    cwd: folder,
    env: { ...process.env, PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    timeout: 50_000,
  });
  if (until !== undefined)
    child.stdout.on('data', (printed) => {
      if (until.test(String(printed))) process.kill(-child.pid!, 'SIGTERM');
    });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return { code: child.exitCode, out, err };
};

/** The line as it is run here: on the server and the database of this suite. */
const here = (line: string): string =>
  line
    .replaceAll(SERVED, new URL(server.base).origin)
    .replace(/^curl /, 'curl --fail-with-body --silent --show-error ')
    .replace(POSTGRESQL, databaseUrl ?? '$&');

/** npm's own lines are steps of the checks, or named scripts; those of a database that is not here wait for its suite. */
const isRunHere = (line: string): boolean =>
  !line.startsWith('npm ') && line.search(POSTGRESQL) >= 0 === (databaseUrl !== undefined);

const pages = PAGES.map((page) => ({ page, commands: commandsOf(page).filter(isRunHere) })).filter(
  ({ commands }) => commands.length > 0,
);

describe('what the pages say to type', () => {
  // One after the other: a later command takes what an earlier one made.
  test.each(pages)(
    'in $page works',
    async ({ commands }) => {
      for (const line of commands) {
        const serves = /trialbridge serve (?!.*--print-config)/.test(line);
        const { code, out, err } = await run(
          serves ? `${here(line)} --port 0` : here(line),
          serves ? /serves on/ : undefined,
        );
        if (serves) expect(out, `${line}\n${err}`).toContain('serves on');
        // 1 is what is found wrong in the samples; 2 and more are wrong commands.
        else expect(code, `${line}\n${out}\n${err}`).toBeLessThan(line.includes('trialbridge check') ? 2 : 1);
      }
    },
    180_000,
  );
});
