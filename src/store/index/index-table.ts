import { insert, run, type SqlValue, type Table, type Work } from '../sql/work.ts';
import type { LinkTarget } from './gather.ts';
import type { FullText, IndexEntry } from './index-entry.ts';
import { indexable } from './indexable.ts';
import { parameterNumber } from './parameter-number.ts';

type Kind = IndexEntry['kind'];
type Entry<K extends Kind> = Extract<IndexEntry, { kind: K }>;

interface EntryTable<K extends Kind> extends Table {
  /** What an entry puts into the columns after those of `PLACE`. */
  readonly values: (entry: Entry<K>) => readonly SqlValue[];
}

/** `nth` tells those of a version and parameter apart. */
const PLACE = ['version', 'parameter', 'nth'];

const TABLES: { readonly [K in Kind]: EntryTable<K> } = {
  token: {
    name: 'token',
    columns: [...PLACE, 'part', 'system', 'code', 'folded'],
    values: ({ part, system, code, caseSensitive }) => {
      const kept = code === null ? null : indexable(code);
      return [part, indexable(system), caseSensitive ? kept : null, caseSensitive ? null : kept];
    },
  },
  string: {
    name: 'string',
    columns: [...PLACE, 'part', 'folded', 'exact'],
    values: ({ part, folded, exact }) => [part, folded, indexable(exact)],
  },
  reference: {
    name: 'reference',
    columns: [...PLACE, 'part', 'type', 'id', 'target_version', 'url'],
    values: ({ part, type, id, version, url }) => [
      part,
      type,
      id,
      version,
      url === null ? null : indexable(url),
    ],
  },
  uri: {
    name: 'uri',
    columns: [...PLACE, 'part', 'value'],
    values: ({ part, value }) => [part, indexable(value)],
  },
  date: {
    name: 'date',
    columns: [...PLACE, 'part', 'low', 'high'],
    values: ({ part, low, high }) => [part, low, high],
  },
  number: {
    name: 'number',
    columns: [...PLACE, 'part', 'low', 'high'],
    values: ({ part, low, high }) => [part, low, high],
  },
  quantity: {
    name: 'quantity',
    columns: [
      ...PLACE,
      'part',
      'low',
      'high',
      'system',
      'code',
      'unit',
      'canonical_low',
      'canonical_high',
      'canonical_unit',
    ],
    values: (entry) => [
      entry.part,
      entry.low,
      entry.high,
      entry.system,
      entry.code,
      entry.unit,
      entry.canonicalLow,
      entry.canonicalHigh,
      entry.canonicalUnit,
    ],
  },
  position: {
    name: 'position',
    columns: [...PLACE, 'latitude', 'longitude'],
    values: ({ latitude, longitude }) => [latitude, longitude],
  },
};

const FULL_TEXT: Table = { name: 'full_text', columns: ['rowid', 'narrative', 'content'] };
const LINK: Table = { name: 'link', columns: ['version', 'type', 'id'] };

/** The tables of the index, but for the words; `version` is the first column of each. */
export const INDEX_TABLES: readonly Table[] = [...Object.values(TABLES), LINK];

type Rows = readonly (readonly SqlValue[])[];

const entryRows = <K extends Kind>(seq: number, kind: K, entries: readonly Entry<K>[]): [Table, Rows] => {
  const table = TABLES[kind];
  return [
    table,
    entries.map((entry, nth) => [seq, parameterNumber(entry.parameter), nth, ...table.values(entry)]),
  ];
};

/** The rows of a version in the tables of the index; links to versions are none, as a version stays. */
export const indexRows = (
  seq: number,
  entries: readonly IndexEntry[],
  links: readonly LinkTarget[],
): readonly (readonly [Table, Rows])[] => [
  ...[...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, of]) =>
    entryRows(seq, kind, of as Entry<typeof kind>[]),
  ),
  [LINK, links.filter(({ version }) => version === null).map(({ type, id }) => [seq, type, id])],
];

/** Adds a version to the index. */
export const insertIndex = function* (
  seq: number,
  entries: readonly IndexEntry[],
  fullText: FullText,
  links: readonly LinkTarget[],
): Work<void> {
  for (const [table, rows] of indexRows(seq, entries, links)) yield* insert(table, rows);
  yield* insert(FULL_TEXT, [[seq, fullText.narrative, fullText.content]]);
};

/** Takes versions out of the index. */
export const deleteIndex = function* (seqs: readonly number[]): Work<void> {
  for (const { name } of INDEX_TABLES) {
    for (const seq of seqs) yield* run(`DELETE FROM ${name} WHERE version = ?`, seq);
  }
  for (const seq of seqs) yield* run('DELETE FROM full_text WHERE rowid = ?', seq);
};
