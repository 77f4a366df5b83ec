import fc from 'fast-check';
import type { Bundle, Organization } from 'fhir/r5.js';
import type { Response } from 'supertest';
import { describe, expect, test } from 'vitest';
import { deletion, FHIR, put, resourceOf, send } from '../case.ts';
import { createServer, SERVED, type Server } from '../server.ts';

/** Versions of a resource, oldest first: the value of its identifier, or nothing where it was deleted. */
type Versions = readonly (string | undefined)[];

/** What should be stored. */
type Model = ReadonlyMap<string, Versions>;

const IDS = ['a', 'b', 'c'];
const VALUES = ['1', '2', '3'];

const site = (value: string, id?: string): Organization => ({
  resourceType: 'Organization',
  ...(id !== undefined && { id }),
  identifier: [{ system: 'urn:s', value }],
});

const current = (model: Model, id: string): string | undefined => model.get(id)?.at(-1);

const having = (model: Model, value: string): string[] =>
  [...model.keys()].filter((id) => current(model, id) === value);

/** The model with one more version, unless that is the current one. */
const changed = (model: Model, id: string, value: string | undefined): Model => {
  const versions = model.get(id) ?? [];
  return versions.at(-1) === value ? model : new Map([...model, [id, [...versions, value]]]);
};

/** The status that an update of what has this id is answered with. */
const updated = (model: Model, id: string): number => (current(model, id) === undefined ? 201 : 200);

/** An interaction: what is sent, and what it should do to the model. */
interface Step {
  readonly name: string;
  readonly send: (server: Server) => Promise<Response>;
  /** The id that the server made, where it made one. */
  readonly expected: (model: Model, made: string) => readonly [status: number, model: Model];
}

const path = '/fhir/Organization';
const id = fc.constantFrom(...IDS);
const value = fc.constantFrom(...VALUES);

const steps: fc.Arbitrary<Step> = fc.oneof(
  value.map(
    (one): Step => ({
      name: `create ${one}`,
      send: (server) =>
        send(server, { method: 'post', path, headers: FHIR, body: JSON.stringify(site(one)) }),
      expected: (model, made) => [201, changed(model, made, one)],
    }),
  ),
  fc.tuple(id, value).map(
    ([which, one]): Step => ({
      name: `put ${which} ${one}`,
      send: (server) => send(server, put(site(one, which))),
      expected: (model) => [updated(model, which), changed(model, which, one)],
    }),
  ),
  fc.tuple(id, value, fc.integer({ min: 1, max: 3 })).map(
    ([which, one, version]): Step => ({
      name: `put ${which} ${one} if it is version ${version}`,
      send: (server) => send(server, put(site(one, which), { 'If-Match': `W/"${version}"` })),
      expected: (model) =>
        current(model, which) !== undefined && model.get(which)?.length === version
          ? [200, changed(model, which, one)]
          : [412, model],
    }),
  ),
  fc.tuple(id, value).map(
    ([which, one]): Step => ({
      name: `patch ${which} ${one}`,
      send: (server) =>
        send(server, {
          method: 'patch',
          path: `${path}/${which}`,
          headers: { 'Content-Type': 'application/json-patch+json' },
          body: JSON.stringify([{ op: 'replace', path: '/identifier/0/value', value: one }]),
        }),
      expected: (model) => {
        if (!model.has(which)) return [404, model];
        return current(model, which) === undefined ? [410, model] : [200, changed(model, which, one)];
      },
    }),
  ),
  id.map(
    (which): Step => ({
      name: `delete ${which}`,
      send: (server) => send(server, deletion(`Organization/${which}`)),
      expected: (model) => [204, changed(model, which, undefined)],
    }),
  ),
  value.map(
    (one): Step => ({
      name: `create ${one} unless it is there`,
      send: (server) =>
        send(server, {
          method: 'post',
          path,
          headers: { ...FHIR, 'If-None-Exist': `identifier=urn:s|${one}` },
          body: JSON.stringify(site(one)),
        }),
      expected: (model, made) => {
        const { length } = having(model, one);
        return length === 0 ? [201, changed(model, made, one)] : [length === 1 ? 200 : 412, model];
      },
    }),
  ),
  fc.tuple(value, value).map(
    ([one, other]): Step => ({
      name: `put ${other} where ${one} is`,
      send: (server) =>
        send(server, {
          method: 'put',
          path: `${path}?identifier=urn:s|${one}`,
          headers: FHIR,
          body: JSON.stringify(site(other)),
        }),
      expected: (model, made) => {
        const [found, ...more] = having(model, one);
        if (more.length > 0) return [412, model];
        return found === undefined ? [201, changed(model, made, other)] : [200, changed(model, found, other)];
      },
    }),
  ),
  value.map(
    (one): Step => ({
      name: `delete where ${one} is`,
      send: (server) => send(server, { method: 'delete', path: `${path}?identifier=urn:s|${one}` }),
      expected: (model) => {
        const [found, ...more] = having(model, one);
        if (more.length > 0) return [412, model];
        return [204, found === undefined ? model : changed(model, found, undefined)];
      },
    }),
  ),
  fc.tuple(id, value, id).map(
    ([which, one, other]): Step => ({
      name: `put ${which} ${one} and delete ${other} together`,
      send: (server) =>
        send(server, {
          method: 'post',
          path: '/fhir',
          headers: FHIR,
          body: JSON.stringify({
            resourceType: 'Bundle',
            type: 'transaction',
            entry: [
              { resource: site(one, which), request: { method: 'PUT', url: `Organization/${which}` } },
              { request: { method: 'DELETE', url: `Organization/${other}` } },
            ],
          }),
        }),
      expected: (model) =>
        which === other ? [400, model] : [200, changed(changed(model, which, one), other, undefined)],
    }),
  ),
);

