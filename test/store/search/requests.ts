import fc from 'fast-check';
import {
  type Comparator,
  type Criterion,
  type Include,
  type SearchRequest,
  type SearchValue,
  type Sort,
  searchOf,
  type TextQuery,
} from '../../../src/fhir/search/search-request.ts';
import { CODES, IDS, KEYS, ownKey, SYSTEMS, TEXTS, TYPES, UNITS, URLS, VERSIONS, WORDS } from './world.ts';

const any = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

const COMPARATORS: readonly Comparator[] = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb', 'ap'];

/** Optional members that are not there rather than undefined. */
const some = <T extends object>(one: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(one, { requiredKeys: [] });

const token = fc.oneof(
  fc
    .tuple(some({ system: any(SYSTEMS) }), fc.record({ code: any(CODES) }), some({ start: fc.boolean() }))
    .map((parts) => Object.assign({ type: 'token' as const }, ...parts)),
  any(SYSTEMS).map((system) => ({ type: 'token' as const, system })),
);

const string = fc.record({
  type: fc.constant('string' as const),
  match: any(['start', 'exact', 'contains', 'equal', 'end', 'lt', 'le', 'gt', 'ge'] as const),
  text: fc.oneof(
    any(TEXTS),
    any(TEXTS).map((text) => text.slice(0, 2)),
    any(TEXTS).map((text) => text.slice(-3)),
  ),
});

const reference = fc.oneof(
  fc
    .tuple(fc.record({ id: any(IDS) }), some({ resource: any(TYPES), version: any(VERSIONS) }))
    .map((parts) => Object.assign({ type: 'reference' as const }, ...parts)),
  fc
    .tuple(fc.record({ url: any(URLS) }), some({ version: any(VERSIONS) }), some({ below: fc.boolean() }))
    .map((parts) => Object.assign({ type: 'url' as const }, ...parts)),
);

const uri = fc.record({
  type: fc.constant('uri' as const),
  match: any(['exact', 'above', 'below', 'contains'] as const),
  uri: any([...URLS, 'http://x.org/', 'http://x.org/LIB/one/']),
});

const comparator = any(COMPARATORS);

const date = fc
  .tuple(
    any([...COMPARATORS, 'co' as const]),
    fc.integer({ min: 0, max: 16 }),
    fc.integer({ min: 1, max: 8 }),
  )
  .map(([how, low, length]) => ({ type: 'date' as const, comparator: how, low, high: low + length }));

const amount = fc
  .tuple(comparator, fc.integer({ min: 0, max: 12 }), any([0.05, 0.5, 2]))
  .map(([how, twice, around]) => {
    const value = twice / 2;
    return { comparator: how, value, low: value - around, high: value + around };
  });

const number = amount.map((one) => ({ type: 'number' as const, ...one }));

const quantity = fc
  .tuple(amount, any(['value', 'unit', 'coded', 'canonical'] as const), any(UNITS))
  .map(([one, how, unit]) => ({
    type: 'quantity' as const,
    ...one,
    ...(how === 'unit' && { unit }),
    ...(how === 'coded' && { system: 'urn:ucum', unit }),
    ...(how === 'canonical' && { canonical: { unit: 'g', value: one.value, low: one.low, high: one.high } }),
  }));

const near = fc.record({
  type: fc.constant('near' as const),
  latitude: any([-90, 0.01, 47.15]),
  longitude: any([-180, 8.55, 180]),
  distance: any([1000, 20_000, 200_000, 30_000_000]),
});

const values: Readonly<Record<keyof typeof KEYS, fc.Arbitrary<SearchValue>>> = {
  token,
  string,
  reference,
  uri,
  date,
  number,
  quantity,
  position: near,
};

const KINDS = Object.keys(KEYS) as (keyof typeof KEYS)[];

/** That one of some values is under a kind's key, or another one. */
const valueUnder = (kind: keyof typeof KEYS, key: string = KEYS[kind]) =>
  fc.record({
    kind: fc.constant('value' as const),
    parameter: fc.constant(key),
    anyOf: fc.array(values[kind], { minLength: 1, maxLength: 3 }),
  });

const value = any(KINDS).chain((kind) => valueUnder(kind));

const present = any([...KINDS, 'composite' as const]).map((kind) => ({
  kind: 'present' as const,
  parameter: `Resource.${kind}`,
  type: kind === 'position' ? ('special' as const) : kind,
}));

const composite = fc.record({
  kind: fc.constant('composite' as const),
  parameter: fc.constant('Resource.composite'),
  anyOf: fc.array(fc.tuple(token, quantity), { minLength: 1, maxLength: 2 }),
});

const { text } = fc.letrec<{ text: TextQuery }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 2 },
    fc.record({
      kind: fc.constant('words' as const),
      words: fc.array(any([...WORDS, 'bl']), { minLength: 1, maxLength: 2 }),
      prefix: fc.boolean(),
    }),
    fc.record({
      kind: any(['and', 'or'] as const),
      of: fc.array(tie('text'), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('text') }),
  ),
}));

