import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/fhir/content.ts';
import type { Issue } from '../../src/fhir/issue.ts';
import { parse } from '../../src/fhir/json.ts';
import { parseXml } from '../../src/fhir/xml/parse.ts';
import { evidence } from './evidence.ts';
import { sent, validate } from './found.ts';

const types = Object.entries(
  JSON.parse(
    readFileSync(new URL('../../profiles/generated/core/types.json', import.meta.url), 'utf8'),
  ) as Record<string, string>,
);
const resourceTypes = types.filter(([, kind]) => kind === 'resource').map(([name]) => name);
const primitives = types.filter(([, kind]) => kind === 'primitive-type').map(([name]) => name);

const example = (name: string): object =>
  JSON.parse(
    readFileSync(new URL(`../../node_modules/hl7.fhir.r5.examples/${name}.json`, import.meta.url), 'utf8'),
  ) as object;

const VALID: readonly object[] = [
  evidence,
  ...[
    'Bundle-bundle-example',
    'Patient-example',
    'PlanDefinition-low-suicide-risk-order-set',
    'Questionnaire-f201',
    'ValueSet-example-expansion',
  ].map(example),
];

/** Answers, as it does whatever it is given; in seconds of processor time. */
const answered = (read: () => Content | readonly Issue[]): number => {
  const { user, system } = process.cpuUsage();
  const content = read();
  const issues = 'value' in content ? validate(content) : content;
  for (const { severity, text } of issues) expect([severity, text]).not.toContain(undefined);
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / 1e6;
};

const nested = (depth: number): unknown => {
  let value: unknown = {};
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { extension: value };
  return value;
};

const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    [[]],
    [null],
    [[[null]]],
    Number.MAX_VALUE,
    -1e-300,
    2 ** 53 + 2,
    '\ud800',
    '\udc00x',
    '\0',
    { constructor: 1, toString: null, hasOwnProperty: [] },
    JSON.parse('{"__proto__": {"url": "x"}, "constructor": {"name": []}}'),
    nested(150),
  ),
);

const places = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) => [[...path, key], ...places(child, [...path, key])])
    : [];

const put = (value: unknown, [key, ...rest]: readonly string[], what: unknown): void => {
  const at = value as Record<string, unknown>;
  if (rest.length === 0) at[key!] = what;
  else if (typeof at[key!] === 'object' && at[key!] !== null) put(at[key!], rest, what);
};

describe('the validator answers', { timeout: 120_000 }, () => {
  test('whatever stands in a resource of whatever type', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...resourceTypes),
        fc.dictionary(
          fc.constantFrom(
            'id',
            'meta',
            'text',
            'contained',
            'extension',
            'status',
            'code',
            'item',
            '__proto__',
          ),
          odd,
        ),
        (resourceType, value) => {
          answered(() => parse(JSON.stringify({ ...value, resourceType })));
        },
      ),
      { numRuns: 400 },
    );
  });

  test.each(
    VALID.map((resource) => [(resource as { resourceType: string }).resourceType, resource] as const),
  )('whatever is put into a valid %s, in several places', (_, resource) => {
    const all = places(resource).filter(([first]) => first !== 'resourceType');
    const mutations = fc.array(fc.tuple(fc.constantFrom(...all), odd), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(mutations, (changes) => {
        const copy = structuredClone(resource);
        for (const [path, what] of changes) put(copy, path, what);
        answered(() => parse(JSON.stringify(copy)));
      }),
      { numRuns: 60 },
    );
  });

  test('whatever the text is, as JSON and as XML', () => {
    const whole = '<Patient xmlns="http://hl7.org/fhir"><id value="a"/><active value="true"/></Patient>';
    const broken = fc
      .tuple(fc.nat(whole.length), fc.string({ unit: 'binary', maxLength: 8 }))
      .map(([at, text]) => whole.slice(0, at) + text + whole.slice(at + text.length));
    fc.assert(
      fc.property(fc.oneof(broken, fc.string({ unit: 'binary' }), fc.json()), (text) => {
        answered(() => parse(text));
        answered(() => parseXml(text));
      }),
      { numRuns: 400 },
    );
  });

  test('numbers that are none in JavaScript', () => {
    const text = JSON.stringify({ ...evidence, statistic: [{ quantity: { value: 0 } }] });
    for (const number of [
      '1e400',
      '-1e400',
      `${'9'.repeat(400)}`,
      `0.${'1'.repeat(400)}`,
      '-0',
      '1E+9999999999',
    ])
      answered(() => parse(text.replace('"value":0', `"value":${number}`)));
  });

  test.each([
    ['objects', '{"extension":', '}'],
    ['arrays', '[', ']'],
  ])('%s nested too deep are an issue that says so', (_, open, close) => {
    for (const depth of [250, 5000, 200_000]) {
      const deep = `{"resourceType":"Basic","extension":${open.repeat(depth)}1${close.repeat(depth)}}`;
      const read = parse(deep);
      expect(read).toMatchObject([{ severity: 'fatal', rule: 'json-syntax', line: 1 }]);
      expect((read as readonly Issue[])[0]!.text).toContain('Nested deeper');
    }
  });

  test('elements nested deep in XML have an answer', () => {
    for (const depth of [100, 150, 5000, 100_000]) {
      const extensions = `${'<extension url="http://example.com/x">'.repeat(depth)}${'</extension>'.repeat(depth)}`;
      answered(() => parseXml(`<Basic xmlns="http://hl7.org/fhir">${extensions}</Basic>`));
    }
  });

  test.each(primitives)('in bounded time however long a value of type %s is', (type) => {
    const key = `value${type.charAt(0).toUpperCase()}${type.slice(1)}`;
    const long = [
      'a',
      ' ',
      'a ',
      '0',
      '1.',
      '-',
      '/',
      'A=',
      '/a/b',
      '&#',
      '<p>',
      'urn:oid:1.',
      'Patient/a/_history/',
      'http://a',
      '\n\t',
      'é',
    ];
    for (const part of long) {
      const value = part.repeat(Math.ceil(100_000 / part.length));
      for (const shown of [value, `${value}!`, `urn:oid:${value}`, `2020-01-01T00:00:00.${value}`]) {
        const resource = {
          resourceType: 'Basic',
          code: { text: 'x' },
          extension: [{ url: 'http://example.com/x', [key]: shown }],
        };
        expect(
          answered(() => sent(resource)),
          `${part} ${shown.slice(0, 12)}`,
        ).toBeLessThan(2);
      }
    }
  });

  test('in bounded time however long a narrative, a reference, a code or a name is', () => {
    for (const part of ['a', ' ', '/a', '.', '<p>', '&amp;', '<a href="#x"/>', '#', '|', 'A', '_']) {
      const value = part.repeat(Math.ceil(50_000 / part.length));
      const resource = {
        resourceType: 'PlanDefinition',
        url: value,
        name: value,
        status: value,
        text: { status: 'generated', div: `<div xmlns="http://www.w3.org/1999/xhtml">${value}</div>` },
        subjectReference: { reference: value, type: value },
        type: { coding: [{ system: value, code: value, display: value }] },
        library: [value],
        extension: [{ url: value, valueAttachment: { contentType: value, data: value } }],
      };
      expect(
        answered(() => sent(resource)),
        part,
      ).toBeLessThan(2);
    }
  });
});
