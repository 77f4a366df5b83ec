import type {
  Bundle,
  CapabilityStatement,
  OperationDefinition,
  OperationDefinitionParameter,
  OperationOutcome,
} from 'fhir/r5.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FHIR, parameters, resourceOf, send } from '../case.ts';
import { createServer, type Server } from '../server.ts';

/** Inputs that R5 defines and that are refused here, by the operation's definition. */
const NOT_TAKEN: Readonly<Record<string, readonly string[]>> = {
  'ValueSet-expand': [
    'check-system-version',
    'context',
    'contextDirection',
    'date',
    'designation',
    'exclude-system',
    'force-system-version',
    'system-version',
    'useSupplement',
  ],
  'ValueSet-validate-code': ['context', 'date', 'useSupplement'],
  'CodeSystem-validate-code': ['date'],
  'CodeSystem-lookup': ['date', 'useSupplement'],
};

/** Inputs that may be given more often here than R5 says. */
const WIDER: Readonly<Record<string, readonly string[]>> = { 'Resource-validate': ['profile'] };

type Level = 'system' | 'type' | 'instance';

const LEVELS: readonly Level[] = ['system', 'type', 'instance'];

interface Declared {
  /** Empty for what is declared for the whole server. */
  readonly type: string;
  readonly name: string;
  readonly definition: string;
}

let server: Server;
let declared: readonly Declared[] = [];
const definitions = new Map<string, OperationDefinition>();

beforeAll(async () => {
  server = await createServer({ conformance: true, allowsPurge: true });
  const statement = resourceOf(await send(server, { path: '/fhir/metadata' })).value as CapabilityStatement;
  const [rest] = statement.rest ?? [];
  declared = [
    ...(rest?.operation ?? []).map((one) => ({ type: '', ...one })),
    ...(rest?.resource ?? []).flatMap(({ type, operation = [] }) =>
      operation.map((one) => ({ type, ...one })),
    ),
  ];
  for (const { definition } of declared) {
    if (definitions.has(definition)) continue;
    const path = `/fhir/OperationDefinition?url=${definition}`;
    const { entry = [] } = resourceOf(await send(server, { path })).value as Bundle;
    if (entry.length === 1) definitions.set(definition, entry[0]?.resource as OperationDefinition);
  }
});

afterAll(() => server.close());

const definitionOf = ({ definition }: Declared): OperationDefinition => {
  const found = definitions.get(definition);
  if (found === undefined) throw new Error(`${definition} is not served`);
  return found;
};

/** One declaration of each operation; what is declared for many types is the same for all. */
const distinct = (): readonly Declared[] => [
  ...new Map(
    declared.map((one) => [`${one.definition} ${one.type === ''}`, one] as const).toReversed(),
  ).values(),
];

const pathOf = (level: Level, type: string, name: string): string =>
  ({ system: `/fhir/$${name}`, type: `/fhir/${type}/$${name}`, instance: `/fhir/${type}/x/$${name}` })[level];

const textOf = ({ issue }: OperationOutcome): string => issue.map(({ details }) => details?.text).join('\n');

/** The inputs that an operation names when it is given another; undefined where it is not routed. */
const taken = async (path: string): Promise<readonly string[] | undefined> => {
  const body = parameters({ name: 'nonsense', valueBoolean: true });
  const response = await send(server, { method: 'post', path, headers: FHIR, body });
  if (response.status === 404 || response.status === 405) return undefined;
  const text = textOf(resourceOf(response).value as OperationOutcome);
  const names = /“nonsense” is not known here; choose one of: (.*)$/.exec(text)?.[1];
  if (names === undefined) throw new Error(`${path}: ${text}`);
  return names.split(', ').filter((name) => name !== '');
};

const inputsOf = (definition: OperationDefinition, level: Level): readonly OperationDefinitionParameter[] =>
  (definition.parameter ?? []).filter(
    ({ use, scope }) => use === 'in' && (scope === undefined || scope.includes(level)),
  );

const VALUES: Readonly<Record<string, object>> = {
  UsageContext: {
    valueUsageContext: { code: { code: 'venue' }, valueCodeableConcept: { text: 'ward' } },
  },
  boolean: { valueBoolean: true },
  integer: { valueInteger: 1 },
  id: { valueId: 'a' },
  integer64: { valueInteger64: '1' },
  string: { valueString: 'a' },
  code: { valueCode: 'a' },
  uri: { valueUri: 'urn:a' },
  canonical: { valueCanonical: 'urn:a' },
  instant: { valueInstant: '2030-01-01T00:00:00Z' },
  Coding: { valueCoding: { code: 'a' } },
  CodeableConcept: { valueCodeableConcept: { text: 'a' } },
  Meta: { valueMeta: { source: 'urn:a' } },
  Reference: { valueReference: { reference: 'Patient/a' } },
  Resource: { resource: { resourceType: 'Patient' } },
  Binary: { resource: { resourceType: 'Binary', contentType: 'text/plain' } },
  Bundle: { resource: { resourceType: 'Bundle', type: 'collection' } },
  ValueSet: { resource: { resourceType: 'ValueSet', status: 'draft' } },
  CodeSystem: { resource: { resourceType: 'CodeSystem', status: 'draft', content: 'complete' } },
  StructureDefinition: {
    resource: {
      resourceType: 'StructureDefinition',
      url: 'urn:a',
      name: 'A',
      status: 'draft',
      kind: 'resource',
      abstract: false,
      type: 'Patient',
    },
  },
};