const lastUpdated = date
  .filter(({ comparator: how }) => how !== 'co')
  .map(({ low, high, comparator: how }) => ({
    kind: 'last-updated' as const,
    comparator: how as Comparator,
    low,
    high,
  }));

const types = fc.uniqueArray(any(TYPES), { minLength: 1, maxLength: 2 });

/** Criteria of one value, or of one element. */
export const simple: fc.Arbitrary<Criterion> = fc.oneof(
  { weight: 8, arbitrary: value },
  { weight: 1, arbitrary: composite },
);

/** Criteria of every kind, one in another. */
export const { criterion } = fc.letrec<{ criterion: Criterion }>((tie) => ({
  criterion: fc.oneof(
    { maxDepth: 3 },
    { weight: 8, arbitrary: value },
    { weight: 1, arbitrary: present },
    { weight: 2, arbitrary: composite },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('id' as const), anyOf: fc.array(any(IDS), { maxLength: 2 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('type' as const), anyOf: types }) },
    { weight: 1, arbitrary: lastUpdated },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('text' as const),
        part: any(['narrative', 'content'] as const),
        query: text,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: any(['and', 'or'] as const),
        of: fc.array(tie('criterion'), { maxLength: 3 }),
      }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('not' as const), of: tie('criterion') }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('chain' as const),
        parameter: fc.constant(KEYS.reference),
        types,
        where: tie('criterion'),
      }),
    },
    // Hierarchies are of one type each, and their references literal.
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('chain' as const),
        parameter: fc.constant(KEYS.reference),
        types: fc.tuple(any(['Patient', 'Group'])),
        where: fc.record({
          kind: fc.constant('hierarchy' as const),
          parameters: fc.constant([KEYS.reference]),
          direction: any(['above', 'below'] as const),
          anyOf: fc.array(any(IDS), { minLength: 1, maxLength: 2 }),
        }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('has' as const),
        type: any(TYPES),
        parameter: fc.constant(KEYS.reference),
        where: tie('criterion'),
      }),
    },
  ) as fc.Arbitrary<Criterion>,
}));

const sort: fc.Arbitrary<Sort> = fc
  .record({
    parameter: any([
      '_id',
      '_lastUpdated',
      ...KINDS.filter((kind) => kind !== 'position').map((kind) => KEYS[kind]),
    ]),
    type: fc.constant('token' as const),
    descending: fc.boolean(),
  })
  .map((one) => ({ ...one, type: (one.parameter.split('.')[1] ?? 'token') as Sort['type'] }));

const include: fc.Arbitrary<Include> = fc
  .tuple(
    fc.record({
      reverse: fc.boolean(),
      source: any(['*', ...TYPES]),
      parameters: fc.constant([KEYS.reference, 'Resource.nothing', 'Resource.more']),
      iterate: fc.boolean(),
    }),
    some({ target: any(TYPES) }),
  )
  .map(([one, more]) => ({ ...one, ...more }));

/** What to include; what leads nowhere, too. */
export const includes = fc.array(include, { minLength: 1, maxLength: 3 });

/** Searches by criteria, sorted, by pages and with includes. */
export const request: fc.Arbitrary<SearchRequest> = fc
  .record({
    types: fc.oneof(fc.constant([]), types),
    where: criterion,
    sort: fc.array(sort, { maxLength: 2 }),
    count: fc.integer({ min: 1, max: 5 }),
    include: fc.array(include, { maxLength: 2 }),
  })
  .map(({ types: of, where, ...more }) => ({ ...searchOf(of, where), ...more }));

/** What many meet, so that of what few contain some is found. */
const weak: fc.Arbitrary<Criterion> = fc.oneof(
  fc.constant<Criterion>({ kind: 'and', of: [] }),
  fc.uniqueArray(any(IDS), { minLength: 1 }).map((anyOf): Criterion => ({ kind: 'id', anyOf })),
  simple.map((of): Criterion => ({ kind: 'not', of })),
  any(TYPES).map(
    (type): Criterion => ({
      kind: 'has',
      type,
      parameter: KEYS.reference,
      where: { kind: 'and', of: [] },
    }),
  ),
  criterion,
);

/** Searches of what is contained. */
export const containedRequest: fc.Arbitrary<SearchRequest> = fc
  .record({
    asked: request,
    where: weak,
    contained: fc.record({ only: fc.boolean(), as: any(['container', 'contained'] as const) }),
  })
  .map(({ asked, where, contained }) => ({ ...asked, where, contained }));

/** Searches in one type by values under keys of its own, of which an index alone has all that is asked. */
export const ofOneType: fc.Arbitrary<SearchRequest> = fc
  .record({ type: any(TYPES), count: fc.integer({ min: 0, max: 1 }) })
  .chain(({ type, count }) => {
    const own = any(KINDS).chain((kind) => valueUnder(kind, ownKey(type, kind)));
    return fc
      .array(own, { minLength: 1, maxLength: 2 })
      .map((of) => ({ ...searchOf([type], { kind: 'and', of }), count }));
  });
