import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type Criterion,
  type SearchRequest,
  type SearchValue,
  type Sort,
  searchOf,
} from '../../../src/fhir/search/search-request.ts';
import { migrate } from '../../../src/store/migrations/migrate.ts';
import { createPageTokens } from '../../../src/store/search/page-tokens.ts';
import { search } from '../../../src/store/search/search.ts';
import { createSqliteEngine } from '../../../src/store/sql/sqlite.ts';
import type { Statement } from '../../../src/store/sql/work.ts';
import { rows } from '../../../src/store/sql/work.ts';

const engine = createSqliteEngine(':memory:');
const pages = createPageTokens('secret');

beforeAll(() => migrate(engine));
afterAll(() => engine.close());

/** The plans of all statements of a search; each is told of rows that lead to the next. */
const plans = async (request: SearchRequest, few = engine.dialect.few): Promise<readonly string[]> => {
  const statements: Statement[] = [];
  const work = search({ ...engine.dialect, few }, request, pages);
  const row = { seq: 1, type: 'Group', id: 'a', total: 2, key0: 1, key1: 1 };
  const found = [row, { ...row, seq: 2 }];
  for (let step = work.next(); !step.done; step = work.next(found))
    if ('sql' in step.value) statements.push(step.value);
  const all = await Promise.all(
    statements.map(({ sql, values }) => engine.read(() => rows(`EXPLAIN QUERY PLAN ${sql}`, ...values))),
  );
  return all.flat().map(({ detail }) => String(detail));
};

/** Where it goes through all rows of a table; what is counted is a list of a few. */
const scans = (plan: readonly string[]): readonly string[] =>
  plan.filter((line) => line.startsWith('SCAN ') && !/^SCAN (counted|l|looked)$/.test(line));

const value = (parameter: string, one: SearchValue): Criterion => ({
  kind: 'value',
  parameter,
  anyOf: [one],
});
const token = value('Group.code', { type: 'token', system: 'urn:s', code: 'c' });
const canonical = { unit: 'g', value: 1, low: 1, high: 1 };

test.each<[string, Criterion, string]>([
  ['token', token, 'token_by_code (parameter=? AND code=?'],
  [
    'string',
    value('Group.name', { type: 'string', match: 'start', text: 'a' }),
    'string_by_start (parameter=? AND <expr>>?',
  ],
  [
    'reference',
    value('Group.member', { type: 'reference', id: 'a' }),
    'reference_by_id (parameter=? AND id=?',
  ],
  ['canonical', value('Group.of', { type: 'url', url: 'urn:a' }), 'reference_by_url (parameter=? AND url=?'],
  [
    'uri',
    value('Group.uri', { type: 'uri', match: 'below', uri: 'http://a' }),
    'uri_by_value (parameter=? AND value>?',
  ],
  [
    'date after',
    value('Group.date', { type: 'date', comparator: 'ge', low: 1, high: 2 }),
    'date_by_high (parameter=? AND high>?',
  ],
  [
    'date before',
    value('Group.date', { type: 'date', comparator: 'lt', low: 1, high: 2 }),
    'date_by_low (parameter=? AND low<?',
  ],
  [
    'number',
    value('Group.number', { type: 'number', comparator: 'gt', value: 1, low: 1, high: 1 }),
    'number_by_high (parameter=? AND high>?',
  ],
  [
    'quantity in any unit',
    value('Group.quantity', { type: 'quantity', comparator: 'gt', ...canonical, canonical }),
    'quantity_by_canonical_high (parameter=? AND canonical_unit=? AND canonical_high>?',
  ],
  [
    'position',
    value('Group.near', { type: 'near', latitude: 1, longitude: 1, distance: 1 }),
    'position_by_latitude (parameter=? AND latitude>?',
  ],
  [
    'chain',
    { kind: 'chain', parameter: 'Group.member', types: ['Group'], where: token },
    'reference_by_id (parameter=? AND id=? AND type=?)',
  ],
  [
    'chain over a canonical',
    { kind: 'chain', parameter: 'Group.of', types: ['Library'], where: token },
    'reference_by_url (parameter=? AND url=?)',
  ],
  [
    'reverse chain',
    { kind: 'has', type: 'Group', parameter: 'Group.member', where: token },
    'PRIMARY KEY (version=?',
  ],
  ['id', { kind: 'id', anyOf: ['a'] }, 'version_current (type=? AND id=?)'],
])('looks a %s up in an index', async (_, where, index) => {
  const plan = await plans({ ...searchOf(['Group'], where), count: 10 });
  expect(scans(plan)).toEqual([]);
  expect(plan.join('\n')).toContain(index);
});

