import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eachAlternative, split, unescaped, unescapedParts } from '../../../src/fhir/search/split.ts';

const escaped = (text: string): string => text.replace(/[\\,|$]/g, '\\$&');

describe('escapes', () => {
  test.each([
    ['a\\,b', 'a,b'],
    ['a\\|b', 'a|b'],
    ['a\\$b', 'a$b'],
    ['a\\\\b', 'a\\b'],
    ['a\\\\\\,b', 'a\\,b'],
  ])('%s', (text, meant) => {
    expect(unescaped(text)).toEqual({ text: meant });
  });

  test.each(['a\\b', 'a\\', '\\\\\\', '\\n', '\\"'])('%s escapes nothing', (text) => {
    expect(unescaped(text)).toMatchObject({
      code: 'value',
      wrong: expect.stringContaining('escapes nothing'),
    });
    expect(unescapedParts(text)).toHaveProperty('wrong');
  });

  test('any text survives being escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\\', ',', '|', '$', '\n') }), (text) => {
        expect(unescaped(escaped(text))).toEqual({ text });
      }),
    );
  });

  test('any parts survive being escaped and joined', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('a', '\\', ',', '|', '$') }), { minLength: 1 });
    fc.assert(
      fc.property(parts, (all) => {
        expect(unescapedParts(all.map(escaped).join('|'))).toEqual(all);
        expect(split(all.map(escaped).join('$'), '$')).toEqual(all.map(escaped));
      }),
    );
  });
});

test('alternatives are read one by one, and none may be empty', () => {
  expect(eachAlternative('a,b\\,c', (value) => ({ value }))).toEqual([{ value: 'a' }, { value: 'b\\,c' }]);
  for (const text of ['', ',', 'a,', ',a', 'a,,b'])
    expect(eachAlternative(text, (value) => ({ value }))).toHaveProperty('wrong');
});
