import fc from 'fast-check';
import { folded } from '../../../src/fhir/search/folded.ts';
import type { FullText, IndexEntry } from '../../../src/store/index/index-entry.ts';
import { insertIndex } from '../../../src/store/index/index-table.ts';
import type { Dialect, Engine } from '../../../src/store/sql/engine.ts';
import { insert, rows, type Work } from '../../../src/store/sql/work.ts';
import type { Indexed } from './evaluate.ts';

/** A few types, ids, keys and values, so that random ones meet. `Library` and `Measure` have canonical URLs. */
export const TYPES = ['Patient', 'Group', 'Library', 'Measure'];
export const IDS = ['a', 'b', 'c', 'd'];
/** The ids that resources have in others, which others have, too. */
const FRAGMENTS = ['a', 'b'];
export const URLS = [
  'http://x.org/lib',
  'http://x.org/lib/one',
  'http://x.org/lib/one/two',
  'http://x.org/li',
  'http://x.org/lib0',
];
export const VERSIONS = ['1', '1.0', '2'];
export const SYSTEMS = ['', 'urn:s', 'urn:t'];
export const CODES = ['A', 'a', 'ab', 'B', 'b|c'];
export const TEXTS = ['Ann', 'anne', 'Änn Lee', 'lee, ann', '50%', '5_0', '-', `${'long '.repeat(60)}end`];
export const UNITS = ['mg', 'g'];
export const WORDS = ['red', 'blue', 'bluer', 'green'];

/** Keys of every kind, and of composites. */
export const KEYS = {
  token: 'Resource.token',
  string: 'Resource.string',
  reference: 'Resource.reference',
  uri: 'Resource.uri',
  date: 'Resource.date',
  number: 'Resource.number',
  quantity: 'Resource.quantity',
  position: 'Resource.position',
} as const;

const any = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const small = fc.integer({ min: 0, max: 12 });
const range = fc
  .tuple(small, fc.integer({ min: 0, max: 4 }))
  .map(([low, length]) => ({ low: low / 2, high: (low + length) / 2 }));

const token = fc
  .record({
    system: any(SYSTEMS),
    code: fc.option(any(CODES)),
    caseSensitive: fc.boolean(),
  })
  .map((one) => ({
    kind: 'token' as const,
    ...one,
    code: one.caseSensitive ? one.code : (one.code?.toLowerCase() ?? null),
  }));

const string = any(TEXTS).map((text) => ({ kind: 'string' as const, folded: folded(text), exact: text }));

const reference = fc.oneof(
  fc.record({
    kind: fc.constant('reference' as const),
    type: any(TYPES),
    id: any(IDS),
    url: fc.constant(null),
    version: fc.option(any(VERSIONS)),
  }),
  fc.record({
    kind: fc.constant('reference' as const),
    type: fc.constant(null),
    id: fc.constant(null),
    url: any(URLS),
    version: fc.option(any(VERSIONS)),
  }),
  any([null, '#a', '#b']).map((id) => ({
    kind: 'reference' as const,
    type: null,
    id,
    url: null,
    version: null,
  })),
);

const uri = any([...URLS, 'urn:uuid:1']).map((value) => ({ kind: 'uri' as const, value }));

const date = range.map(({ low, high }) => ({ kind: 'date' as const, low: low * 2, high: high * 2 + 1 }));

const number = range.map((one) => ({ kind: 'number' as const, ...one }));

const quantity = fc.tuple(range, any(UNITS), any(['', 'urn:ucum'])).map(([{ low, high }, unit, system]) => ({
  kind: 'quantity' as const,
  low,
  high,
  system,
  code: system === '' ? '' : unit,
  unit,
  canonicalLow: system === '' ? null : unit === 'g' ? low : low / 1000,
  canonicalHigh: system === '' ? null : unit === 'g' ? high : high / 1000,
  canonicalUnit: system === '' ? null : 'g',
}));

