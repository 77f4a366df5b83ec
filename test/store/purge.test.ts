import type { FhirResource } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { INDEX_TABLES } from '../../src/store/index/index-table.ts';
import { openEngine } from '../../src/store/open.ts';
import { rows, run, type Work } from '../../src/store/sql/work.ts';
import { put, remove, useStore } from './fixture.ts';
import { DATABASES } from './stores.ts';

const study = (title: string): FhirResource => ({
  resourceType: 'ResearchStudy',
  id: 's',
  status: 'active',
  title,
  contained: [
    {
      resourceType: 'Group',
      id: 'g',
      name: title,
      membership: 'definitional',
      type: 'person',
    } as FhirResource,
  ],
  recruitment: { eligibility: { reference: '#g' } },
});

/** Every row of every table as text, and every word that is found. */
function* everything(name: 'sqlite' | 'postgresql'): Work<string> {
  const found: unknown[] = [];
  for (const table of ['version', 'full_text', 'setting', ...INDEX_TABLES.map((one) => one.name)])
    found.push(...(yield* rows(`SELECT * FROM ${table}`)));
  if (name === 'sqlite') {
    yield* run("CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', 'full_text', 'row')");
    found.push(...(yield* rows('SELECT term FROM temp.word')));
  }
  return JSON.stringify(found).toLowerCase();
}

describe.each(DATABASES.filter(({ durable }) => durable))('what is removed for good from $name', (kind) => {
  const opened = useStore(kind);

  const left = async (): Promise<string> => {
    await opened.close();
    const engine = openEngine(opened.url);
    const text = await engine.write(() => everything(engine.dialect.name));
    await engine.close();
    return text;
  };

  test('with its resource leaves no text, no value and no word', async () => {
    await put(opened.store, study('Velmorin'));
    await put(opened.store, study('Talsomab'), 1);
    await put(opened.store, { ...study('Velmorin'), id: 'other' });
    await remove(opened.store, 'ResearchStudy', 's', 2);
    expect(await opened.store.purge('ResearchStudy', 'other')).toEqual({ resources: 0, versions: 0 });
    expect(await opened.store.purge('ResearchStudy', 's')).toEqual({ resources: 1, versions: 3 });
    expect(await opened.store.read('ResearchStudy', 's')).toBeUndefined();
    expect((await opened.store.history({ count: 9 })).versions.map(({ id }) => id)).toEqual(['other']);
    const text = await left();
    expect(text).toContain('velmorin');
    expect(text).not.toContain('talsomab');
    expect(text).not.toContain('"s"');
    expect(
      (await Array.fromAsync((await opened.open()).audit())).flatMap((one) => one.disagreements),
    ).toEqual([]);
  });

  test('with its type is all that was deleted, and nothing else', async () => {
    for (let n = 0; n < 205; n += 1) {
      await put(opened.store, { resourceType: 'Basic', id: `b${n}`, code: { text: `Velmorin ${n}` } });
      if (n > 0) await remove(opened.store, 'Basic', `b${n}`, 1);
    }
    await put(opened.store, study('Talsomab'));
    await remove(opened.store, 'ResearchStudy', 's', 1);
    expect(await opened.store.purge('Basic')).toEqual({ resources: 204, versions: 408 });
    expect(await opened.store.purge('Basic')).toEqual({ resources: 0, versions: 0 });
    expect(await opened.store.read('ResearchStudy', 's')).toMatchObject({ deleted: true });
    expect(await left()).not.toContain('velmorin 1');
  });

  test('of its history leaves what is current', async () => {
    for (const [at, title] of ['Velmorin', 'Talsomab', 'Ormizide'].entries())
      await put(opened.store, study(title), at);
    const place = { type: 'ResearchStudy', id: 's' };
    expect(await opened.store.forgetHistory(place, 3)).toBe(0);
    expect(await opened.store.forgetHistory(place, 1)).toBe(1);
    expect(await opened.store.vread('ResearchStudy', 's', 1)).toBeUndefined();
    expect(await opened.store.vread('ResearchStudy', 's', 2)).toBeDefined();
    expect(await opened.store.forgetHistory(place)).toBe(1);
    expect(await opened.store.read('ResearchStudy', 's')).toMatchObject({ versionId: 3 });
    const text = await left();
    expect(text).toContain('ormizide');
    expect(text).not.toMatch(/velmorin|talsomab/);
    const store = await opened.open();
    expect((await Array.fromAsync(store.audit())).flatMap((one) => one.disagreements)).toEqual([]);
    await put(store, study('Velmorin'), 3);
    expect((await store.history({ ...place, count: 9 })).versions.map(({ versionId }) => versionId)).toEqual([
      4, 3,
    ]);
  });
});
