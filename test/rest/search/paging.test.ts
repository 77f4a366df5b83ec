import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BASE, SERVED } from '../server.ts';
import { idsOf, linkOf } from './expect-found.ts';
import { type Found, type Loaded, load, SEARCHED_AT } from './loaded.ts';

const SEARCHES = [
  'Observation?_sort=_id',
  'Observation?_sort=date',
  'Observation?_sort=-date',
  'Observation?_sort=code,-value-quantity',
  'Observation?_sort=-subject,status,_id',
  'Observation?code:not=3141-9',
  'Patient?_sort=-family,_id',
  'Patient?_has:Observation:patient:code:missing=false&_sort=gender',
  'ResearchStudy?_sort=-recruitment-target',
  '?_type=Patient,Encounter,Evidence',
  'Patient/ana/*',
];

/** A link as the server under test can be asked for it. */
const local = (url: string): string => url.slice(BASE.length).replace(/^\//, '');

const sized = (search: string, size: number): string =>
  `${search}${search.includes('?') ? '&' : '?'}_count=${size}`;

describe.each(SERVED)('pages on $name', (database) => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await load(database);
  });
  afterAll(() => loaded.close());

  /** All pages; `between` is done before each but the first. */
  const pages = async (search: string, between = async () => {}): Promise<readonly Found[]> => {
    const found = [await loaded.get(search)];
    for (;;) {
      const last = found.at(-1) as Found;
      expect(last.status, JSON.stringify(last.body.issue)).toBe(200);
      const next = linkOf(last, 'next');
      if (next === undefined) return found;
      await between();
      found.push(await loaded.get(local(next)));
      expect(found.length).toBeLessThan(100);
    }
  };

  test.each(SEARCHES.flatMap((search) => [1, 2, 3, 7].map((size) => [search, size] as const)))(
    '%s by %i: each match once, in order',
    async (search, size) => {
      const whole = await loaded.get(sized(search, 50));
      const expected = idsOf(whole);
      const found = await pages(sized(search, size));
      expect(found.flatMap((one) => idsOf(one))).toEqual(expected);
      expect(found).toHaveLength(Math.max(1, Math.ceil(expected.length / size)));
      for (const [at, one] of found.entries()) {
        expect(one.body.total).toBe(expected.length);
        expect(idsOf(one).length).toBe(Math.min(size, expected.length - at * size));
        const self = linkOf(one, 'self') ?? '';
        expect(idsOf(await loaded.get(local(self)))).toEqual(idsOf(one));
      }
    },
  );

  test('by POST, from the first to the links', async () => {
    const first = await loaded.post('Patient?_sort=_id&_count=4');
    const next = linkOf(first, 'next') ?? '';
    expect([...idsOf(first), ...idsOf(await loaded.get(local(next)))]).toEqual(
      'ana ben cem dot eve gus'.split(' '),
    );
    expect(idsOf(await loaded.post(local(next)))).toEqual(['eve', 'gus']);
  });

  test('have what belongs to their matches included', async () => {
    const found = await pages('Observation?code=3141-9&_include=Observation:subject&_sort=_id&_count=1');
    expect(found.map((one) => [idsOf(one), idsOf(one, 'include')])).toEqual([
      [['w-154lb'], ['ben']],
      [['w-69900g'], ['ana']],
      [['w-70kg'], ['ana']],
    ]);
  });

  test('are as when the first was given, whatever is written meanwhile', async () => {
    let written = 0;
    const found = await pages('Organization?_sort=name&_include=Organization:partof&_count=1', async () => {
      written += 1;
      await loaded.put({ resourceType: 'Organization', id: `new-${written}`, name: `Aa ${written}` });
      await loaded.put({ resourceType: 'Organization', id: 'org-north', name: `Zz ${written}` });
      if (written === 1) await loaded.remove('Organization/org-bay');
    });
    expect(found.map((one) => idsOf(one))).toEqual([
      ['org-klinik'],
      ['org-bay'],
      ['org-north'],
      ['org-ward'],
    ]);
    expect(found.map((one) => idsOf(one, 'include'))).toEqual([[], ['org-ward'], [], ['org-north']]);
    expect(found.map(({ body }) => body.total)).toEqual([4, 4, 4, 4]);
    expect(JSON.stringify(found[2])).toContain('Northern Health Trust');
    expect(idsOf(await loaded.get('Organization?_sort=name'))).toEqual([
      'new-1',
      'new-2',
      'new-3',
      'org-klinik',
      'org-ward',
      'org-north',
    ]);
  });

  describe('that are refused', () => {
    let next: string;
    beforeAll(async () => {
      next = local(linkOf(await loaded.get('Patient?gender=male&_count=1'), 'next') ?? '');
      expect((await loaded.get(next)).status).toBe(200);
    });

    const expectRefused = async (search: string, status = 400) => {
      const found = await loaded.get(search);
      expect(found.status, search).toBe(status);
      expect(JSON.stringify(found.body)).toContain('http._page');
    };

    test('changed in any place', async () => {
      const [before = '', token = ''] = next.split('_page=');
      for (const at of [0, 5, 20, token.indexOf('.'), token.length - 5]) {
        const other = token[at] === 'A' ? 'B' : 'A';
        await expectRefused(`${before}_page=${token.slice(0, at)}${other}${token.slice(at + 1)}`);
      }
      await expectRefused(`${before}_page=${token.split('.')[0]}`);
      await expectRefused(`${before}_page=.`);
    });

    test('of another search', async () => {
      await expectRefused(next.replace('gender=male', 'gender=female'));
      await expectRefused(next.replace('_count=1', '_count=2'));
      await expectRefused(next.replace('Patient?', 'Practitioner?'));
      await expectRefused(`${next}&name=ben`);
    });

    test('older than an hour', async () => {
      const later = (minutes: number) => new Date(Date.parse(SEARCHED_AT) + minutes * 60_000).toISOString();
      loaded.setTime(later(59));
      expect((await loaded.get(next)).status).toBe(200);
      loaded.setTime(later(61));
      await expectRefused(next, 410);
      loaded.setTime(SEARCHED_AT);
    });
  });
});