const position = fc.record({
  kind: fc.constant('position' as const),
  latitude: any([-89, 0, 47.1, 47.2]),
  longitude: any([-179.9, 8.5, 8.6, 179.9]),
});

const at = <T>(parameter: string, value: fc.Arbitrary<T>) =>
  value.map((one) => ({ parameter, part: 0, ...one }));

/** One element of a composite of a token and a quantity. */
const element = fc.tuple(fc.integer({ min: 1, max: 3 }), token, quantity).map(([part, first, second]) => [
  { parameter: 'Resource.composite$1', part, ...first },
  { parameter: 'Resource.composite$2', part, ...second },
]);

/** The key of a kind that only one type has. */
export const ownKey = (type: string, kind: keyof typeof KEYS): string => `${type}.${kind}`;

/** The same value under a key that only its type has. */
const ownOf = (type: string, entry: IndexEntry): readonly IndexEntry[] =>
  entry.parameter === KEYS[entry.kind] ? [{ ...entry, parameter: ownKey(type, entry.kind) }] : [];

/** What the index has of a resource of a type. */
const entriesOf = (type: string): fc.Arbitrary<IndexEntry[]> => {
  const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 2 });
  const canonical = ['Library', 'Measure'].includes(type);
  const identity = [
    at(
      `${type}.url`,
      any(URLS).map((value) => ({ kind: 'uri' as const, value })),
    ),
    at(
      `${type}.version`,
      any(VERSIONS).map((code) => ({ kind: 'token' as const, system: '', code, caseSensitive: false })),
    ),
  ];
  return fc
    .tuple(
      few(at(KEYS.token, token)),
      few(at(KEYS.string, string)),
      few(at(KEYS.reference, reference)),
      few(at(KEYS.uri, uri)),
      few(at(KEYS.date, date)),
      few(at(KEYS.number, number)),
      few(at(KEYS.quantity, quantity)),
      few(at(KEYS.position, position)),
      few(element).map((elements) => elements.flat()),
      canonical ? fc.tuple(...identity) : fc.constant([]),
    )
    .map((all) => all.flat())
    .map((all) => [...all, ...all.flatMap((entry) => ownOf(type, entry))]);
};

const words = fc.array(any(WORDS), { maxLength: 4 }).map((all) => all.join(' '));

/** The words of a resource. */
const textOf: fc.Arbitrary<FullText> = fc.record({ narrative: words, content: words });

/** What the index has of a resource. */
type Index = Pick<Indexed, 'entries' | 'text'>;

/** A resource in another one. */
interface Contained extends Index {
  readonly type: string;
  readonly fragment: string;
}

/** A new version of a resource; without index a deletion. */
interface Put {
  readonly type: string;
  readonly id: string;
  readonly lastUpdated: number;
  readonly index?: Index & { readonly contained?: readonly Contained[] };
}

/** What is contained, under the id by which references lead there, and these references. */
const containedIn = ({ type, id, lastUpdated, index }: Put): readonly Indexed[] =>
  (index?.contained ?? []).map((one) => ({
    type: one.type,
    id: `${type}/${id}#${one.fragment}`,
    lastUpdated,
    entries: resolved(one.entries, type, id, index?.contained),
    text: one.text,
    within: { type, id, fragment: one.fragment },
  }));

/** Entries whose references to fragments lead to what is contained, or nowhere. */
const resolved = (
  entries: readonly IndexEntry[],
  type: string,
  id: string,
  contained: readonly Contained[] = [],
): readonly IndexEntry[] =>
  entries.map((entry) => {
    if (entry.kind !== 'reference' || !entry.id?.startsWith('#')) return entry;
    const to = contained.find(({ fragment }) => entry.id === `#${fragment}`);
    return { ...entry, type: to?.type ?? null, id: to ? `${type}/${id}${entry.id}` : null };
  });

const VERSION = ['version', 'last_updated_ms', 'last_updated', 'method', 'digest', 'text', 'indexed'];

