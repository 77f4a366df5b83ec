import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { commandInFolder } from '../command.ts';
import { checkVersions } from '../durability/check-history.ts';
import { startClients } from '../durability/clients.ts';
import { storedVersions } from '../durability/stored-versions.ts';
import { startServer } from '../running-server.ts';

const TIMEOUT = 120_000;

const { path, run } = commandInFolder();

test(
  'a backup made while clients write is restored as the database was at one moment',
  async () => {
    const begun = new Date().toISOString();
    const server = await startServer('--database', `sqlite:${path('a.sqlite')}`);
    const { record, answered, end } = startClients([server.base], 'b', 'backup');
    await answered;
    await delay(500);
    const before = record.changes.filter(({ outcome }) => outcome === 'made').length;
    const made = await run(['backup', 'b.ndjson', '--database', 'sqlite:a.sqlite']);
    await end();
    await server.stop();
    expect(made).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringMatching(/^\d+ versions are in b\.ndjson$/m),
    });

    const restored = await run(['restore', 'b.ndjson', '--database', 'sqlite:b.sqlite']);
    expect(restored).toMatchObject({ code: 0, out: '', err: expect.stringMatching(/ 0 disagreements$/m) });
    const other = await startServer('--database', `sqlite:${path('b.sqlite')}`);
    const versions = await storedVersions(other.base, begun);
    await other.stop();
    expect(checkVersions(record.changes, versions)).toEqual([]);
    const tokens = new Set(versions.map(({ token }) => token));
    const acknowledged = record.changes
      .slice(0, before)
      .filter((one) => one.outcome === 'made' && !one.deletes);
    expect(acknowledged.filter(({ token }) => !tokens.has(token))).toEqual([]);
    expect(record.faults).toEqual([]);
  },
  TIMEOUT,
);

test(
  'a backup is refused where there is nothing to back up, and what is none is not restored',
  async () => {
    const none = await run(['backup', 'b.ndjson', '--database', 'sqlite:none.sqlite']);
    expect(none).toMatchObject({ code: 1, out: '', err: expect.stringContaining('none.sqlite') });
    expect(() => readFileSync(path('b.ndjson'))).toThrow();
    expect(() => readFileSync(path('b.ndjson.part'))).toThrow();
    writeFileSync(path('b.ndjson'), '{"resourceType":"Organization"}\n');
    const other = await run(['restore', 'b.ndjson', '--database', 'sqlite:b.sqlite']);
    expect(other).toMatchObject({ code: 1, out: '', err: expect.stringContaining('nothing was stored') });
    for (const command of ['backup', 'restore']) {
      expect((await run([command])).code).toBe(2);
      expect((await run([command, 'a', 'b'])).code).toBe(2);
    }
  },
  TIMEOUT,
);
