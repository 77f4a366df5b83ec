import { describe, expect, test } from 'vitest';
import { type Criterion, type SearchValue, searchOf } from '../../../src/fhir/search/search-request.ts';
import type { IndexEntry } from '../../../src/store/index/index-entry.ts';
import { matching } from '../../../src/store/search/search.ts';
import type { Engine } from '../../../src/store/sql/engine.ts';
import { ExpiredPage, UnknownPage } from '../../../src/store/store.ts';
import { DATABASES } from '../stores.ts';
import { allPages, name, page, pass } from './asking.ts';
import { useEngine } from './engines.ts';
import { store } from './world.ts';

const NOTHING = { narrative: '', content: '' };

const resource = (type: string, id: string, ...entries: readonly IndexEntry[]) => ({
  type,
  id,
  lastUpdated: 0,
  index: { entries, text: NOTHING },
});

const deleted = (type: string, id: string) => ({ type, id, lastUpdated: 0 });

const token = (code: string, parameter = 'Group.code'): IndexEntry => ({
  kind: 'token',
  parameter,
  part: 0,
  system: 'urn:s',
  code,
  caseSensitive: true,
});

const reference = (type: string, id: string, parameter = 'Group.member'): IndexEntry => ({
  kind: 'reference',
  parameter,
  part: 0,
  type,
  id,
  url: null,
  version: null,
});

const canonical = (url: string, version: string | null = null): IndexEntry => ({
  kind: 'reference',
  parameter: 'Library.depends-on',
  part: 0,
  type: null,
  id: null,
  url,
  version,
});

const library = (id: string, ...entries: readonly IndexEntry[]) =>
  resource('Library', id, { kind: 'uri', parameter: 'Library.url', part: 0, value: `urn:${id}` }, ...entries);

const text = (value: string): IndexEntry => ({
  kind: 'string',
  parameter: 'Group.name',
  part: 0,
  folded: value.toLowerCase(),
  exact: value,
});

const value = (parameter: string, ...anyOf: readonly SearchValue[]): Criterion => ({
  kind: 'value',
  parameter,
  anyOf,
});

const found = async (engine: Engine, where: Criterion, type = 'Group'): Promise<readonly string[]> => {
  const { matches } = await page(engine, searchOf([type], where, 1000));
  return matches.map(({ id }) => id);
};

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

const MEMBERS = { reverse: false, source: 'Group', parameters: ['Group.member'], iterate: false };