/** Stores a version with what the index has of it, as if a resource had given that. */
function* put(dialect: Dialect, one: Put): Work<void> {
  const { type, id, lastUpdated, index } = one;
  const contained = containedIn(one);
  const before = yield* rows(
    'SELECT seq, version FROM version WHERE type = ? AND id = ? AND ended IS NULL',
    type,
    id,
  );
  const [seq = 0, ...others] = yield* dialect.seqs(1 + contained.length);
  const ended = dialect.endedBy(seq);
  yield* rows(
    `UPDATE version SET ended = ${ended.sql}, ended_ms = ? WHERE seq = ? OR container = ?`,
    ...ended.values,
    lastUpdated,
    before[0]?.seq ?? 0,
    before[0]?.seq ?? 0,
  );
  const version = [
    Number(before[0]?.version ?? 0) + 1,
    lastUpdated,
    new Date(lastUpdated).toISOString(),
    index ? 'PUT' : 'DELETE',
    index ? 'digest' : null,
    index ? JSON.stringify({ resourceType: type, id }) : null,
    1,
  ];
  yield* insert({ name: 'version', columns: ['seq', 'type', 'id', ...VERSION] }, [
    [seq, type, id, ...version],
  ]);
  yield* insert(
    { name: 'version', columns: ['seq', 'type', 'id', 'container', 'fragment', ...VERSION] },
    contained.map((of, at) => [others[at] ?? 0, of.type, of.id, seq, of.within?.fragment ?? '', ...version]),
  );
  if (index) yield* insertIndex(seq, resolved(index.entries, type, id, index.contained), index.text, []);
  for (const [at, of] of contained.entries()) yield* insertIndex(others[at] ?? 0, of.entries, of.text, []);
}

const TABLES = [
  'version',
  'full_text',
  'token',
  'string',
  'reference',
  'uri',
  'date',
  'number',
  'quantity',
  'position',
];

/** Takes everything out of a database. */
export const clear = (engine: Engine): Promise<void> =>
  engine.write(function* () {
    for (const table of TABLES) yield* rows(`DELETE FROM ${table}`);
  });

/** Makes the same changes to what a plain search looks at, in the order of their last versions. */
const putPlainly = (all: readonly Indexed[], one: Put): readonly Indexed[] => {
  const { type, id, lastUpdated, index } = one;
  const others = all.filter(({ within, ...other }) => {
    const at = within ?? other;
    return at.type !== type || at.id !== id;
  });
  if (index === undefined) return others;
  const entries = resolved(index.entries, type, id, index.contained);
  return [...others, { type, id, lastUpdated, entries, text: index.text }, ...containedIn(one)];
};

/** A few resources in another one, mostly none. */
const contained: fc.Arbitrary<readonly Contained[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.uniqueArray(
      fc
        .tuple(any(TYPES), any(FRAGMENTS))
        .chain(([type, fragment]) =>
          fc
            .record({ entries: entriesOf(type), text: textOf })
            .map((index) => ({ type, fragment, ...index })),
        ),
      { maxLength: 2, selector: ({ fragment }) => fragment },
    ),
  },
);

/** Changes of a few resources: versions, some of them deletions. */
export const changes = (min: number, max: number): fc.Arbitrary<readonly Put[]> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...TYPES), fc.constantFrom(...IDS), fc.integer({ min: 0, max: 16 }))
      .chain(([type, id, lastUpdated]) =>
        fc
          .option(fc.record({ entries: entriesOf(type), text: textOf, contained }), { freq: 8 })
          .map((index) => ({ type, id, lastUpdated, ...(index && { index }) })),
      ),
    { minLength: min, maxLength: max },
  );

/** Stores changes in one transaction. */
export const store = (engine: Engine, all: readonly Put[]): Promise<void> =>
  engine.write(function* () {
    for (const one of all) yield* put(engine.dialect, one);
  });

/** Makes changes to what a plain search looks at. */
export const plain = (before: readonly Indexed[], all: readonly Put[]): readonly Indexed[] =>
  all.reduce(putPlainly, before);
