import { readdirSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { content, exact } from '../../../src/fhir/content.ts';
import type { ElementInfo } from '../../../src/fhir/element-table.ts';
import { elementsOf, kindOf } from '../../../src/fhir/elements.ts';
import { parseXml } from '../../../src/fhir/xml/parse.ts';
import { toXml } from '../../../src/fhir/xml/write.ts';

const EXAMPLES = new URL('../../../node_modules/hl7.fhir.r5.examples/', import.meta.url);

type Reviver = (name: string, value: unknown, context: { readonly source: string }) => unknown;
const { parse } = JSON as unknown as { parse: (text: string, reviver: Reviver) => unknown };

/** The value of JSON, every number as it is written. */
const asWritten = (text: string): unknown =>
  parse(text, (_, value, { source }) => (typeof value === 'number' ? { source } : value));

const thereAndBack = (json: string, pretty: boolean): string => {
  const read = parseXml(toXml(json, pretty));
  return 'text' in read ? read.text : JSON.stringify(read);
};

describe("HL7's examples are the same after JSON, XML and JSON", () => {
  const all = readdirSync(EXAMPLES)
    .filter((name) => /^[A-Z]\w*-.*\.json$/.test(name))
    .sort();
  // All of them take a minute, the largest, which are whole sets of definitions, most of it.
  const small = all.filter((name) => statSync(new URL(name, EXAMPLES)).size < 200_000);
  const typeOf = (name: string): string => name.slice(0, name.indexOf('-'));
  const some = small.filter(
    (name, index) => index % 6 === 0 || typeOf(name) !== typeOf(small[index - 1] ?? ''),
  );

  test('there are many, of many types', () => {
    expect(some.length).toBeGreaterThan(400);
    expect(new Set(some.map(typeOf)).size).toBeGreaterThan(140);
  });

  test.each(some)('%s', (name) => {
    const json = readFileSync(new URL(name, EXAMPLES), 'utf8');
    expect(asWritten(thereAndBack(json, name.length % 2 === 0))).toEqual(asWritten(json));
  });
});

describe('whatever R5 defines', () => {
  /** Characters that XML can say. */
  const string = fc
    .string({ unit: 'binary', minLength: 1 })
    .filter((text) => !/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/u.test(text));
  const decimal = fc
    .tuple(
      fc.constantFrom('', '-'),
      fc.bigInt({ min: 0n }),
      fc.constantFrom('', '.0', '.50', '.0000000000000000001', 'e9', 'E-07'),
    )
    .map((parts) => exact(parts.join('')));

  const PRIMITIVES: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
    boolean: fc.boolean(),
    decimal,
    integer: fc.integer(),
    positiveInt: fc.nat(),
    unsignedInt: fc.nat(),
    xhtml: fc.constantFrom(
      '<div xmlns="http://www.w3.org/1999/xhtml"/>',
      '<div xmlns="http://www.w3.org/1999/xhtml"><p class=\'a\'>a &lt; b<br /> &#160;</p>\r\n</div>',
    ),
  };

  const primitive = (type: string): fc.Arbitrary<unknown> => PRIMITIVES[type] ?? string;

  /** An element under its names in JSON; a primitive's value, its extensions or both. */
  const property = (info: ElementInfo, depth: number): fc.Arbitrary<Record<string, unknown>> =>
    fc.constantFrom(...info.types).chain((type): fc.Arbitrary<Record<string, unknown>> => {
      const name = info.isChoice ? info.name + type.charAt(0).toUpperCase() + type.slice(1) : info.name;
      if (info.isAttribute || type === 'xhtml') return primitive(type).map((value) => ({ [name]: value }));
      if (kindOf(type) !== 'primitive') {
        const value = kindOf(type) === 'resource' ? resource(depth - 1) : object(type, depth - 1);
        return (info.repeats ? fc.array(value, { minLength: 1, maxLength: 3 }) : value).map((one) => ({
          [name]: one,
        }));
      }
      const pair = fc.oneof(
        primitive(type).map((value) => [value, null] as const),
        object(type, depth - 1).map((companion) => [null, companion] as const),
        fc.tuple(primitive(type), object(type, depth - 1)),
      );
      const put = (values: readonly (readonly [unknown, unknown])[], at: 0 | 1): unknown => {
        const all = values.map((value) => value[at]);
        return all.every((one) => one === null) ? undefined : info.repeats ? all : all[0];
      };
      return fc.array(pair, { minLength: 1, maxLength: info.repeats ? 3 : 1 }).map((values) => {
        const [value, companion] = [put(values, 0), put(values, 1)];
        return {
          ...(value !== undefined && { [name]: value }),
          ...(companion !== undefined && { [`_${name}`]: companion }),
        };
      });
    });

  const object = (type: string, depth: number): fc.Arbitrary<Record<string, unknown>> => {
    // At the end of the way, one element that leads no further.
    if (depth <= 0) return string.map((id) => ({ id }));
    const elements = elementsOf(type);
    return fc
      .subarray([...elements], { minLength: 1, maxLength: Math.min(4, elements.length) })
      .chain((chosen) => fc.tuple(...chosen.map((info) => property(info, depth))))
      .map((properties) => Object.assign({}, ...properties) as Record<string, unknown>);
  };

  const resource = (depth: number): fc.Arbitrary<Record<string, unknown>> =>
    fc
      .constantFrom(
        'Patient',
        'Bundle',
        'Evidence',
        'ResearchStudy',
        'Observation',
        'Questionnaire',
        'Parameters',
        'ActivityDefinition',
      )
      .chain((resourceType) => object(resourceType, depth).map((rest) => ({ resourceType, ...rest })));

  test('is the same after JSON, XML and JSON', () => {
    fc.assert(
      fc.property(resource(5), fc.boolean(), (value, pretty) => {
        const { text } = content(value as never);
        expect(asWritten(thereAndBack(text, pretty))).toEqual(asWritten(text));
      }),
      { numRuns: 300 },
    );
  });

  test('is the same XML after JSON', () => {
    fc.assert(
      fc.property(resource(4), (value) => {
        const xml = toXml(content(value as never).text);
        const read = parseXml(xml);
        expect('text' in read && toXml(read.text)).toBe(xml);
      }),
    );
  });
});
