import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Bundle, Organization } from 'fhir/r5.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { type RunningServer, startServer } from '../running-server.ts';
import { organization, put } from '../store/fixture.ts';
import { auditOf } from './audit-of.ts';

const TIMEOUT = 120_000;

const ward = (id: string, name: string): Organization => ({ resourceType: 'Organization', id, name });

const send = (
  base: string,
  path: string,
  resource: Organization | Bundle,
  method = 'PUT',
): Promise<Response> =>
  fetch(`${base}${path}`, {
    method,
    headers: { 'Content-Type': 'application/fhir+json' },
    body: JSON.stringify(resource),
  });

describe('a server on a SQLite file', () => {
  let folder: string;
  let server: RunningServer | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
  });
  afterEach(async () => {
    await server?.kill();
    rmSync(folder, { recursive: true });
  });
  const url = () => `sqlite:${join(folder, 'one.sqlite')}`;

  test(
    'whose disk is full says so, answers reads, and goes on when there is room',
    async () => {
      server = await startServer('--database', url());
      const { base, pid } = server;
      const room = (bytes: string) => execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
      expect((await send(base, '/Organization/a', ward('a', 'Ward'))).status).toBe(201);
      room('4096');
      const refused = await send(base, '/Organization/b', ward('b', 'x'.repeat(100_000)));
      expect(refused.status).toBe(507);
      expect(await refused.json()).toMatchObject({
        resourceType: 'OperationOutcome',
        issue: [{ code: 'no-store' }],
      });
      expect((await fetch(`${base}/Organization/a`)).status).toBe(200);
      expect((await fetch(`${base}/Organization/b`)).status).toBe(404);
      room('unlimited');
      expect((await send(base, '/Organization/b', ward('b', 'Ward'))).status).toBe(201);
      await server.kill();
      expect(await auditOf(url())).toEqual([]);
    },
    TIMEOUT,
  );

  test(
    'finishes what it has begun when it is told to stop',
    async () => {
      server = await startServer('--database', url());
      const { base, stop } = server;
      expect((await send(base, '/Organization/a', ward('a', 'Ward'))).status).toBe(201);
      const entry = Array.from({ length: 100 }, (_, at) => ({
        resource: ward(`w${at}`, 'Ward'),
        request: { method: 'PUT' as const, url: `Organization/w${at}` },
      }));
      const answer = send(base, '', { resourceType: 'Bundle', type: 'transaction', entry }, 'POST');
      await delay(20);
      await stop();
      // It has been answered, or it came too late to be begun with; never has it been cut off.
      const status = await answer.then((one) => one.status).catch(() => 0);
      const store = await openStore(url());
      expect((await store.history({ type: 'Organization', count: 0 })).total).toBe(status === 200 ? 101 : 1);
      await store.close();
    },
    TIMEOUT,
  );

  test(
    'killed while it makes its tables makes them when it is started again',
    async () => {
      const script = `
        import { openStore } from ${JSON.stringify(new URL('../../src/store/open.ts', import.meta.url))};
        console.log('begins');
        await openStore(${JSON.stringify(url())});`;
      for (const wait of [0, 2, 5, 10, 20, 40]) {
        const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
          stdio: ['ignore', 'pipe', 'inherit'],
          timeout: TIMEOUT,
        });
        const exit = once(child, 'exit');
        await once(child.stdout, 'data');
        await delay(wait);
        child.kill('SIGKILL');
        await exit;
      }
      const store = await openStore(url());
      await put(store, organization('a'));
      await store.close();
      expect(await auditOf(url())).toEqual([]);
    },
    TIMEOUT,
  );
});
