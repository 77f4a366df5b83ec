import fc from 'fast-check';
import type { FhirResource } from 'fhir/r5.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Content, content } from '../../src/fhir/content.ts';
import { type Pair, parseSearch } from '../../src/fhir/search-request.ts';
import { type Store, UnknownPage, type Version, VersionConflict } from '../../src/store/store.ts';

// Properties try hundreds of cases; a busy machine needs its time.
vi.setConfig({ testTimeout: 60_000 });

const BASE = 'http://127.0.0.1/fhir';
const NOW = '2031-05-06T07:08:09.123Z';

const organization = (id: string, value: string): FhirResource => ({
  resourceType: 'Organization',
  id,
  identifier: [{ system: 'urn:example:site', value }],
});

const report = (id: string, entries: string[], study?: string): FhirResource => ({
  resourceType: 'EvidenceReport',
  id,
  status: 'active',
  subject: {
    ...(study !== undefined && {
      characteristic: [{ code: { text: 'study' }, valueReference: { reference: study } }],
    }),
  },
  section: [{ entryReference: entries.map((reference) => ({ reference })) }],
});

const study = (id: string, result: string, number: string): FhirResource => ({
  resourceType: 'ResearchStudy',
  id,
  status: 'active',
  identifier: [{ system: 'https://registry.example', value: number }],
  result: [{ reference: result }],
});

const evidence = (id: string, observed: string): FhirResource => ({
  resourceType: 'Evidence',
  id,
  status: 'active',
  url: `https://example.org/Evidence/${id}`,
  variableDefinition: [
    {
      variableRole: { coding: [{ code: 'measuredVariable' }] },
      observed: { reference: observed },
    },
  ],
});

