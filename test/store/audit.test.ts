import { describe, expect, test } from 'vitest';
import { content } from '../../src/fhir/content.ts';
import { openEngine } from '../../src/store/open.ts';
import { run } from '../../src/store/sql/work.ts';
import type { Disagreement, Store } from '../../src/store/store.ts';
import { useStore } from './fixture.ts';
import { DATABASES } from './stores.ts';

const RESOURCES = [
  {
    resourceType: 'ResearchStudy',
    id: 's',
    status: 'active',
    title: 'Pain relief',
    period: { start: '2020' },
    contained: [{ resourceType: 'Group', id: 'g', name: 'Some', membership: 'definitional', type: 'person' }],
    recruitment: { eligibility: { reference: '#g' }, targetNumber: 4 },
    site: [{ reference: 'Location/l' }],
  },
  { resourceType: 'Location', id: 'l', name: 'He\u0000re\ud800', position: { latitude: 1.5, longitude: 2 } },
  { resourceType: 'Basic', id: 'b', code: { text: 'x' } },
];

const writeAll = (store: Store, replaces: number) =>
  store.write(
    {
      writes: RESOURCES.map((one) => ({
        type: one.resourceType,
        id: one.id,
        method: 'PUT' as const,
        content: content(one as never),
        replaces,
      })),
    },
    '2031-01-01T00:00:00Z',
  );

const audited = async (store: Store): Promise<{ checked: number; found: readonly Disagreement[] }> => {
  let checked = 0;
  const found: Disagreement[] = [];
  for await (const some of store.audit()) {
    checked += some.checked;
    found.push(...some.disagreements);
  }
  return { checked, found };
};

describe.each(DATABASES.filter(({ durable }) => durable))('an audit of $name', (kind) => {
  const opened = useStore(kind);

  /** Does something to the database that the store would not do. */
  const tamper = async (sql: string): Promise<readonly Disagreement[]> => {
    await writeAll(opened.store, 0);
    await writeAll(opened.store, 1);
    await opened.close();
    const engine = openEngine(opened.url);
    await engine.write(() => run(sql));
    await engine.close();
    return (await audited(await opened.reopen())).found;
  };

  test('finds nothing wrong with what was written, replaced and deleted', async () => {
    await writeAll(opened.store, 0);
    await writeAll(opened.store, 1);
    await opened.store.write(
      { writes: [{ type: 'Basic', id: 'b', method: 'DELETE', replaces: 2 }] },
      '2031-01-01T00:00:01Z',
    );
    // One whose id is the server's.
    const created = content({ resourceType: 'Basic', code: { text: 'y' } });
    await opened.store.write(
      { writes: [{ type: 'Basic', id: 'made-here', method: 'POST', content: created, replaces: 0 }] },
      '2031-01-01T00:00:01Z',
    );
    expect(await audited(opened.store)).toEqual({ checked: 3, found: [] });
  });

  test.each([
    ['token', 'ResearchStudy/s/_history/2'],
    ['string', 'ResearchStudy/s/_history/2#g'],
    ['date', 'ResearchStudy/s/_history/2'],
    ['number', 'ResearchStudy/s/_history/2'],
    ['reference', 'ResearchStudy/s/_history/2'],
    ['position', 'Location/l/_history/2'],
    ['link', 'ResearchStudy/s/_history/2'],
  ])('finds what is missing in the index: %s', async (table, place) => {
    const found = await tamper(`DELETE FROM ${table}`);
    expect(found.map((one) => one.place)).toContain(place);
    for (const { text } of found) expect(text).toMatch(new RegExp(`^not in the index: ${table} \\[`));
  });

  test.each([
    ['a value that has been changed', "UPDATE string SET exact = 'Pain' WHERE exact = 'Pain relief'", 2],
    [
      'a row too many',
      'INSERT INTO date SELECT version, parameter, 99, part, low, high FROM date WHERE version = (SELECT max(version) FROM date)',
      1,
    ],
  ])('finds %s', async (_, sql, count) => {
    const found = await tamper(sql);
    expect(found).toHaveLength(count);
    expect(found.at(-1)?.text).toMatch(/^in the index, but not in the resource: /);
  });

  test.each([
    ['words', 'DELETE FROM full_text', 'its words (content) are not in the index'],
    [
      'rows of no version',
      "INSERT INTO link VALUES (999, 'Location', 'l')",
      'in the index (link), but no version that is to be found',
    ],
    [
      'what was put beside its container',
      "UPDATE version SET fragment = 'h' WHERE container IS NOT NULL",
      'what it contains is stored beside it otherwise',
    ],
    [
      'a text of another resource',
      "UPDATE version SET id = 'c' WHERE id = 'b' AND ended IS NULL",
      'its text calls it Basic/b/_history/2',
    ],
  ])('finds %s that are wrong', async (_, sql, text) => {
    expect((await tamper(sql)).map((one) => one.text)).toContain(text);
  });
});
