import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVED } from '../server.ts';
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
import { expectFound } from './expect-found.ts';
import { type Loaded, load } from './loaded.ts';

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
