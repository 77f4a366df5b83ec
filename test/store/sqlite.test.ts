import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { openStore } from '../../src/store/open.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { storeSuite } from './store-suite.ts';

storeSuite('SQLite in memory', () => openStore('sqlite::memory:'));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

storeSuite('SQLite in a file', () => openStore(`sqlite:${join(folder, 'suite.sqlite')}`));

describe('a SQLite file', () => {
  const url = () => `sqlite:${join(folder, 'one.sqlite')}`;
  const device = content({ resourceType: 'Device', identifier: [{ value: 'x' }] });

  test('has after closing what it had before, and its pages go on', async () => {
    const before = await openStore(url());
    for (const id of ['a', 'b'])
      await before.write([{ type: 'Device', id, content: device, replaces: 0 }], '2031-01-01T00:00:00Z');
    const request = { type: 'Device', filters: [], count: 1 };
    const { next = '' } = await before.search(request);
    await before.close();

    const after = await openStore(url());
    expect((await after.read('Device', 'a'))?.versionId).toBe(1);
    const page = await after.search({ ...request, page: next });
    expect(page.matches.map(({ id }) => id)).toEqual(['b']);
    await after.close();
  });

  test('has one writer at a time', async () => {
    const first = await openStore(url());
    await expect(openStore(url())).rejects.toThrow(/in use by another process/);
    const script = `
      import { openStore } from ${JSON.stringify(new URL('../../src/store/open.ts', import.meta.url))};
      openStore(${JSON.stringify(url())}).then(() => console.log('opened'), (error) => console.log(error.message));`;
    const other = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(other.stdout).toContain('in use by another process');
    await first.close();
    await (await openStore(url())).close();
  });

  test('of a newer program is left alone', async () => {
    await (await openStore(url())).close();
    const database = new DatabaseSync(join(folder, 'one.sqlite'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    await expect(openStore(url())).rejects.toThrow(/newer version/);
  });

  test('is indexed anew when the search parameters have changed', async () => {
    const before = await openStore(url());
    await before.write([{ type: 'Device', id: 'a', content: device, replaces: 0 }], '2031-01-01T00:00:00Z');
    await before.close();
    const database = new DatabaseSync(join(folder, 'one.sqlite'));
    database.exec("DELETE FROM token; UPDATE setting SET value = 'other' WHERE name = 'search-parameters'");
    database.close();

    const after = await openStore(url());
    const filters = [{ kind: 'token' as const, parameter: 'identifier', anyOf: [{ value: 'x' }] }];
    expect((await after.search({ type: 'Device', filters, count: 1 })).total).toBe(1);
    await after.close();
  });

  test('that is none, or cannot be made, is refused with its name', async () => {
    const path = join(folder, 'notes.txt');
    writeFileSync(
      path,
      'these are notes, and long enough not to be taken for a database by their length '.repeat(20),
    );
    for (const named of [
      `sqlite:${path}`,
      `sqlite:${folder}/none/x.sqlite`,
      'sqlite:',
      'postgres:x',
      'x.sqlite',
    ])
      await expect(openStore(named), named).rejects.toThrow(StoreUnavailable);
  });
});
