import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/fhir/content.ts';
import { parse } from '../../src/fhir/json.ts';
import { evidence } from './evidence.ts';
import { sent, validate } from './found.ts';

const paths = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, child]) => paths(child, [...path, key]))]
    : [path];

const put = (value: unknown, [key, ...rest]: readonly string[], what: unknown): unknown => {
  if (key === undefined) return what;
  if (Array.isArray(value))
    return value.map((item, index) => (String(index) === key ? put(item, rest, what) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: put(object[key], rest, what) };
};

const isContent = (parsed: ReturnType<typeof parse>): parsed is Content => 'text' in parsed;

const expectInside = (text: string, issues: ReturnType<typeof validate>): void => {
  const lines = text.split('\n');
  for (const { line, column, expression } of issues) {
    expect(line, expression).toBeGreaterThanOrEqual(1);
    expect(line, expression).toBeLessThanOrEqual(lines.length);
    expect(column, expression).toBeGreaterThanOrEqual(1);
    // One past the last character is the line's end, where a string that is not closed breaks off.
    expect(column, expression).toBeLessThanOrEqual(lines[line! - 1]!.length + 1);
  }
};

describe('whatever JSON says', { timeout: 60_000 }, () => {
  test('anywhere in a resource, the validator answers, and its places are inside the text', () => {
    const places = paths(evidence).filter((path) => path.length > 0 && path[0] !== 'resourceType');
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 3 }), (path, value) => {
        const content = sent(put(evidence, path, value) as object);
        expectInside(content.text, validate(content));
      }),
      { numRuns: 150 },
    );
  });

  test('as a resource of any type', () => {
    const types = [
      'Evidence',
      'Bundle',
      'Group',
      'Parameters',
      'DocumentReference',
      'constructor',
      '__proto__',
      '',
    ];
    const values = fc.dictionary(
      fc.constantFrom(
        'id',
        'meta',
        'text',
        'contained',
        'extension',
        'entry',
        'value',
        '_status',
        '__proto__',
        'name',
      ),
      fc.jsonValue({ maxDepth: 3 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...types), values, (resourceType, value) => {
        const content = sent({ ...value, resourceType });
        expectInside(content.text, validate(content));
      }),
      { numRuns: 150 },
    );
  });

  test('as a text, it is a resource or has issues inside the text', () => {
    const broken = fc.tuple(fc.nat(), fc.string({ maxLength: 3 })).map(([at, text]) => {
      const whole = JSON.stringify(evidence, null, 1);
      const cut = at % whole.length;
      return whole.slice(0, cut) + text + whole.slice(cut + 1);
    });
    fc.assert(
      fc.property(fc.oneof(broken, fc.string(), fc.json()), (text) => {
        const parsed = parse(text);
        if (isContent(parsed)) expectInside(text, validate(parsed));
        else expectInside(text, parsed);
      }),
      { numRuns: 500 },
    );
  });
});