/** What every store must do, whatever it stands on. */
export const storeSuite = (name: string, open: () => Promise<Store>): void => {
  describe(name, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    const put = (resource: FhirResource, replaces = 0, sent: Content = content(resource)) =>
      store.write([{ type: resource.resourceType, id: resource.id ?? '', content: sent, replaces }], NOW);

    const find = async (type: string, ...pairs: Pair[]): Promise<string[]> => {
      const parsed = parseSearch(type, pairs, BASE);
      if (!('request' in parsed)) throw new Error(JSON.stringify(parsed));
      return (await store.search(parsed.request)).matches.map(({ id }) => id);
    };

    test('gives back what was written, with id and meta set and every digit kept', async () => {
      const text =
        '{"resourceType":"Organization","name":"Ward","extension":[{"url":"urn:x","valueDecimal":0.40}]}';
      const [written] = await put(organization('ward', '1'), 0, { text, value: JSON.parse(text) });
      const read = (await store.read('Organization', 'ward')) as Version;
      expect(read).toEqual(written);
      expect(read).toMatchObject({ type: 'Organization', id: 'ward', versionId: 1, lastUpdated: NOW });
      expect(read.text).toContain('"valueDecimal":0.40');
      expect(JSON.parse(read.text)).toMatchObject({ id: 'ward', meta: { versionId: '1', lastUpdated: NOW } });
    });

    test('knows nothing of what was not written', async () => {
      await put(organization('ward', '1'));
      expect(await store.read('Organization', 'other')).toBeUndefined();
      expect(await store.read('Device', 'ward')).toBeUndefined();
      expect(await store.vread('Organization', 'ward', 2)).toBeUndefined();
    });

    test('keeps every version and finds only the current one', async () => {
      await put(organization('ward', 'old'));
      await put(organization('ward', 'new'), 1);
      expect((await store.read('Organization', 'ward'))?.versionId).toBe(2);
      expect((await store.vread('Organization', 'ward', 1))?.text).toContain('"old"');
      expect(await find('Organization', ['identifier', 'new'])).toEqual(['ward']);
      expect(await find('Organization', ['identifier', 'old'])).toEqual([]);
    });

    test('refuses a whole batch when one of it is not the version it thinks', async () => {
      await put(organization('ward', '1'));
      const batch = ['new', 'ward'].map((id) => ({
        type: 'Organization',
        id,
        content: content(organization(id, '2')),
        replaces: 0,
      }));
      await expect(store.write(batch, NOW)).rejects.toThrow(VersionConflict);
      expect(await store.read('Organization', 'new')).toBeUndefined();
      expect(await find('Organization', ['identifier', '2'])).toEqual([]);
    });

    test('a digest is that of the text as sent, whatever the server sets in it', async () => {
      const [first] = await put(organization('ward', '1'));
      const [second] = await put(organization('ward', '1'), 1);
      expect(second?.digest).toBe(first?.digest);
      expect(first?.digest).toMatch(/^[0-9a-f]{64}$/);
    });

    test('finds by token, reference, URL and over several resources', async () => {
      await put(evidence('mortality', 'EvidenceVariable/death'));
      await put(evidence('relapse', 'EvidenceVariable/relapse'));
      await put(report('r1', ['Evidence/mortality/_history/1'], 'ResearchStudy/s1'));
      await put(report('r2', ['Evidence/relapse', `${BASE}/Evidence/far`]));
      await put(study('s1', 'EvidenceReport/r1', 'A1'));
      await put(study('s2', 'EvidenceReport/r2', 'A2'));

      const cases: [type: string, name: string, value: string, found: string[]][] = [
        ['ResearchStudy', 'identifier', 'A1', ['s1']],
        ['ResearchStudy', 'identifier', 'https://registry.example|A1', ['s1']],
        ['ResearchStudy', 'identifier', 'https://registry.example|', ['s1', 's2']],
        ['ResearchStudy', 'identifier', '|A1', []],
        ['ResearchStudy', 'identifier', 'https://other.example|A1', []],
        ['ResearchStudy', 'identifier', 'A2,A1', ['s1', 's2']],
        ['ResearchStudy', 'identifier', 'a1', []],
        ['ResearchStudy', '_id', 's2,s9', ['s2']],
        ['ResearchStudy', 'result', 'EvidenceReport/r2', ['s2']],
        ['ResearchStudy', 'result', 'r2', ['s2']],
        ['ResearchStudy', 'result:EvidenceReport', 'r2', ['s2']],
        ['ResearchStudy', 'result', 'Citation/r2', []],
        ['EvidenceReport', 'entry', `${BASE}/Evidence/mortality`, ['r1']],
        ['EvidenceReport', 'entry', 'Evidence/far', ['r2']],
        ['EvidenceReport', 'study', 's1', ['r1']],
        ['Evidence', 'variable', 'EvidenceVariable/death', ['mortality']],
        ['Evidence', 'variable', 'Group/death', []],
        ['Evidence', 'url', 'https://example.org/Evidence/relapse', ['relapse']],
        ['Evidence', 'url', 'https://example.org/Evidence', []],
        ['Evidence', 'study', 'ResearchStudy/s1', ['mortality']],
        ['Evidence', 'study', 's1,s2', ['mortality', 'relapse']],
        ['Evidence', 'study', 's9', []],
      ];
      for (const [type, name, value, found] of cases)
        expect(await find(type, [name, value]), `${type}?${name}=${value}`).toEqual(found);
      expect(await find('Evidence', ['study', 's1'], ['variable', 'EvidenceVariable/relapse'])).toEqual([]);
    });

    test('any search that can be asked is answered', async () => {
      await put(study('s1', 'EvidenceReport/r1', 'A1'));
      const value = fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          'A1',
          'r1',
          '|',
          ',',
          '\\',
          "'",
          '\u0000',
          'EvidenceReport/r1',
          `${BASE}/Citation/1`,
          '%',
        ),
      );
      const name = fc.constantFrom('_id', 'identifier', 'result', 'result:Citation', 'outcome', '_count');
      await fc.assert(
        fc.asyncProperty(fc.array(fc.tuple(name, fc.array(value, { maxLength: 3 }))), async (sent) => {
          const pairs = sent.map(([one, values]): Pair => [one, values.join(',')]);
          const parsed = parseSearch('ResearchStudy', pairs, BASE);
          if (!('request' in parsed)) return;
          const { total, matches } = await store.search(parsed.request);
          expect(total).toBeLessThanOrEqual(1);
          expect(matches.length).toBeLessThanOrEqual(total);
        }),
        { numRuns: 500 },
      );
      const many = Array.from({ length: 999 }, (_, n) => `x${n}`);
      expect(await find('ResearchStudy', ['_id', [...many, 's1'].join(',')])).toEqual(['s1']);
      expect(await find('ResearchStudy', ['identifier', [...many, 'A1'].join(',')])).toEqual(['s1']);
      const repeated = Array.from({ length: 1000 }, (): Pair => ['identifier', 'A1']);
      expect(await find('ResearchStudy', ...repeated)).toEqual(['s1']);
      expect(parseSearch('ResearchStudy', [...repeated, ['_id', 's1']], BASE)).toMatchObject([
        { code: 'too-costly' },
      ]);
    });

    test('counts without giving anything', async () => {
      await put(organization('a', '1'));
      const found = await store.search({ type: 'Organization', filters: [], count: 0 });
      expect(found).toEqual({ total: 1, matches: [] });
    });

    test('pages lose and double nothing while others write', async () => {
      for (const id of ['a', 'b', 'c', 'd', 'e']) await put(organization(id, id));
      const request = { type: 'Organization', filters: [], count: 2 };
      const first = await store.search(request);
      await put(organization('a', 'again'), 1);
      await put(organization('z', 'late'));
      const second = await store.search({ ...request, page: first.next ?? '' });
      const third = await store.search({ ...request, page: second.next ?? '' });
      const ids = [first, second, third].map(({ matches }) => matches.map(({ id }) => id));
      expect(ids).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
      expect([first.total, second.total, third.total]).toEqual([5, 5, 5]);
      expect(third.next).toBeUndefined();
    });

    test('however pages and writes alternate, each resource of the start comes exactly once', async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 12 }),
          fc.integer({ min: 1, max: 5 }),
          fc.array(fc.array(fc.nat({ max: 15 }), { maxLength: 4 }), { maxLength: 13 }),
          async (size, count, writes) => {
            run += 1;
            const id = (n: number) => `run${run}-${n}`;
            const versions = new Map<number, number>();
            const write = async (n: number) => {
              const replaces = versions.get(n) ?? 0;
              await put({ ...organization(id(n), `run${run}`) }, replaces);
              versions.set(n, replaces + 1);
            };
            for (let n = 0; n < size; n += 1) await write(n);
            const filters = [
              { kind: 'token' as const, parameter: 'identifier', anyOf: [{ value: `run${run}` }] },
            ];
            const request = { type: 'Organization', filters, count };
            const seen: string[] = [];
            let page = await store.search(request);
            for (let turn = 0; ; turn += 1) {
              seen.push(...page.matches.map((one) => one.id));
              expect(page.total).toBe(size);
              for (const n of writes[turn] ?? []) await write(n);
              if (page.next === undefined) break;
              page = await store.search({ ...request, page: page.next });
            }
            expect(seen).toEqual(Array.from({ length: size }, (_, n) => id(n)));
          },
        ),
        { numRuns: 50 },
      );
    });

    test('a page is taken back only as it was given and only for the same search', async () => {
      for (const id of ['a', 'b', 'c']) await put(organization(id, id));
      const request = { type: 'Organization', filters: [], count: 1 };
      const { next = '' } = await store.search(request);
      expect(next).not.toBe('');
      const forged = next.replace(/^./, (first) => (first === '0' ? '1' : '0'));
      for (const page of ['', 'x', forged, `${next}x`, next.slice(0, -1)])
        await expect(store.search({ ...request, page }), page).rejects.toThrow(UnknownPage);
      await expect(store.search({ ...request, type: 'Device', page: next })).rejects.toThrow(UnknownPage);
      await expect(
        store.search({ ...request, filters: [{ kind: 'id', anyOf: ['a'] }], page: next }),
      ).rejects.toThrow(UnknownPage);
    });
  });
};
