import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchOf } from '../../../src/fhir/search/search-request.ts';
import { createPageTokens, PAGES_LAST } from '../../../src/store/search/page-tokens.ts';
import { ExpiredPage, UnknownPage } from '../../../src/store/store.ts';

const BEGUN = Date.UTC(2031, 4, 6);
const request = { ...searchOf(['Patient'], { kind: 'id', anyOf: ['a'] }), count: 3 };
const place = { snapshot: '10:20:10,14', begun: BEGUN, after: 7, total: 12 };

const tokens = (secret = 'secret', now = BEGUN) => createPageTokens(secret, () => now);

test('gives back a place, with and without a total', () => {
  const { read, write } = tokens();
  expect(read(request, write(request, place))).toEqual(place);
  const { total, ...without } = place;
  expect(read(request, write(request, without))).toEqual(without);
});

test('takes a token with the request that it is the page of', () => {
  const { read, write } = tokens();
  const token = write(request, place);
  const next = { ...request, page: token };
  expect(read(next, token)).toEqual(place);
  expect(write(next, place)).toBe(token);
});

test('knows a search by what was sent: “about now” and a value set mean something else a moment later', () => {
  const { read, write } = tokens();
  const sent = { ...request, sent: '[["_id","a"]]' };
  const later = { ...sent, where: { kind: 'id' as const, anyOf: ['a', 'b'] } };
  expect(read(later, write(sent, place))).toEqual(place);
  expect(() => read({ ...sent, sent: '[["_id","b"]]' }, write(sent, place))).toThrow(UnknownPage);
});

test.each([
  ['other types', { ...request, types: ['Group'] }],
  ['other criteria', { ...request, where: { kind: 'id' as const, anyOf: ['b'] } }],
  ['another size of pages', { ...request, count: 4 }],
  [
    'another order',
    { ...request, sort: [{ parameter: '_id' as const, type: 'token' as const, descending: true }] },
  ],
])('refuses a token of a search for %s', (_, other) => {
  const { read, write } = tokens();
  expect(() => read(other, write(request, place))).toThrow(UnknownPage);
});

test('refuses a token of another store', () => {
  expect(() => tokens('other').read(request, tokens().write(request, place))).toThrow(UnknownPage);
});

test('takes a token for an hour', () => {
  const token = tokens().write(request, place);
  expect(tokens('secret', BEGUN + PAGES_LAST).read(request, token)).toEqual(place);
  expect(() => tokens('secret', BEGUN + PAGES_LAST + 1).read(request, token)).toThrow(ExpiredPage);
});

test('refuses a token with any character changed, and anything that is no token', () => {
  const { read, write } = tokens();
  const token = write(request, place);
  fc.assert(
    fc.property(
      fc.nat(token.length - 1),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      (at, other) => {
        fc.pre(other !== token[at]);
        expect(() => read(request, token.slice(0, at) + other + token.slice(at + 1))).toThrow(UnknownPage);
      },
    ),
    { numRuns: 500 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(() => read(request, text)).toThrow(UnknownPage);
    }),
  );
});
