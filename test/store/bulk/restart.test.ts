import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { content } from '../../../src/fhir/content.ts';
import { searchOf } from '../../../src/fhir/search/search-request.ts';
import type { BulkExport } from '../../../src/store/bulk/bulk-export.ts';
import { openStore } from '../../../src/store/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { DATABASES, type Database } from '../stores.ts';

const NOW = '2031-05-06T07:08:09.123Z';

const { where } = searchOf([]);

const store = async (on: Store, type: 'Basic' | 'Location', count: number): Promise<void> => {
  const writes = Array.from({ length: count }, (_, n) => ({
    type,
    id: `n${n}`,
    method: 'PUT' as const,
    content: content(
      type === 'Basic' ? { resourceType: type, code: {} } : { resourceType: type, description: `Room ${n}` },
    ),
    replaces: 0,
  }));
  await on.write({ writes }, NOW);
};

const ready = async (on: Store, id: string): Promise<BulkExport> => {
  for (;;) {
    const found = await on.bulkExports.find(id);
    if (found === undefined) throw new Error(`${id} is not known`);
    if (found.progress === 1) return found;
    await new Promise(setImmediate);
  }
};

describe.each(DATABASES.filter(({ durable }) => durable))('An export, on $name,', ({ create }) => {
  let database: Database;
  let opened: Store[] = [];

  const open = async (): Promise<Store> => {
    const one = await openStore(database.url, { referentialIntegrity: false });
    opened.push(one);
    return one;
  };

  beforeEach(async () => {
    opened = [];
    database = await create();
  });

  afterEach(async () => {
    for (const one of opened) await one.close();
    await database.remove();
  });

  const request = {
    url: 'urn:kick-off',
    parts: ['Basic', 'Location'].map((type) => ({ type, where })),
    fhirVersion: '5.0',
    issues: [],
  };

  test('that was left half prepared is prepared further by the next process, in files of bounded size', async () => {
    const one = await open();
    await store(one, 'Basic', 10_002);
    await store(one, 'Location', 2);
    await one.bulkExports.begin({ id: 'x', owner: 'me', until: Date.now() + 600_000, request });
    await one.close();
    opened = [];
    const two = await open();
    await two.write(
      { writes: [{ type: 'Location', id: 'n0', method: 'DELETE', replaces: 1 }] },
      '2031-05-06T07:08:10Z',
    );
    const found = await ready(two, 'x');
    expect(found.files).toEqual([
      { number: 1, type: 'Basic', count: 10_000 },
      { number: 2, type: 'Basic', count: 2 },
      { number: 3, type: 'Location', count: 2 },
    ]);
    const ids: string[] = [];
    for (const file of found.files)
      for await (const versions of two.bulkExports.versions(found, file))
        ids.push(...versions.map(({ type, id, text }) => `${type}/${id} ${text !== undefined}`));
    expect(new Set(ids).size).toBe(10_004);
    expect(ids.slice(-2)).toEqual(['Location/n0 true', 'Location/n1 true']);
    expect(await two.bulkExports.planning('me')).toBe(0);
  });

  test('that cannot be prepared has failed, and others are prepared', async () => {
    const one = await open();
    await store(one, 'Location', 2);
    const wrong = { ...request, parts: [{ type: 'Location', where: { kind: 'and' } as never }] };
    const until = Date.now() + 600_000;
    await one.bulkExports.begin({ id: 'wrong', owner: 'me', until, request: wrong });
    await one.bulkExports.begin({ id: 'x', owner: 'me', until: until + 1, request });
    expect((await ready(one, 'x')).files).toEqual([{ number: 1, type: 'Location', count: 2 }]);
    const failed = await one.bulkExports.find('wrong');
    expect(failed?.failure).toBeTruthy();
    expect(failed?.progress).toBe(0);
    await one.bulkExports.forget('wrong');
    expect(await one.bulkExports.find('wrong')).toBeUndefined();
  });
});