test.each(['above', 'below'] as const)('goes %s in a hierarchy by indexes', async (direction) => {
  const where: Criterion = {
    kind: 'chain',
    parameter: 'Group.member',
    types: ['Group'],
    where: { kind: 'hierarchy', parameters: ['Group.member'], direction, anyOf: ['a'] },
  };
  const plan = await plans({ ...searchOf(['Group'], where), count: 10 });
  expect(scans(plan)).toEqual(['SCAN reached', 'SCAN reached']);
  expect(plan.join('\n')).toContain(
    direction === 'above' ? 'PRIMARY KEY (version=?' : 'reference_by_id (parameter=? AND id=? AND type=?)',
  );
});

test.each<[string, Partial<SearchRequest>]>([
  ['nothing', {}],
  ['when they changed', { sort: [{ parameter: '_lastUpdated', type: 'date', descending: true }] }],
  ['their ids', { sort: [{ parameter: '_id', type: 'token', descending: false }] }],
])('reads the first resources of a type in the order of %s without sorting', async (_, more) => {
  const plan = await plans({ ...searchOf(['Group']), count: 10, ...more });
  expect(scans(plan)).toEqual([]);
  expect(plan.join('\n')).not.toContain('ORDER BY');
});

const frequent: Criterion = {
  kind: 'and',
  of: [token, value('Group.date', { type: 'date', comparator: 'ge', low: 1, high: 2 })],
};
test('goes through the versions of a type in their order where all values are frequent', async () => {
  const plan = await plans({ ...searchOf(['Group'], frequent), count: 10 }, 1);
  expect(scans(plan)).toEqual([]);
  expect(plan.join('\n')).toContain('version_current_by_seq (type=?)');
  for (const table of ['token', 'date'])
    expect(plan.join('\n')).toContain(`${table} EXISTS USING PRIMARY KEY (version=?`);
  expect(plan.join('\n')).not.toContain('ORDER BY');
});

test('looks up by version what it sorts by and what it includes', async () => {
  const include = { reverse: false, source: 'Group', parameters: ['Group.member'], iterate: false };
  const plan = await plans({
    ...searchOf(['Group'], token),
    count: 10,
    sort: [{ parameter: 'Group.date', type: 'date', descending: true }],
    include: [include, { ...include, reverse: true }],
  });
  expect(scans(plan)).toEqual([]);
  expect(plan.join('\n')).toContain('PRIMARY KEY (version=?');
});

test.each<[Sort['type'], boolean, string]>([
  ['date', false, 'COVERING INDEX date_by_low (parameter=? AND low>? AND low<?)'],
  ['date', true, 'COVERING INDEX date_by_high (parameter=? AND high>? AND high<?)'],
  ['number', true, 'COVERING INDEX number_by_high (parameter=? AND high>? AND high<?)'],
  ['string', false, 'INDEX string_by_start (parameter=? AND <expr>>? AND <expr><?)'],
])(
  'reads the next values of what it sorts by in the order of an index: %s, descending: %s',
  async (type, descending, index) => {
    const sort: Sort[] = [{ parameter: `Group.${type}`, type, descending }];
    const first = { ...searchOf(['Group']), count: 10, sort };
    const page = pages.write(first, { snapshot: '1', begun: Date.now(), after: 1 });
    const plan = await plans({ ...first, page });
    expect(scans(plan)).toEqual([]);
    expect(plan).toContain(`SEARCH i USING ${index}`);
    // What the index ends with is in order, too: it is read no further than a page goes.
    const whole = plan.filter((line) => line === 'USE TEMP B-TREE FOR ORDER BY');
    const rest = plan.filter((line) => line.startsWith('USE TEMP B-TREE FOR LAST'));
    expect(whole).toHaveLength(1);
    expect(rest.length > 0).toBe(!descending);
  },
);

test.each<[string, Criterion]>([
  ['a value', token],
  ['what leads there', { kind: 'has', type: 'Group', parameter: 'Group.member', where: token }],
])('looks contained resources up by %s in an index', async (_, where) => {
  for (const as of ['container', 'contained'] as const)
    for (const only of [true, false]) {
      const plan = await plans({ ...searchOf(['Group'], where), count: 10, contained: { only, as } });
      expect(scans(plan).filter((line) => !line.includes('(subquery'))).toEqual([]);
    }
});

test('does not look each of two lists up for each other', async () => {
  const plan = await plans({ ...searchOf(['Group'], { kind: 'and', of: [token, token] }), count: 10 });
  expect(plan.join('\n')).not.toMatch(/(seq|rowid)=\? AND rowid=\?/);
});

test.each<[string, string, boolean]>([
  ['EvidenceReport.entry', 'Evidence', false],
  ['PlanDefinition.definition', 'ActivityDefinition', true],
  ['ResearchStudy.unheard-of', 'PlanDefinition', true],
])('what %s leads to is found by its URL only where canonicals may stand', async (parameter, type, byUrl) => {
  const where: Criterion = { kind: 'chain', parameter, types: [type], where: token };
  const plan = await plans({ ...searchOf([parameter.split('.')[0] ?? '']), where });
  expect(plan.some((line) => line.includes('reference_by_id'))).toBe(true);
  expect(plan.some((line) => line.includes('u USING PRIMARY KEY (version=?'))).toBe(byUrl);
});
