import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open.ts';
import { createSqliteEngine } from '../../src/store/sql/sqlite.ts';
import { row, run } from '../../src/store/sql/work.ts';
import { BrokenReferences, StoreUnavailable, VersionConflict } from '../../src/store/store.ts';
import { at, organization, put, putting } from './fixture.ts';

describe('a SQLite file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const path = () => join(folder, 'one.sqlite');
  const url = () => `sqlite:${path()}`;

  test('has one writer at a time', async () => {
    const first = await openStore(url());
    await expect(openStore(url())).rejects.toThrow(/in use by another process/);
    await expect(openStore(url())).rejects.toThrow(StoreUnavailable);
    const script = `
      import { openStore } from ${JSON.stringify(new URL('../../src/store/open.ts', import.meta.url))};
      openStore(${JSON.stringify(url())}).then(() => console.log('opened'), (error) => console.log(error.message));`;
    const other = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect(other.stdout).toContain('in use by another process');
    await first.close();
    await (await openStore(url())).close();
  });

  test('can be read by others while it is written', async () => {
    const store = await openStore(url());
    await put(store, organization('a'));
    const reader = new DatabaseSync(path(), { readOnly: true });
    const ids = () =>
      reader
        .prepare('SELECT id FROM version ORDER BY seq')
        .all()
        .map(({ id }) => id);
    expect(ids()).toEqual(['a']);
    await put(store, organization('b'));
    expect(ids()).toEqual(['a', 'b']);
    reader.close();
    await store.close();
  });

  test('has on disk what was answered', async () => {
    const store = await openStore(url());
    const settings = new DatabaseSync(path(), { readOnly: true });
    expect(settings.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    settings.close();
    await store.close();
    // 2 is FULL: https://sqlite.org/pragma.html#pragma_synchronous
    const engine = createSqliteEngine(path());
    expect(await engine.ask({ sql: 'PRAGMA synchronous', values: [] })).toEqual([{ synchronous: 2 }]);
    await engine.close();
  });

  test('commits writes that come at one time together, each all or nothing', async () => {
    const store = await openStore(url());
    await put(store, organization('a'));
    const broken = putting(organization('b', 'x', 'Organization/none'), 1);
    const outcomes = await Promise.allSettled([
      put(store, organization('c')),
      put(store, organization('a', 'y'), 1),
      put(store, organization('a', 'z'), 1),
      // The second version is made before its reference is found to lead nowhere.
      store.write({ writes: [putting(organization('b')), broken] }, at(0)),
      put(store, organization('d', 'd', 'Organization/c')),
    ]);
    expect(outcomes.map((one) => (one.status === 'rejected' ? one.reason.constructor : one.status))).toEqual([
      'fulfilled',
      'fulfilled',
      VersionConflict,
      BrokenReferences,
      'fulfilled',
    ]);
    const late = put(store, organization('e'));
    await store.close();
    await late;
    const reader = new DatabaseSync(path(), { readOnly: true });
    expect(reader.prepare('SELECT id, version FROM version ORDER BY seq').all()).toMatchObject([
      { id: 'a', version: 1 },
      { id: 'c' },
      { id: 'a', version: 2 },
      { id: 'd' },
      { id: 'e' },
    ]);
    reader.close();
  });

  test('that gathers writes has them on disk when it is flushed or closed, each all or nothing', async () => {
    const store = await openStore(url(), { gathersWrites: true });
    await store.flush();
    const reader = new DatabaseSync(path(), { readOnly: true });
    const ids = () =>
      reader
        .prepare('SELECT id FROM version ORDER BY seq')
        .all()
        .map(({ id }) => id);
    await put(store, organization('a'));
    expect(await store.read('Organization', 'a')).toMatchObject({ versionId: 1 });
    expect(ids()).toEqual([]);
    // The second version is made before its reference is found to lead nowhere.
    const broken = putting(organization('b', 'x', 'Organization/none'), 1);
    const batch = { writes: [putting(organization('b')), broken] };
    await expect(store.write(batch, at(0))).rejects.toThrow(BrokenReferences);
    expect(await store.read('Organization', 'b')).toBeUndefined();
    await put(store, organization('c'));
    await store.flush();
    expect(ids()).toEqual(['a', 'c']);
    await put(store, organization('d'));
    await store.close();
    expect(ids()).toEqual(['a', 'c', 'd']);
    reader.close();
  });

  test('that has undone what it gathered says so', async () => {
    const engine = createSqliteEngine(path(), { gathersWrites: true });
    const add = (text: string) => engine.write(() => run('INSERT INTO note (text) VALUES (?)', text));
    await engine.write(() => run('CREATE TABLE note (text TEXT)'));
    await engine.flush();
    await add('a');
    const undone = function* () {
      yield* run('ROLLBACK');
      yield* row('SELECT count(*) FROM note');
    };
    await expect(engine.write(undone)).rejects.toThrow();
    await add('b');
    await expect(engine.flush()).rejects.toThrow(StoreUnavailable);
    await engine.close();
  });

  test('that is none, or cannot be made, is refused with its name', async () => {
    const notes = join(folder, 'notes.txt');
    const text = 'these are notes, and long enough not to be taken for a database by their length ';
    writeFileSync(notes, text.repeat(20));
    for (const named of [`sqlite:${notes}`, `sqlite:${folder}/none/x.sqlite`])
      await expect(openStore(named), named).rejects.toThrow(named.slice('sqlite:'.length));
    for (const named of [`sqlite:${notes}`, `sqlite:${folder}/none/x.sqlite`])
      await expect(openStore(named), named).rejects.toThrow(StoreUnavailable);
  });
});

test('what is no database URL is refused', async () => {
  for (const url of [
    '',
    'sqlite:',
    'x.sqlite',
    'mysql://localhost/x',
    'postgresql:',
    'postgresql://[',
    'sqlite',
  ])
    await expect(openStore(url), url).rejects.toThrow(StoreUnavailable);
});