const idsOf = ({ entry = [] }: Bundle): string[] => entry.map(({ resource }) => resource?.id ?? '').sort();

/** Everything that can be asked is answered as the model says. */
const expectAsModel = async (server: Server, model: Model): Promise<void> => {
  const get = (query: string) => send(server, { path: `/fhir/${query}` });
  const bundle = async (query: string) => resourceOf(await get(query)).value as Bundle;
  for (const one of IDS) if (!model.has(one)) expect((await get(`Organization/${one}`)).status).toBe(404);
  for (const [one, versions] of model) {
    const answers = await Promise.all(versions.map((_, at) => get(`Organization/${one}/_history/${at + 1}`)));
    const read = await get(`Organization/${one}`);
    for (const [at, response] of [...answers, read].entries()) {
      const version = Math.min(at, versions.length - 1);
      const expected = versions[version];
      expect(response.status).toBe(expected === undefined ? 410 : 200);
      expect(response.headers.etag).toBe(`W/"${version + 1}"`);
      if (expected !== undefined) expect(resourceOf(response).value).toMatchObject(site(expected, one));
    }
    expect((await get(`Organization/${one}/_history/${versions.length + 1}`)).status).toBe(404);
    const { total, entry = [] } = await bundle(`Organization/${one}/_history`);
    expect(total).toBe(versions.length);
    expect(entry.map(({ request }) => request?.method === 'DELETE')).toEqual(
      versions.toReversed().map((version) => version === undefined),
    );
  }
  const all = [...model.values()].reduce((sum, { length }) => sum + length, 0);
  for (const query of ['_history', 'Organization/_history'])
    expect((await bundle(`${query}?_count=0`)).total).toBe(all);
  for (const one of VALUES)
    expect(idsOf(await bundle(`Organization?identifier=urn:s|${one}`))).toEqual(having(model, one).sort());
  expect(idsOf(await bundle('Organization'))).toEqual(VALUES.flatMap((one) => having(model, one)).sort());
};

describe.each(SERVED)('on $name', (database) => {
  test('whatever is done, reads, versions, histories and searches agree on it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 14 }), async (all) => {
        const server = await createServer({ database });
        try {
          let model: Model = new Map();
          for (const step of all) {
            const before = new Set(model.keys());
            const response = await step.send(server);
            const made = /Organization\/([^/]+)\//.exec(response.headers.location ?? '')?.[1] ?? '';
            const [status, after] = step.expected(model, made);
            expect(response.status, `${step.name}: ${response.text}`).toBe(status);
            if (status === 201 && !IDS.includes(made)) expect(before.has(made)).toBe(false);
            model = after;
          }
          await expectAsModel(server, model);
          expect(server.logged).toEqual([]);
        } finally {
          await server.close();
        }
      }),
      { numRuns: 40 },
    );
  });
});
