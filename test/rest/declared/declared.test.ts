import type {
  Bundle,
  CapabilityStatement,
  CapabilityStatementRestResource,
  FhirResource,
  OperationDefinition,
  Parameters,
} from 'fhir/r5.js';
import { afterAll, expect, test } from 'vitest';
import { builtInSearchParameters } from '../../../src/fhir/search/search-parameters.ts';
import { startClient } from './client.ts';
import { exampleOf } from './examples.ts';
import { modifiedValue, valueFor } from './values.ts';

const { ask, send, close } = await startClient();
afterAll(close);

const statement: CapabilityStatement = JSON.parse((await ask(200, 'GET', '/metadata')).text);
const rest = statement.rest![0]!;
const resources = rest.resource!;

const JSON_PATCH = { 'Content-Type': 'application/json-patch+json' };

const query = (pairs: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value])).toString();

const bundleOf = ({ text }: { readonly text: string }): Bundle => JSON.parse(text);

type Interaction = NonNullable<CapabilityStatementRestResource['interaction']>[number]['code'];

interface Instance {
  readonly type: string;
  readonly id: string;
  readonly resource: FhirResource;
}

const patched = (language: string) => ({
  headers: JSON_PATCH,
  body: JSON.stringify([{ op: 'add', path: '/language', value: language }]),
});

/** What shows that an interaction works, in the order in which they are tried on one resource. */
const INTERACTIONS: Readonly<Record<Exclude<Interaction, 'create'>, (on: Instance) => Promise<unknown>>> = {
  read: async ({ type, id }) => {
    const { headers } = await ask(200, 'GET', `/${type}/${id}`);
    expect(headers.get('etag')).toBe('W/"1"');
    await ask(304, 'GET', `/${type}/${id}`, { headers: { 'If-None-Match': 'W/"1"' } });
    const modified = headers.get('last-modified')!;
    await ask(304, 'GET', `/${type}/${id}`, { headers: { 'If-Modified-Since': modified } });
  },
  vread: ({ type, id }) => ask(200, 'GET', `/${type}/${id}/_history/1`),
  update: async ({ type, id, resource }) => {
    const changed = { ...resource, id, language: 'de' };
    await send(200, 'PUT', `/${type}/${id}`, changed);
    await send(200, 'PUT', `/${type}?_id=${id}`, { ...changed, language: 'fr' });
    await send(201, 'PUT', `/${type}/${id}-too`, { ...changed, id: `${id}-too` });
  },
  patch: async ({ type, id }) => {
    await ask(200, 'PATCH', `/${type}/${id}`, patched('en'));
    await ask(200, 'PATCH', `/${type}?_id=${id}`, patched('es'));
  },
  'history-instance': async ({ type, id }) => {
    const { total } = bundleOf(await ask(200, 'GET', `/${type}/${id}/_history`));
    expect(total, type).toBe(5);
  },
  'history-type': async ({ type }) => {
    expect(bundleOf(await ask(200, 'GET', `/${type}/_history`)).total, type).toBeGreaterThanOrEqual(6);
  },
  'search-type': async ({ type, id }) => {
    const byGet = bundleOf(await ask(200, 'GET', `/${type}?_id=${id}`));
    expect(byGet.entry?.map(({ resource }) => resource?.id)).toEqual([id]);
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const byPost = bundleOf(await ask(200, 'POST', `/${type}/_search`, { headers: form, body: `_id=${id}` }));
    expect(byPost.total).toBe(1);
  },
  delete: async ({ type, id }) => {
    await ask(204, 'DELETE', `/${type}/${id}`);
    await ask(410, 'GET', `/${type}/${id}`);
    await ask(204, 'DELETE', `/${type}?_id=${id}-too`);
    await ask(410, 'GET', `/${type}/${id}-too`);
  },
};

test.each(resources)('every interaction of $type works', async ({ type, interaction = [] }) => {
  const codes = interaction.map(({ code }) => code);
  expect(codes.toSorted()).toEqual(['create', ...Object.keys(INTERACTIONS)].toSorted());
  const resource = exampleOf(type);
  const created = await send(201, 'POST', `/${type}`, resource);
  const { id = '' } = JSON.parse(created.text) as FhirResource;
  await send(200, 'POST', `/${type}`, resource, { 'If-None-Exist': `_id=${id}` });
  for (const show of Object.values(INTERACTIONS)) await show({ type, id, resource });
});

