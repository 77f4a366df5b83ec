import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVED } from '../server.ts';
import { idsOf } from './expect-found.ts';
import { type Loaded, load } from './loaded.ts';
import { found, ofType, PARAMETERS } from './plain/definitions.ts';
import { picks } from './plain/picks.ts';
import { searched } from './plain/search.ts';

const RUNS = 1500;

describe.each(SERVED)('searches on $name, compared with FHIRPath and plain rules', (database) => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await load(database);
  });
  afterAll(() => loaded.close());

  test('find what meets them', async () => {
    await fc.assert(
      fc.asyncProperty(picks, async (choices) => {
        const { search, ids } = searched(choices);
        const answer = await (choices.flip() ? loaded.post(search) : loaded.get(search));
        expect(answer.status, `${search}: ${JSON.stringify(answer.body.issue)}`).toBe(200);
        expect(idsOf(answer).toSorted(), decodeURIComponent(search)).toEqual(ids.toSorted());
      }),
      { numRuns: RUNS },
    );
  });

  test('know of every parameter where there is something, and where nothing', async () => {
    const asked = [...PARAMETERS.values()].flat().filter(({ type }) => type !== 'composite');
    expect(asked.length).toBeGreaterThan(200);
    for (const parameter of asked) {
      const { base, code } = parameter;
      const [there, missing] = [true, false].map((wanted) =>
        ofType(base)
          .filter((one) => found(parameter, one).length > 0 === wanted)
          .map(({ id = '' }) => id)
          .toSorted(),
      );
      expect(idsOf(await loaded.get(`${base}?${code}:missing=false`)).toSorted(), `${base}.${code}`).toEqual(
        there,
      );
      expect(idsOf(await loaded.get(`${base}?${code}:missing=true`)).toSorted(), `${base}.${code}`).toEqual(
        missing,
      );
    }
  });
});
