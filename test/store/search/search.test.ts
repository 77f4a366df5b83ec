import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { searchOf } from '../../../src/fhir/search/search-request.ts';
import { DATABASES } from '../stores.ts';
import { allPages, name, page } from './asking.ts';
import { useEngine } from './engines.ts';
import { evaluate, evaluateIncludes } from './evaluate.ts';
import { containedRequest, includes, ofOneType, request, simple } from './requests.ts';
import { changes, clear, plain, store } from './world.ts';

const RUNS = 50;

const several = <T>(one: fc.Arbitrary<T>, count: number): fc.Arbitrary<readonly T[]> =>
  fc.array(one, { minLength: count, maxLength: count });

const everything = searchOf([]);

/** With a few versions that have a value, and with more than are looked at one by one. */
const KINDS = DATABASES.flatMap((kind) => [undefined, 2].map((few) => ({ kind, name: kind.name, few })));

describe.each(KINDS)('search as a plain search: $name, few: $few', ({ kind, few }) => {
  const opened = useEngine(kind, few);

  test.each([
    ['resources', request],
    ['contained resources', containedRequest],
  ])('finds the %s a plain search finds, page by page, whatever is written meanwhile', async (_, asking) => {
    await fc.assert(
      fc
        .asyncProperty(
          changes(5, 25),
          several(asking, 6),
          changes(0, 6),
          async (before, requests, meanwhile) => {
            const { engine } = opened;
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
        .beforeEach(() => clear(opened.engine)),
      { numRuns: RUNS },
    );
  });

  test('finds each kind of value as a plain search does', async () => {
    await fc.assert(
      fc
        .asyncProperty(changes(15, 25), several(simple, 40), async (before, criteria) => {
          const { engine } = opened;
          await store(engine, before);
          const all = plain([], before);
          for (const where of criteria) {
            const asked = { ...everything, where, count: 100 };
            const { matches } = await page(engine, asked);
            expect(matches.map(name), JSON.stringify(where)).toEqual(evaluate(all, asked).map(name));
          }
        })
        .beforeEach(() => clear(opened.engine)),
      { numRuns: RUNS },
    );
  });

  test('counts by its index alone as many as a plain search finds, whatever was replaced or is contained', async () => {
    await fc.assert(
      fc
        .asyncProperty(changes(15, 25), several(ofOneType, 40), async (before, requests) => {
          const { engine } = opened;
          await store(engine, before);
          const all = plain([], before);
          for (const asked of requests) {
            const { total } = await page(engine, asked);
            expect(total, JSON.stringify(asked.where)).toBe(evaluate(all, asked).length);
          }
        })
        .beforeEach(() => clear(opened.engine)),
      { numRuns: RUNS },
    );
  });

  test('includes what a plain search includes', async () => {
    await fc.assert(
      fc
        .asyncProperty(changes(15, 25), several(includes, 10), async (before, all) => {
          const { engine } = opened;
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
        .beforeEach(() => clear(opened.engine)),
      { numRuns: RUNS },
    );
  });
});