const searchParameters = builtInSearchParameters();

/** Modifiers as the documentation of a parameter names them. */
const modifiersIn = (documentation = ''): readonly string[] =>
  /^Modifiers: (.*)\.$/m.exec(documentation)?.[1]?.split(', ') ?? [];

const prefixesIn = (documentation = ''): readonly string[] =>
  /^Prefixes: (.*)\.$/m.exec(documentation)?.[1]?.split(', ') ?? [];

type Declared = NonNullable<CapabilityStatementRestResource['searchParam']>[number];

/** Every search that a declared parameter allows. */
const searchesBy = (
  type: string,
  { name, documentation }: Declared,
): readonly (readonly [string, string])[] => {
  const parameter = searchParameters.find(type, name);
  if (parameter === undefined) throw new Error(`${type} has no search parameter ${name}`);
  const value = valueFor(parameter);
  const plain = name === '_has' ? '_has:Provenance:target:_id' : name;
  return [
    [plain, value],
    ...prefixesIn(documentation).map((prefix) => [plain, prefix + value] as const),
    ...modifiersIn(documentation).map(
      (modifier) =>
        [
          `${plain}:${modifier === 'type' ? (parameter.target?.[0] ?? 'Patient') : modifier}`,
          modifiedValue(parameter, modifier),
        ] as const,
    ),
  ];
};

test.each(resources)('$type can be searched by what is declared, and by nothing else', async (one) => {
  const { type, searchParam = [] } = one;
  for (const declared of searchParam)
    for (const pair of searchesBy(type, declared)) {
      const { link } = bundleOf(await ask(200, 'GET', `/${type}?${query([pair])}&_count=0`));
      expect(link?.[0]?.url, `${type} by ${pair[0]}`).toContain(query([pair]));
    }
  const { text } = await ask(400, 'GET', `/${type}?undeclared=a`);
  for (const { name } of searchParam) expect(text).toContain(name);
  const known = searchParameters.of(type).filter(({ base }) => base === type);
  expect(searchParam.map(({ name }) => name).toSorted()).toEqual(known.map(({ code }) => code).toSorted());
  for (const { name, documentation } of searchParam)
    for (const modifier of ['exact', 'of-type'])
      if (!modifiersIn(documentation).includes(modifier))
        await ask(400, 'GET', `/${type}?${name}:${modifier}=a`);
});

test('all types can be searched by what is declared for all', async () => {
  for (const declared of rest.searchParam ?? [])
    for (const pair of searchesBy('Resource', declared)) await ask(200, 'GET', `?${query([pair])}&_count=0`);
  await ask(400, 'GET', '?undeclared=a');
  await ask(400, 'GET', '?title=a');
});

/** More cannot be asked for at once. */
const INCLUDES = 50;

const chunks = (values: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(values.length / INCLUDES) }, (_, at) =>
    values.slice(at * INCLUDES, (at + 1) * INCLUDES),
  );

test.each(resources)('what $type includes is as declared', async (one) => {
  const { type, searchInclude = [], searchRevInclude = [] } = one;
  for (const [name, values] of [
    ['_include', searchInclude],
    ['_revinclude', searchRevInclude],
  ] as const) {
    for (const some of chunks(values))
      await ask(200, 'GET', `/${type}?_id=a&${query(some.map((value) => [name, value]))}`);
    await ask(400, 'GET', `/${type}?_id=a&${name}=${type}:undeclared`);
  }
  await ask(400, 'GET', `/${type}?_id=a&_include=${type}:_in`);
});

const definitionOf = async (canonical: string): Promise<OperationDefinition> => {
  const { entry = [] } = bundleOf(
    await ask(200, 'GET', `/OperationDefinition?${query([['url', canonical]])}`),
  );
  expect(entry.length, canonical).toBe(1);
  return entry[0]!.resource as OperationDefinition;
};

const NOTHING: Parameters = { resourceType: 'Parameters' };

/** Whether an operation is known at a path: with nothing to work on it may fail, but not for want of itself. */
const isKnown = async (path: string): Promise<boolean> => {
  const { text } = await send([200, 400, 404, 405, 410, 422], 'POST', path, NOTHING);
  return !/There is nothing at|is not allowed here/.test(text);
};

