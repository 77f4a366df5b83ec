import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { folded } from '../../../src/fhir/search/folded.ts';
import { type SearchRequest, searchOf } from '../../../src/fhir/search/search-request.ts';
import { createPageTokens } from '../../../src/store/search/page-tokens.ts';
import { search } from '../../../src/store/search/search.ts';
import type { Engine } from '../../../src/store/sql/engine.ts';
import type { SearchPage } from '../../../src/store/store.ts';
import { ENGINES } from './engines.ts';
import { evaluate, evaluateIncludes, type Indexed } from './evaluate.ts';
import { includes, request, simple } from './requests.ts';
import { clear, entriesOf, IDS, type Put, put, putPlainly, TYPES, textOf } from './world.ts';

const pages = createPageTokens('secret');

const RUNS = 100;

const several = <T>(one: fc.Arbitrary<T>, count: number): fc.Arbitrary<readonly T[]> =>
  fc.array(one, { minLength: count, maxLength: count });

const name = ({ type, id }: { readonly type: string; readonly id: string }): string => `${type}/${id}`;

/** Changes of a few resources: versions, some of them deletions. */
const changes = (min: number, max: number): fc.Arbitrary<readonly Put[]> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...TYPES), fc.constantFrom(...IDS), fc.integer({ min: 0, max: 16 }))
      .chain(([type, id, lastUpdated]) =>
        fc
          .option(fc.record({ entries: entriesOf(type, folded), text: textOf }), { freq: 8 })
          .map((index) => ({ type, id, lastUpdated, ...(index && { index }) })),
      ),
    { minLength: min, maxLength: max },
  );

const store = (engine: Engine, all: readonly Put[]): Promise<void> =>
  engine.write(function* () {
    for (const one of all) yield* put(engine.dialect, one);
  });

const plain = (before: readonly Indexed[], all: readonly Put[]): readonly Indexed[] =>
  all.reduce(putPlainly, before);

const page = (engine: Engine, asked: SearchRequest): Promise<SearchPage> =>
  engine.read(() => search(engine.dialect, asked, pages));

/** All pages; between them others may write. */
const allPages = async (
  engine: Engine,
  asked: SearchRequest,
  between: () => Promise<void> = async () => undefined,
): Promise<readonly SearchPage[]> => {
  const found: SearchPage[] = [];
  let next: string | undefined;
  do {
    const one = await page(engine, next === undefined ? asked : { ...asked, page: next });
    found.push(one);
    next = one.next;
    if (next !== undefined) await between();
  } while (next !== undefined);
  return found;
};

const everything = searchOf([]);

describe.each(ENGINES)('search on $name', ({ open }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  beforeEach(() => clear(engine));
  afterAll(() => engine.close());

  test('finds what a plain search finds, page by page, whatever is written meanwhile', async () => {
    await fc.assert(
      fc
        .asyncProperty(
          changes(5, 25),
          several(request, 6),
          changes(0, 6),
          async (before, requests, meanwhile) => {
            await store(engine, before);
            let all = plain([], before);
            for (const asked of requests) {
              const then = all;
              const expected = evaluate(then, asked);
              const found = await allPages(engine, asked, async () => {
                await store(engine, meanwhile);
                all = plain(all, meanwhile);
              });
              expect(found.flatMap(({ matches }) => matches.map(name))).toEqual(expected.map(name));
              for (const { total, matches, included } of found) {
                expect(total).toBe(expected.length);
                const shown = expected.filter((one) => matches.some((match) => name(match) === name(one)));
                expect(included.map(name).sort()).toEqual(
                  [...evaluateIncludes(then, asked.include, shown)].map(name).sort(),
                );
              }
            }
          },
        )
        .beforeEach(() => clear(engine)),
      { numRuns: RUNS },
    );
  });

  test('finds each kind of value as a plain search does', async () => {
    await fc.assert(
      fc
        .asyncProperty(changes(15, 25), several(simple, 40), async (before, criteria) => {
          await store(engine, before);
          const all = plain([], before);
          for (const where of criteria) {
            const asked = { ...everything, where, count: 100 };
            const { matches } = await page(engine, asked);
            expect(matches.map(name), JSON.stringify(where)).toEqual(evaluate(all, asked).map(name));
          }
        })
        .beforeEach(() => clear(engine)),
      { numRuns: RUNS },
    );
  });

  test('includes what a plain search includes', async () => {
    await fc.assert(
      fc
        .asyncProperty(changes(15, 25), several(includes, 10), async (before, all) => {
          await store(engine, before);
          const now = plain([], before);
          for (const include of all) {
            const asked = { ...everything, count: 3, include };
            const { included } = await page(engine, asked);
            expect(included.map(name).sort()).toEqual(
              [...evaluateIncludes(now, include, evaluate(now, asked).slice(0, 3))].map(name).sort(),
            );
          }
        })
        .beforeEach(() => clear(engine)),
      { numRuns: RUNS },
    );
  });
});
