import { describe, expect, test } from 'vitest';
import { searchOf } from '../../src/fhir/search/search-request.ts';
import { openEngine } from '../../src/store/open.ts';
import { row, run } from '../../src/store/sql/work.ts';
import { ExpiredPage, StoreUnavailable } from '../../src/store/store.ts';
import { at, found, hasToken, organization, put, useStore } from './fixture.ts';
import { DATABASES } from './stores.ts';

const HOUR = 60 * 60 * 1000;

describe.each(DATABASES.filter(({ durable }) => durable))('what is stored on $name', (kind) => {
  const opened = useStore(kind);

  const everything = { ...searchOf(['Organization']), count: 1 };

  test('is there after closing, and pages go on', async () => {
    const before = opened.store;
    for (const id of ['a', 'b', 'c']) await put(before, organization(id));
    const first = await before.search(everything);
    const history = { type: 'Organization', count: 1 };
    const newest = await before.history(history);

    const after = await opened.reopen();
    expect(await after.read('Organization', 'a')).toMatchObject({ versionId: 1 });
    const second = await after.search({ ...everything, page: first.next ?? '' });
    expect(second.matches.map(({ id }) => id)).toEqual(['b']);
    const older = await after.history({ ...history, page: newest.next ?? '' });
    expect(older.versions.map(({ id }) => id)).toEqual(['b']);
    await put(after, organization('a', 'x'), 1);
    expect(await found(after, 'Organization', hasToken('Organization.identifier', 'x'))).toEqual(['a']);
  });

  const engine = async <T>(work: Parameters<ReturnType<typeof openEngine>['write']>[0]): Promise<T> => {
    const other = openEngine(opened.url);
    try {
      return (await other.write(work)) as T;
    } finally {
      await other.close();
    }
  };

  test('of a newer program is left alone', async () => {
    await opened.close();
    await engine(() => run('INSERT INTO migration (number) VALUES (99)'));
    await expect(opened.open()).rejects.toThrow(/newer version/);
    await expect(opened.open()).rejects.toThrow(StoreUnavailable);
    await engine(() => run('DELETE FROM migration WHERE number = 99'));
    await opened.open();
  });

  test('is indexed anew when the built-in search parameters have changed', async () => {
    for (let n = 0; n < 120; n += 1) await put(opened.store, organization(`o${n}`, 'x'));
    await opened.close();
    await engine(() => run('DELETE FROM token'));
    await engine(() => run("UPDATE setting SET value = 'other' WHERE name = 'indexed-by'"));
    const after = await opened.open();
    const where = hasToken('Organization.identifier', 'x');
    expect((await after.search(searchOf(['Organization'], where))).total).toBe(120);
    expect(after.reindexing()).toBeUndefined();
  });

  test('forgets after an hour how superseded versions were found, and their pages expire', async () => {
    let now = Date.parse(at(0));
    const store = await opened.reopen({ now: () => now });
    for (const id of ['a', 'b', 'c']) await put(store, organization(id), 0, new Date(now).toISOString());
    const { next = '' } = await store.search(everything);
    now += 1000;
    await put(store, organization('b', 'changed'), 1, new Date(now).toISOString());
    const indexed = () =>
      store.search({ ...searchOf(['Organization'], hasToken('Organization.identifier', 'b')), count: 5 });
    expect((await indexed()).matches).toEqual([]);

    now += HOUR - 2000;
    await put(store, organization('d'), 0, new Date(now).toISOString());
    const second = await store.search({ ...everything, page: next });
    expect(second.matches).toMatchObject([{ id: 'b', versionId: 1 }]);

    now += 2 * 60_000;
    await put(store, organization('e'), 0, new Date(now).toISOString());
    await expect(store.search({ ...everything, page: next })).rejects.toThrow(ExpiredPage);
    await opened.close();
    const left = await engine<{ count: number }>(function* () {
      const versions = yield* row('SELECT count(DISTINCT version) AS versions FROM token');
      const superseded = yield* row('SELECT indexed FROM version WHERE id = ? AND version = 1', 'b');
      const text = yield* row('SELECT count(*) AS texts FROM full_text');
      return { ...versions, ...superseded, ...text };
    });
    expect(left).toEqual({ versions: 5, indexed: 0, texts: 5 });
    const again = await opened.open();
    expect(await again.vread('Organization', 'b', 1)).toMatchObject({ deleted: false });
  });
});