test('every operation is known at the levels that its definition names, and at no other', async () => {
  const system = new Map((rest.operation ?? []).map(({ name, definition }) => [name, definition]));
  for (const [name, definition] of system) {
    const { code, system: atSystem } = await definitionOf(definition);
    expect([code, atSystem], name).toEqual([name, true]);
    expect((await isKnown(`/$${name}`)) || (await ask([200, 400], 'GET', `/$${name}`)) !== undefined).toBe(
      true,
    );
  }
  const definitions = new Map<string, OperationDefinition>();
  for (const { type, operation = [] } of resources)
    for (const { name, definition } of operation) {
      const known = definitions.get(definition) ?? (await definitionOf(definition));
      definitions.set(definition, known);
      expect(known.code).toBe(name);
      for (const [level, path] of [
        ['type', `/${type}/$${name}`],
        ['instance', `/${type}/a/$${name}`],
      ] as const)
        expect(await isKnown(path), `${path} ${definition}`).toBe(known[level]);
    }
  const everywhere = new Set(resources.flatMap(({ operation = [] }) => operation.map(({ name }) => name)));
  for (const name of everywhere) if (!system.has(name)) expect(await isKnown(`/$${name}`), name).toBe(false);
  for (const { type, operation = [] } of resources)
    for (const name of everywhere)
      if (!operation.some((one) => one.name === name))
        expect(await isKnown(`/${type}/$${name}`), `${type} ${name}`).toBe(false);
  await ask(404, 'POST', '/$undeclared');
});

test('the interactions of the whole system work', async () => {
  const entry: Bundle['entry'] = [{ request: { method: 'GET', url: 'Patient?_count=0' } }];
  const shown: Record<string, () => Promise<unknown>> = {
    batch: () => send(200, 'POST', '', { resourceType: 'Bundle', type: 'batch', entry }),
    transaction: () => send(200, 'POST', '', { resourceType: 'Bundle', type: 'transaction', entry }),
    'search-system': () => ask(200, 'GET', '?_type=Patient,Group'),
    'history-system': () => ask(200, 'GET', '/_history?_count=1'),
  };
  const codes = (rest.interaction ?? []).map(({ code }) => code);
  expect(codes.toSorted()).toEqual(Object.keys(shown).toSorted());
  for (const show of Object.values(shown)) await show();
});

test('compartments are those declared', async () => {
  const declared = (rest.compartment ?? []).map((url) => url.split('/').at(-1)?.toLowerCase());
  expect(declared.length).toBe(5);
  for (const { type } of resources) {
    const expected = declared.includes(type.toLowerCase()) ? 200 : 404;
    for (const path of ['*', 'Observation']) await ask(expected, 'GET', `/${type}/a/${path}?_count=0`);
  }
});

test('formats are those declared', async () => {
  for (const format of statement.format) {
    const { headers } = await ask(200, 'GET', `?_type=Patient&${query([['_format', format]])}`);
    expect(headers.get('content-type')).toContain(format.split('/').at(-1));
  }
  for (const format of ['ttl', 'html', 'text/plain'])
    await ask(406, 'GET', `?_type=Patient&${query([['_format', format]])}`);
  await send(201, 'PUT', '/Basic/patched', { ...exampleOf('Basic'), id: 'patched' } as FhirResource);
  for (const [format, expected] of [
    ...(statement.patchFormat ?? []).map((one) => [one, [200, 400]] as const),
    ['application/merge-patch+json', [415]] as const,
    ['text/plain', [415]] as const,
  ])
    await ask(expected, 'PATCH', '/Basic/patched', { headers: { 'Content-Type': format }, body: '[]' });
});

test('nothing else is there', async () => {
  for (const path of ['/Undeclared', '/Undeclared/a', '/Parameters', '/Parameters/a', '/Patient/a/b/c'])
    await ask(404, 'GET', path);
  for (const [method, path] of [
    ['PUT', ''],
    ['DELETE', ''],
    ['PATCH', ''],
    ['POST', '/metadata'],
    ['POST', '/_history'],
  ] as const)
    await ask(405, method, path);
  for (const { type } of resources)
    for (const [method, path] of [
      ['POST', `/${type}/a`],
      ['POST', `/${type}/_history`],
      ['PUT', `/${type}/a/_history`],
      ['PATCH', `/${type}/a/_history/1`],
      ['DELETE', `/${type}/_search`],
    ] as const) {
      const { headers } = await ask(405, method, path);
      expect(headers.get('allow')).not.toContain(method);
    }
});
