import type { Bundle, Organization } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { created, FHIR, put, resourceOf, send, testCases } from '../case.ts';
import { createServer, SERVED } from '../server.ts';

const ward = (id: string, name: string): Organization => ({ resourceType: 'Organization', id, name });

const batch = (length: number): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'batch',
    entry: Array.from({ length }, () => ({ request: { method: 'GET', url: 'Organization/id-1' } })),
  });

testCases(
  'of entries',
  [
    {
      name: 'as many as may be',
      before: created,
      method: 'post',
      path: '/fhir',
      headers: FHIR,
      body: batch(3),
      status: 200,
    },
    {
      name: 'more than may be',
      method: 'post',
      path: '/fhir',
      headers: FHIR,
      body: batch(4),
      status: 413,
      matches: { issue: [{ code: 'too-costly', expression: ['Bundle.entry'] }] },
    },
  ],
  { mostEntries: 3 },
);

describe.each(SERVED)('on $name', (database) => {
  test('more requests than can be answered are refused at once, and others are answered', async () => {
    const server = await createServer({ database, mostRequests: 3 });
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => send(server, put(ward(`w${at}`, 'Ward')))),
    );
    const refused = answers.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(answer.headers['retry-after']).toBe('1');
      expect(resourceOf(answer).value).toMatchObject({ issue: [{ code: 'throttled' }] });
    }
    const made = answers.filter(({ status }) => status === 201).length;
    expect(made).toBeGreaterThan(0);
    expect(made + refused.length).toBe(20);
    expect(await server.rows()).toBe(made);
    expect((await send(server, put(ward('last', 'Ward')))).status).toBe(201);
    await server.close();
  });

  test('a clock that steps back makes no version older than the one before it, and hides none', async () => {
    let time = '2031-05-06T07:08:09.123Z';
    const server = await createServer({ database, now: () => time });
    await send(server, put(ward('a', 'One')));
    time = '2031-05-06T06:00:00.000Z';
    const { body } = await send(server, put(ward('a', 'Two')));
    expect(body.meta).toMatchObject({ versionId: '2', lastUpdated: '2031-05-06T07:08:09.123Z' });
    await send(server, put(ward('b', 'One')));
    const bundle = async (path: string) => resourceOf(await send(server, { path })).value as Bundle;
    const { entry = [] } = await bundle('/fhir/Organization/a/_history');
    expect(entry.map(({ response }) => response?.etag)).toEqual(['W/"2"', 'W/"1"']);
    const seen: (string | undefined)[] = [];
    for (let path: string | undefined = '/fhir/_history?_count=1'; path !== undefined; ) {
      const page: Bundle = await bundle(path);
      seen.push(
        ...(page.entry ?? []).map(({ response }) => response?.location?.split('/').slice(-3).join('/')),
      );
      const next: string | undefined = page.link?.find(({ relation }) => relation === 'next')?.url;
      path = next && new URL(next).pathname + new URL(next).search;
    }
    expect(seen).toEqual(['a/_history/2', 'a/_history/1', 'b/_history/1']);
    await server.close();
  });
});
