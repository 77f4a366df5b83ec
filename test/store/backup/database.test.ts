import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { content } from '../../../src/fhir/content.ts';
import { searchOf } from '../../../src/fhir/search/search-request.ts';
import { backupDatabase, restoreDatabase } from '../../../src/store/backup/database.ts';
import { BrokenBackup } from '../../../src/store/backup/line.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { at, found, hasToken, organization, put, putting, remove } from '../fixture.ts';
import { DATABASES, type Database } from '../stores.ts';

const DURABLE = DATABASES.filter(({ durable }) => durable);
const PAIRS = DURABLE.flatMap((from) =>
  DURABLE.map((to) => ({ from, to, name: `${from.name} to ${to.name}` })),
);

const parameter = {
  resourceType: 'SearchParameter',
  id: 'site',
  url: 'https://example.org/SearchParameter/site',
  name: 'Site',
  status: 'active',
  description: 'The number of a site',
  code: 'site',
  base: ['Organization'],
  type: 'token',
  expression: 'Organization.identifier',
} as const;

const lined = async ({ url }: Database): Promise<readonly string[]> => {
  const lines: string[] = [];
  await backupDatabase(url, () => (line) => lines.push(line));
  return lines;
};

const audited = async (store: Store): Promise<readonly object[]> =>
  (await Array.fromAsync(store.audit())).flatMap(({ disagreements }) => disagreements);

describe.each(PAIRS)('a backup from $name', ({ from, to }) => {
  let source: Database;
  let target: Database;
  let stores: Store[] = [];
  const open = async ({ url }: Database): Promise<Store> => {
    const store = await openStore(url);
    stores.push(store);
    return store;
  };
  beforeEach(async () => {
    [source, target] = [await from.create(), await to.create()];
  });
  afterEach(async () => {
    for (const store of stores) await store.close();
    stores = [];
    await source.remove();
    await target.remove();
  });

  /** A store with versions, deletions, contained resources, decimals, a search parameter and a note; still open. */
  const filled = async (count: number): Promise<Store> => {
    const store = await open(source);
    for (let n = 0; n < count; n += 1) await put(store, organization(`o${n}`, 'x'), 0, at(n));
    await put(store, organization('o1', 'y'), 1, at(500));
    await remove(store, 'Organization', 'o2', 1, at(501));
    const text =
      '{"resourceType":"Group","id":"g","type":"person","membership":"definitional","contained":[{"resourceType":"Organization","id":"c","name":"Within"}],"managingEntity":{"reference":"#c"},"characteristic":[{"code":{"text":"x"},"valueQuantity":{"value":1.50},"exclude":false}]}';
    await store.write(
      {
        writes: [
          {
            ...putting({ resourceType: 'Group', id: 'g' } as never),
            content: { text, value: JSON.parse(text) },
          },
        ],
      },
      at(502),
    );
    await store.write(
      { writes: [{ ...putting(parameter as never), content: content(parameter as never) }] },
      at(503),
    );
    await store.setNote('load', 'as far as here');
    return store;
  };

  test('holds every version as it was, and what it is found by is made anew', async () => {
    const before = await filled(450);
    const lines = await lined(source);
    expect(await restoreDatabase(target.url, () => lines)).toBe(454);
    const after = await open(target);
    expect(await audited(after)).toEqual([]);
    const all = { count: 1000 };
    expect(await after.history(all)).toEqual(await before.history(all));
    expect(await after.read('Group', 'g')).toMatchObject({ text: expect.stringContaining('1.50') });
    expect(await found(after, 'Organization', hasToken('Organization.site', 'y'))).toEqual(['o1']);
    expect(await after.note('load')).toBe('as far as here');

    await put(after, organization('o1', 'z'), 2, at(600));
    const pages = { ...searchOf(['Organization']), count: 300 };
    const first = await after.search(pages);
    expect(first.total).toBe(449);
    const second = await after.search({ ...pages, page: first.next ?? '' });
    expect(first.matches.length + second.matches.length).toBe(449);
    // A backup of what was restored is the same, but for what came after.
    expect((await lined(target)).slice(0, 400)).toEqual(lines.slice(0, 400));
  });

  test('is restored into an empty database only', async () => {
    await put(await open(source), organization('a'));
    await put(await open(target), organization('b'));
    const lines = await lined(source);
    await stores.pop()?.close();
    await expect(restoreDatabase(target.url, () => lines)).rejects.toThrow(/not empty/);
    const left = await open(target);
    expect(await left.read('Organization', 'a')).toBeUndefined();
    expect(await left.read('Organization', 'b')).toBeDefined();
  });

  test.each<[string, (lines: readonly string[]) => readonly string[], RegExp]>([
    ['without its end', (lines) => lines.slice(0, -1), /end is missing/],
    ['without a line', (lines) => [...lines.slice(0, 2), ...lines.slice(3)], /changed/],
    ['with another text', (lines) => lines.map((one) => one.replace('o7', 'o8')), /changed/],
    ['with something after its end', (lines) => [...lines, '{}'], /after the last/],
    ['that is something else', () => ['{"resourceType":"Organization"}'], /does not begin/],
    ['with half a line', (lines) => [...lines.slice(0, 5), '{"type":'], /line 6 is not JSON/],
    ['of nothing', () => [], /end is missing/],
  ])('%s is refused, and nothing is stored', async (_, changed, why) => {
    await filled(10);
    const lines = changed(await lined(source));
    const restoring = restoreDatabase(target.url, () => lines);
    await expect(restoring).rejects.toThrow(why);
    await expect(restoring).rejects.toThrow(BrokenBackup);
    expect((await (await open(target)).history({ count: 0 })).total).toBe(0);
  });
});
