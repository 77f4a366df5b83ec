import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SearchRequest, searchOf } from '../../../src/fhir/search/search-request.ts';
import { migrate } from '../../../src/store/migrations/migrate.ts';
import { createSqliteEngine } from '../../../src/store/sql/sqlite.ts';
import { insert } from '../../../src/store/sql/work.ts';
import { VERSIONS } from '../../../src/store/version-row.ts';
import { page } from './asking.ts';

const FEW = 10_000;
const MANY = 10_001;

const engine = createSqliteEngine(':memory:');

const versions = (type: string, count: number, from: number) =>
  Array.from({ length: count }, (_, at) => [from + at, type, `r${at}`, 1, 0, '', 'POST', '', '{}', 1]);

beforeAll(async () => {
  await migrate(engine);
  await engine.write(() =>
    insert(VERSIONS, [...versions('Group', FEW, 1), ...versions('Library', MANY, FEW + 1)]),
  );
});
afterAll(() => engine.close());

const totalOf = async (type: string, more: Partial<SearchRequest>): Promise<number | undefined> =>
  (await page(engine, { ...searchOf([type]), count: 10, ...more })).total;

test.each<[string, SearchRequest['total'], number | undefined]>([
  ['Group', 'some', FEW],
  ['Library', 'some', undefined],
  ['Library', 'estimate', MANY],
  ['Library', 'accurate', MANY],
  ['Group', 'none', undefined],
])('of %s, where %s of the total is wanted, is %s', async (type, total, expected) => {
  expect(await totalOf(type, { total })).toBe(expected);
});

test('is told however large where it alone is asked for', async () => {
  expect(await totalOf('Library', { count: 0 })).toBe(MANY);
});

test('is left out of later pages, too', async () => {
  const asked: SearchRequest = { ...searchOf(['Library']), count: 10, total: 'some' };
  const { next } = await page(engine, asked);
  expect(next).toBeDefined();
  const second = await page(engine, { ...asked, ...(next !== undefined && { page: next }) });
  expect(second.matches).toHaveLength(10);
  expect(second).not.toHaveProperty('total');
});
