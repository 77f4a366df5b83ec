import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BASE, SERVED } from '../server.ts';
import { CHAINS, COMPARTMENTS, HAS } from './cases/chain.ts';
import { DATES } from './cases/date.ts';
import { FILTERS } from './cases/filter.ts';
import { COMPOSITES, NEAR, NUMBERS, QUANTITIES } from './cases/number.ts';
import { CANONICALS, HIERARCHIES, REFERENCES } from './cases/reference.ts';
import { REFUSED } from './cases/refused.ts';
import { COUNTED, INCLUDES, SORTED } from './cases/result.ts';
import type { SearchCase } from './cases/search-case.ts';
import { STRINGS, URIS } from './cases/string.ts';
import { COMMON, TOKENS } from './cases/token.ts';
import { type Found, type Loaded, load } from './loaded.ts';

const GROUPS: Readonly<Record<string, readonly SearchCase[]>> = {
  string: STRINGS,
  uri: URIS,
  token: TOKENS,
  'what all types have': COMMON,
  date: DATES,
  number: NUMBERS,
  quantity: QUANTITIES,
  composite: COMPOSITES,
  near: NEAR,
  reference: REFERENCES,
  canonical: CANONICALS,
  hierarchy: HIERARCHIES,
  chain: CHAINS,
  _has: HAS,
  compartment: COMPARTMENTS,
  _filter: FILTERS,
  _include: INCLUDES,
  _sort: SORTED,
  _count: COUNTED,
};

const words = (text: string): readonly string[] => text.split(' ').filter(Boolean);

/** Parts of an address that mean the same however they are escaped. */
const said = (url: string): unknown => {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  return { path, pairs: [...new URLSearchParams(query)] };
};

const withCount = (search: string): string => {
  const [path = '', query = ''] = search.split(/\?(.*)/s);
  return `${path}?${query === '' ? '' : `${query}&`}_count=50`;
};

const ids = ({ body }: Found, mode: string): readonly string[] =>
  (body.entry ?? []).flatMap((one) => (one.search?.mode === mode ? (one.resource?.id ?? '') : []));

const expectFound = (found: Found, [search, expected, beside = {}]: SearchCase): void => {
  expect(found.status, JSON.stringify(found.body.issue)).toBe(200);
  const inOrder = search.includes('_sort=') ? [...words(expected)] : words(expected).toSorted();
  const matches = ids(found, 'match');
  expect(search.includes('_sort=') ? matches : matches.toSorted()).toEqual(inOrder);
  expect(ids(found, 'include').toSorted()).toEqual(words(beside.included ?? '').toSorted());
  expect(found.body.total).toBe(beside.total ?? matches.length);
  const self = found.body.link?.find(({ relation }) => relation === 'self')?.url ?? '';
  const root = search.startsWith('?') ? BASE : `${BASE}/`;
  expect(said(self)).toEqual(said(`${root}${beside.self ?? withCount(search)}`));
};

describe.each(SERVED)('searches on $name', (database) => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await load(database);
  });
  afterAll(() => loaded.close());

  describe.each(Object.entries(GROUPS))('by %s', (_, cases) => {
    test.each(cases.map((one) => [one[0], one] as const))('%s', async (search, one) => {
      expectFound(await loaded.get(search), one);
      expectFound(await loaded.post(search), one);
    });
  });

  test.each(REFUSED)('refused: %s', async (search, ...reasons) => {
    for (const { status, body } of [await loaded.get(search), await loaded.post(search)]) {
      expect(status, JSON.stringify(body)).toBe(400);
      const [issue] = body.issue ?? [];
      expect(issue?.severity).toBe('error');
      for (const reason of reasons)
        expect(JSON.stringify(body.issue).replaceAll('\\"', '"')).toContain(reason);
    }
  });
});
