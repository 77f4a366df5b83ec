import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { view } from '../../src/statistics/json-view.ts';

describe('a view of JSON', () => {
  test('has numbers as they were written', () => {
    expect(view('{"a":1.50,"b" : -0.0, "c":{"d":1e3},"e":[{"f":7}]}')).toEqual({
      a: '1.50',
      b: '-0.0',
      c: { d: '1e3' },
      e: [{ f: '7' }],
    });
  });

  test('leaves alone what looks like a number inside a string', () => {
    const odd = { a: ':5', b: '"x":5', c: '\\":5', d: ['x":6'], e: { f: 'a\\' } };
    expect(view(JSON.stringify(odd))).toEqual(odd);
    expect(view(JSON.stringify(odd, null, 2))).toEqual(odd);
  });

  test('is what was written, whatever the strings', () => {
    const name = fc.stringMatching(/^[a-zA-Z_]+$/).filter((one) => one !== '__proto__');
    const string = fc.oneof(fc.string(), fc.stringMatching(/^[":\\\w ,{}[\]-]{0,12}$/));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.dictionary(
        name,
        fc.oneof({ maxDepth: 3 }, string, fc.integer(), tie('tree'), fc.array(string)),
      ),
    }));
    const written = (value: unknown): unknown => {
      if (typeof value === 'number') return JSON.stringify(value);
      if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner)]));
    };
    fc.assert(
      fc.property(tree, fc.constantFrom(undefined, 1), (value, indent) => {
        expect(view(JSON.stringify(value, null, indent))).toEqual(written(value));
      }),
    );
  });
});