const answerTo = async (path: string, ...given: object[]): Promise<string> => {
  const response = await send(server, { method: 'post', path, headers: FHIR, body: parameters(...given) });
  return response.status === 400 ? textOf(resourceOf(response).value as OperationOutcome) : '';
};

/** The levels at which a declaration is looked at: those of its types, or that of the server. */
const levelsOf = ({ type }: Declared): readonly Level[] => (type === '' ? ['system'] : ['type', 'instance']);

describe('Every operation declared', () => {
  test('has one definition that is served', () => {
    expect(distinct().map(({ definition }) => definition)).toEqual(
      distinct().map((one) => definitionOf(one).url),
    );
    expect([...new Set(declared.map(({ name }) => name))].sort()).toEqual([
      'check',
      'delete-study',
      'diff',
      'events',
      'everything',
      'expand',
      'export',
      'export-as',
      'get-ws-binding-token',
      'ingest',
      'lookup',
      'meta',
      'meta-add',
      'meta-delete',
      'pool',
      'preview',
      'purge',
      'reindex',
      'reindex-status',
      'snapshot',
      'status',
      'subsumes',
      'validate',
      'validate-code',
    ]);
  });

  test('is called as its definition says, and is for the types that it says', () => {
    for (const one of declared) {
      const { code, resource = [one.type] } = definitionOf(one);
      expect(one.name).toBe(code);
      if (one.type !== '') expect(['Resource', one.type]).toContain(resource[0]);
    }
  });

  test('is at the levels that its definition says', async () => {
    for (const one of distinct()) {
      const definition = definitionOf(one);
      for (const level of levelsOf(one)) {
        const isRouted = (await taken(pathOf(level, one.type, one.name))) !== undefined;
        expect(isRouted, `${definition.id} ${level}`).toBe(definition[level]);
      }
    }
  });

  test('is declared wherever its definition says', () => {
    for (const [url, definition] of definitions) {
      const found = declared.filter((one) => one.definition === url);
      expect(
        found.some(({ type }) => type === ''),
        definition.id,
      ).toBe(definition.system);
      expect(
        found.some(({ type }) => type !== ''),
        definition.id,
      ).toBe(definition.type || definition.instance);
    }
  });

  test('takes the inputs of its definition', async () => {
    for (const one of distinct()) {
      const definition = definitionOf(one);
      for (const level of levelsOf(one)) {
        const names = await taken(pathOf(level, one.type, one.name));
        if (names === undefined) continue;
        const defined = inputsOf(definition, level).map(({ name }) => name);
        const refused = NOT_TAKEN[definition.id ?? ''] ?? [];
        expect([...names, ...refused].sort(), `${definition.id} ${level}`).toEqual([...defined].sort());
      }
    }
  });

  test('takes them in the types and as often as its definition says', async () => {
    for (const one of distinct()) {
      const definition = definitionOf(one);
      for (const level of levelsOf(one)) {
        const path = pathOf(level, one.type, one.name);
        const names = (await taken(path)) ?? [];
        for (const { name, type = '', max } of inputsOf(definition, level)) {
          if (!names.includes(name)) continue;
          const given = { name, ...VALUES[type] };
          expect(await answerTo(path, given), `${path} ${name}`).not.toMatch(/is to be (?:given as|a )/);
          const other = { name, ...(type === 'boolean' ? { valueInteger: 7 } : { valueBoolean: true }) };
          expect(await answerTo(path, other), `${path} ${name}`).toContain(`“${name}”`);
          const isWider = WIDER[definition.id ?? '']?.includes(name) ?? false;
          const twice = await answerTo(path, given, given);
          if (max === '*' || isWider) expect(twice, `${path} ${name}`).not.toContain('more than once');
          else expect(twice, `${path} ${name}`).toContain(`“${name}” is given more than once`);
        }
      }
    }
  });

  test('can be invoked by GET only where it changes nothing', async () => {
    const byGet = new Set<string>();
    for (const one of distinct())
      for (const level of levelsOf(one)) {
        const path = `${pathOf(level, one.type, one.name)}?nonsense=1`;
        const { status } = await send(server, { path });
        if (status !== 400) continue;
        expect(definitionOf(one).affectsState, path).toBe(false);
        byGet.add(`${one.name} ${level}`);
      }
    expect([...byGet].sort()).toEqual([
      'check instance',
      'diff instance',
      'events instance',
      'everything instance',
      'expand instance',
      'expand type',
      'export instance',
      'export system',
      'export type',
      'export-as instance',
      'lookup instance',
      'lookup type',
      'meta instance',
      'meta system',
      'meta type',
      'pool type',
      'reindex-status system',
      'status instance',
      'status type',
      'subsumes instance',
      'subsumes type',
      'validate instance',
      'validate-code instance',
      'validate-code type',
    ]);
  });

  test.each(LEVELS)('is known by its name only: %s', async (level) => {
    expect(await taken(pathOf(level, 'Patient', 'nonsense'))).toBeUndefined();
  });
});