describe.each(DATABASES)('searches at the edges: $name', (kind) => {
  const opened = useEngine(kind);

  test('counts only, where no matches are wanted', async () => {
    const { engine } = opened;
    await store(engine, [resource('Group', 'a'), resource('Group', 'b'), deleted('Group', 'b')]);
    expect(await page(engine, { ...searchOf(['Group']), total: 'none' })).toEqual({
      total: 1,
      matches: [],
      included: [],
    });
  });

  test('leaves the total out where it is not wanted, on every page', async () => {
    const { engine } = opened;
    await store(
      engine,
      numbers(5).map((n) => resource('Group', `g${n}`)),
    );
    const all = await allPages(engine, { ...searchOf(['Group'], undefined, 2), total: 'none' });
    expect(all.map(({ matches }) => matches.length)).toEqual([2, 2, 1]);
    expect(all.every((one) => !('total' in one))).toBe(true);
  });

  test('ends with a page that is full', async () => {
    const { engine } = opened;
    await store(
      engine,
      numbers(4).map((n) => resource('Group', `g${n}`)),
    );
    const all = await allPages(engine, searchOf(['Group'], undefined, 2));
    expect(all.map(({ matches, total }) => [matches.length, total])).toEqual([
      [2, 4],
      [2, 4],
    ]);
  });

  test('refuses a page of another search and one that is too old', async () => {
    const { engine } = opened;
    await store(
      engine,
      numbers(3).map((n) => resource('Group', `g${n}`)),
    );
    const asked = searchOf(['Group'], undefined, 1);
    const { next = '' } = await page(engine, asked);
    const second = await page(engine, { ...asked, page: next });
    await expect(page(engine, { ...asked, types: [], page: next })).rejects.toThrow(UnknownPage);
    await expect(page(engine, { ...asked, page: `${next}x` })).rejects.toThrow(UnknownPage);
    pass(61 * 60 * 1000);
    await expect(page(engine, { ...asked, page: next })).rejects.toThrow(ExpiredPage);
    await expect(page(engine, { ...asked, page: second.next ?? '' })).rejects.toThrow(ExpiredPage);
  });

  test('tells none, one and several apart for a condition', async () => {
    const { engine } = opened;
    await store(engine, [
      ...['a', 'b', 'c'].map((id) => resource('Group', id, token(id), token('all'))),
      resource('Patient', 'a', token('a')),
    ]);
    const ids = (code: string) =>
      engine.read(() =>
        matching(engine.dialect, searchOf(['Group'], value('Group.code', { type: 'token', code }))),
      );
    expect(await ids('a')).toEqual(['a']);
    expect(await ids('none')).toEqual([]);
    expect(await ids('all')).toHaveLength(2);
  });

  test('takes thousands of tokens, of many systems', async () => {
    const { engine } = opened;
    await store(engine, [resource('Group', 'a', token('c4999')), resource('Group', 'b', token('other'))]);
    const codes = numbers(5000).map((n) => ({ type: 'token' as const, code: `c${n}` }));
    expect(await found(engine, value('Group.code', ...codes))).toEqual(['a']);
    const coded = codes.map((one, n) => ({ ...one, system: n % 5 === 4 ? 'urn:s' : `urn:${n % 700}` }));
    expect(await found(engine, value('Group.code', ...coded))).toEqual(['a']);
    expect(await found(engine, { kind: 'not', of: value('Group.code', ...coded) })).toEqual(['b']);
  });

  test('takes thousands of other values and of criteria', async () => {
    const { engine } = opened;
    await store(engine, [resource('Group', 'a', text('w1999')), resource('Group', 'b', text('other'))]);
    const words = numbers(2000).map((n) => ({
      type: 'string' as const,
      match: 'exact' as const,
      text: `w${n}`,
    }));
    expect(await found(engine, value('Group.name', ...words))).toEqual(['a']);
    const apart = words.slice(1500).map((word) => value('Group.name', word));
    expect(await found(engine, { kind: 'or', of: apart })).toEqual(['a']);
  });

  test('follows ten canonicals, there and back', async () => {
    const { engine } = opened;
    await store(
      engine,
      numbers(12).map((n) => library(`l${n}`, canonical(`urn:l${n + 1}`))),
    );
    const there = numbers(10).reduce<Criterion>(
      (where) => ({ kind: 'chain', parameter: 'Library.depends-on', types: ['Library'], where }),
      { kind: 'id', anyOf: ['l11'] },
    );
    expect(await found(engine, there, 'Library')).toEqual(['l1']);
    const back = numbers(10).reduce<Criterion>(
      (where) => ({ kind: 'has', parameter: 'Library.depends-on', type: 'Library', where }),
      { kind: 'id', anyOf: ['l0'] },
    );
    expect(await found(engine, back, 'Library')).toEqual(['l10']);
  });

  test('tells long strings apart by what follows their beginning', async () => {
    const { engine } = opened;
    const long = 'word '.repeat(1000);
    await store(engine, [
      resource('Group', 'a', text(`${long}a`)),
      resource('Group', 'b', text(`${long}b`)),
      resource('Group', 'c', text('word')),
    ]);
    const by = (match: 'start' | 'exact' | 'contains', sought: string) =>
      found(engine, value('Group.name', { type: 'string', match, text: sought }));
    expect(await by('start', `${long}a`)).toEqual(['a']);
    expect(await by('start', long.slice(0, 600))).toEqual(['a', 'b']);
    expect(await by('exact', `${long}b`)).toEqual(['b']);
    expect(await by('contains', 'WORD b')).toEqual(['b']);
    expect(await by('start', 'word')).toEqual(['a', 'b', 'c']);
  });

  test('takes what LIKE would read as a pattern for what it is', async () => {
    const { engine } = opened;
    const uri = (id: string, url: string) =>
      resource('Group', id, { kind: 'uri', parameter: 'Group.uri', part: 0, value: url });
    await store(engine, [uri('a', 'urn:50%_x\\'), uri('b', 'urn:50Axx'), uri('c', 'URN:50%_X\\Y')]);
    const by = (text: string) =>
      found(engine, value('Group.uri', { type: 'uri', match: 'contains', uri: text }));
    expect(await by('50%_x\\')).toEqual(['a', 'c']);
    expect(await by('%')).toEqual(['a', 'c']);
    expect(await by("' OR 1=1 --")).toEqual([]);
  });

  test.each([
    [1000, undefined],
    [1001, true],
  ])(
    'includes a thousand resources of %i, the matches besides, and tells of the rest',
    async (count, rest) => {
      const { engine } = opened;
      const members = numbers(count).map((n) => `p${n}`);
      await store(engine, [
        ...members.map((id) => resource('Patient', id)),
        resource('Group', 'g', reference('Group', 'g'), ...members.map((id) => reference('Patient', id))),
      ]);
      const { matches, included, truncated } = await page(engine, {
        ...searchOf(['Group'], undefined, 10),
        include: [MEMBERS, MEMBERS],
      });
      expect(truncated).toBe(rest);
      expect(matches.map(name)).toEqual(['Group/g']);
      expect(new Set(included.map(name)).size).toBe(1000);
      expect(included).toHaveLength(1000);
      expect(included.every(({ type }) => type === 'Patient')).toBe(true);
    },
  );

  test('follows a circle of references to its end', async () => {
    const { engine } = opened;
    await store(
      engine,
      numbers(30).map((n) => resource('Group', `g${n}`, reference('Group', `g${(n + 1) % 30}`))),
    );
    const asked = {
      ...searchOf(['Group'], { kind: 'id', anyOf: ['g0'] }, 10),
      include: [{ ...MEMBERS, iterate: true }],
    };
    const { included } = await page(engine, asked);
    expect(included).toHaveLength(29);
  });

  test('shows on later pages what was included when the first was made', async () => {
    const { engine } = opened;
    await store(engine, [
      resource('Patient', 'p'),
      resource('Patient', 'q'),
      resource('Group', 'a', reference('Patient', 'p')),
      resource('Group', 'b', reference('Patient', 'p')),
    ]);
    const asked = { ...searchOf(['Group'], undefined, 1), include: [MEMBERS] };
    const { next = '' } = await page(engine, asked);
    await store(engine, [resource('Group', 'b', reference('Patient', 'q')), deleted('Patient', 'p')]);
    const second = await page(engine, { ...asked, page: next });
    expect(second.matches.map(({ id, versionId }) => [id, versionId])).toEqual([['b', 1]]);
    expect(second.included.map(name)).toEqual(['Patient/p']);
    const now = await page(engine, { ...asked, where: { kind: 'id', anyOf: ['b'] } });
    expect(now.included.map(name)).toEqual(['Patient/q']);
  });
});
