import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchOf } from '../../src/fhir/search/search-request.ts';
import { type Store, VersionConflict, type Write } from '../../src/store/store.ts';
import { at, deleting, found, hasToken, organization, putting, useStore } from './fixture.ts';
import { DATABASES } from './stores.ts';

interface Known {
  readonly id: string;
  readonly versionId: number;
  readonly value: string | undefined;
  readonly time: number;
}

/** What a store keeps, said plainly: all versions in the order in which they were made. */
class Model {
  readonly versions: Known[] = [];

  current(id: string): Known | undefined {
    return this.versions.findLast((version) => version.id === id);
  }

  /** Whether the batch is accepted. */
  write(batch: readonly Change[], time: number): boolean {
    const before = this.versions.length;
    // The first writes of all resources come before the second of any.
    const waves = batch.map(({ id }, at) => batch.slice(0, at).filter((one) => one.id === id).length);
    const inWaves = batch
      .map((one, at) => ({ ...one, wave: waves[at] ?? 0 }))
      .sort((a, b) => a.wave - b.wave);
    for (const { id, replaces, value } of inWaves) {
      const current = this.current(id);
      if ((current?.versionId ?? 0) !== replaces) {
        this.versions.length = before;
        return false;
      }
      this.versions.push({ id, versionId: replaces + 1, value, time: Math.max(time, current?.time ?? 0) });
    }
    return true;
  }

  history(id?: string): readonly Known[] {
    return this.versions
      .map((version, seq) => ({ version, seq }))
      .filter(({ version }) => id === undefined || version.id === id)
      .sort((a, b) => b.version.time - a.version.time || b.seq - a.seq)
      .map(({ version }) => version);
  }
}

interface Change {
  readonly id: string;
  readonly value: string | undefined;
  readonly replaces: number;
}

const IDS = ['a', 'b', 'c'];
const VALUES = ['x', 'y'];

/** Mostly the right version to replace, so that most batches are accepted. */
const change = fc.record({
  id: fc.constantFrom(...IDS),
  value: fc.option(fc.constantFrom(...VALUES), { nil: undefined, freq: 4 }),
  wrong: fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(-1, 1) },
  ),
});

const batches = fc.array(
  fc.record({ changes: fc.array(change, { minLength: 1, maxLength: 3 }), time: fc.nat({ max: 20 }) }),
  { maxLength: 12 },
);

const writeOf = ({ id, value, replaces }: Change): Write =>
  value === undefined ? deleting('Organization', id, replaces) : putting(organization(id, value), replaces);

describe.each(DATABASES)('any sequence of writes: $name', (kind) => {
  const opened = useStore(kind);

  const shown = (prefix: string, versions: Awaited<ReturnType<Store['history']>>['versions']) =>
    versions.map((version) => ({
      id: version.id.replace(prefix, ''),
      versionId: version.versionId,
      value: version.deleted ? undefined : /"value":"[^"]*-(.)"/.exec(version.text)?.[1],
      time: (Date.parse(version.lastUpdated) - Date.parse(at(0))) / 1000,
    }));

  test('is read, found and told in histories as a plain model has it', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(batches, async (all) => {
        const { store } = opened;
        run += 1;
        const prefix = `r${run}-`;
        const model = new Model();
        for (const { changes, time } of all) {
          const batch = changes.map(({ id, value, wrong }, at) => {
            const before = changes.slice(0, at).filter((one) => one.id === id).length;
            const replaces = Math.max(0, (model.current(id)?.versionId ?? 0) + before + wrong);
            return { id, value, replaces };
          });
          const writes = batch.map((one) =>
            writeOf({ ...one, id: prefix + one.id, value: one.value && prefix + one.value }),
          );
          const accepted = await store.write({ writes }, at(time)).then(
            () => true,
            (error: unknown) => {
              expect(error).toBeInstanceOf(VersionConflict);
              return false;
            },
          );
          expect(accepted).toBe(model.write(batch, time));
        }
        for (const id of IDS) {
          const current = await store.read('Organization', prefix + id);
          expect(shown(prefix, current ? [current] : [])).toEqual([model.current(id) ?? []].flat());
          const { versions } = await store.history({ type: 'Organization', id: prefix + id, count: 100 });
          expect(shown(prefix, versions)).toEqual(model.history(id));
          for (const version of versions)
            expect(await store.vread('Organization', prefix + id, version.versionId)).toEqual(version);
        }
        const { versions } = await store.history({ type: 'Organization', count: 1000 });
        const ofRun = versions.filter(({ id }) => id.startsWith(prefix));
        expect(shown(prefix, ofRun)).toEqual(model.history());
        for (const value of VALUES) {
          const ids = await found(store, 'Organization', hasToken('Organization.identifier', prefix + value));
          const expected = IDS.filter((id) => model.current(id)?.value === value).map((id) => prefix + id);
          expect(ids.toSorted()).toEqual(expected);
        }
        const { total = 0 } = await store.search(searchOf(['Organization']));
        expect(total).toBeGreaterThanOrEqual(IDS.filter((id) => model.current(id)?.value).length);
      }),
      { numRuns: kind.name === 'SQLite in memory' ? 100 : 25 },
    );
  });
});
