import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVED } from '../server.ts';
import { expectFound } from './expect-found.ts';
import { type Loaded, load } from './loaded.ts';

const ALL = 'ana ben cem dot eve gus';

/** A search with parts that are left out, what is found, how the rest is said, and what is told of. */
const LENIENT: readonly (readonly [search: string, ids: string, self: string, ...told: readonly string[]])[] =
  [
    ['Patient?nothing=x', ALL, 'Patient?_count=50', 'http.nothing'],
    [
      'Patient?nothing=x&gender=female',
      'ana',
      'Patient?gender=female&_count=50',
      'http.nothing',
      'birthdate',
    ],
    ['Patient?gender=female&a=1&b=2', 'ana', 'Patient?gender=female&_count=50', 'http.a', 'http.b'],
    ['Patient?family:like=x&_id=ana', 'ana', 'Patient?_id=ana&_count=50', 'http.family:like', 'contains'],
    ['Patient?birthdate=soon&_id=ana', 'ana', 'Patient?_id=ana&_count=50', 'not a date'],
    ['Patient?organization.nothing=x&_id=ana', 'ana', 'Patient?_id=ana&_count=50', 'nothing'],
    ['Patient?_has:Observation:patient:nothing=x&_id=ana', 'ana', 'Patient?_id=ana&_count=50', 'nothing'],
    ['Patient?_filter=nothing eq x&_id=ana', 'ana', 'Patient?_id=ana&_count=50', 'http._filter'],
    ['Patient?_sort=nothing&_id=ana', 'ana', 'Patient?_id=ana&_count=50', 'http._sort'],
    ['Patient?_include=Patient:name&_id=ana', 'ana', 'Patient?_id=ana&_count=50', 'http._include'],
    ['Patient?_contained=maybe&_id=ana', 'ana', 'Patient?_id=ana&_count=50', 'http._contained'],
    ['Patient?_count=many&_id=ana', 'ana', 'Patient?_id=ana&_count=50', 'http._count'],
    ['Patient?_total=some&_id=ana', 'ana', 'Patient?_id=ana&_count=50', 'http._total'],
    ['Patient?_elements=nothing&_id=ana', 'ana', 'Patient?_id=ana&_count=50', 'http._elements'],
    [
      'Basic?code:in=ValueSet/none&code=red',
      'basic-red basic-local',
      'Basic?code=red&_count=50',
      'ValueSet/none',
    ],
  ];

const LEAVE = { Prefer: 'handling=lenient' };

describe.each(SERVED)('lenient searches on $name', (database) => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await load(database);
  });
  afterAll(() => loaded.close());

  test.each(LENIENT)('%s', async (search, ids, self, ...told) => {
    for (const found of [await loaded.get(search, LEAVE), await loaded.post(search, LEAVE)]) {
      expectFound(found, [search, ids, { self }]);
      const outcomes = (found.body.entry ?? []).filter((one) => one.search?.mode === 'outcome');
      expect(outcomes.map((one) => one.resource?.resourceType)).toEqual(['OperationOutcome']);
      const text = JSON.stringify(outcomes);
      expect(text).toContain('"severity":"warning"');
      expect(text).not.toContain('"severity":"error"');
      for (const one of told) expect(text).toContain(one);
    }
    const { status } = await loaded.get(search, { Prefer: 'handling=strict' });
    expect(status).toBe(400);
  });

  test.each([
    'Patient?_query=all',
    `Patient?_id=${Array.from({ length: 3000 }, (_, n) => `a${n}`).join(',')}`,
  ])('what must not be left out is refused all the same: %.40s', async (search) => {
    expect((await loaded.post(search, LEAVE)).status).toBe(400);
  });

  test('nothing is told where all is understood', async () => {
    const { body } = await loaded.get('Patient?_id=ana', LEAVE);
    expect(body.entry?.map((one) => one.search?.mode)).toEqual(['match']);
  });
});
