import { describe, expect, test } from 'vitest';
import { openEngine } from '../../src/store/open.ts';
import type { Dialect, Engine } from '../../src/store/sql/engine.ts';
import { type Row, rows, type Work } from '../../src/store/sql/work.ts';
import { SearchTooLong } from '../../src/store/store.ts';
import { DATABASES, type DatabaseKind } from './stores.ts';

/** Counts so far that nobody waits for it. */
const counting = ({ inTime }: Dialect, to: number) =>
  function* (): Work<readonly Row[]> {
    const where = ['TRUE', ...inTime('n').map(({ sql }) => sql)].join(' AND ');
    return yield* rows(
      `SELECT count(*) AS counted FROM (WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?)
         SELECT n FROM numbers) AS counted WHERE ${where}`,
      to,
    );
  };

const FOR_EVER = 1_000_000_000;
const LONG = 300_000;

const withEngine = async (
  kind: DatabaseKind,
  searchTime: number | undefined,
  use: (engine: Engine) => Promise<void>,
): Promise<void> => {
  const { url, remove } = await kind.create();
  const engine = openEngine(url, searchTime === undefined ? {} : { searchTime });
  try {
    await use(engine);
  } finally {
    await engine.close();
    await remove();
  }
};

describe.each(DATABASES)('on $name', (kind) => {
  test('what takes longer than it may is ended, and others are answered', () =>
    withEngine(kind, 400, async (engine) => {
      const searches = [1, 2, 3].map(() => engine.read(counting(engine.dialect, FOR_EVER)));
      await Promise.all(searches.map((search) => expect(search).rejects.toThrow(SearchTooLong)));
      expect(await engine.read(counting(engine.dialect, 5))).toEqual([{ counted: 5 }]);
    }));

  test('what is searched for within a write does not keep others from writing', () =>
    withEngine(kind, 50, async (engine) => {
      const { name } = engine.dialect;
      const write = engine.write(counting(engine.dialect, name === 'sqlite' ? FOR_EVER : 5));
      if (name === 'sqlite') await expect(write).rejects.toThrow(SearchTooLong);
      else await write;
      await engine.write(function* () {
        yield* rows('SELECT 1');
      });
    }));

  test('nothing is ended where there is all the time', () =>
    withEngine(kind, undefined, async (engine) => {
      expect(await engine.read(counting(engine.dialect, LONG))).toEqual([{ counted: LONG }]);
    }));
});

describe('on a SQLite file', () => {
  const [, file] = DATABASES;

  test('what takes long is read in a thread of its own, as the file is then', () =>
    withEngine(file as DatabaseKind, 20_000, async (engine) => {
      await engine.write(function* () {
        yield* rows('CREATE TABLE one (n INTEGER)');
        yield* rows('INSERT INTO one VALUES (1)');
      });
      let answered = 0;
      const long = engine
        .read(function* () {
          yield* counting(engine.dialect, LONG * 10)();
          return yield* rows('SELECT n FROM one');
        })
        .then((found) => ({ found, before: answered }));
      while (answered < 3) {
        await engine.ask({ sql: 'SELECT 1', values: [] });
        answered += 1;
      }
      expect(await long).toEqual({ found: [{ n: 1 }], before: 3 });
    }));

  test('what fails there fails as it would here', () =>
    withEngine(file as DatabaseKind, 20_000, async (engine) => {
      const failing = engine.read(function* () {
        yield* counting(engine.dialect, LONG * 10)();
        yield* rows('SELECT * FROM nowhere');
      });
      await expect(failing).rejects.toThrow(/nowhere/);
    }));
});
