import { insert, run, type SqlValue, type Work } from '../sql/work.ts';
import type { FullText, IndexEntry } from './index-entry.ts';
import { indexable } from './indexable.ts';
import type { LinkTarget } from './links.ts';
import { parameterNumber } from './parameter-number.ts';

type Kind = IndexEntry['kind'];
type Entry<K extends Kind> = Extract<IndexEntry, { kind: K }>;

interface Table<K extends Kind> {
  readonly columns: readonly string[];
  readonly values: (entry: Entry<K>) => readonly SqlValue[];
}

/** The columns of each table that follow `version` and `parameter`, and what an entry puts there. */
const TABLES: { readonly [K in Kind]: Table<K> } = {
  token: {
    columns: ['part', 'system', 'code', 'folded'],
    values: ({ part, system, code, caseSensitive }) => {
      const kept = code === null ? null : indexable(code);
      return [part, indexable(system), caseSensitive ? kept : null, caseSensitive ? null : kept];
    },
  },
  string: {
    columns: ['part', 'folded', 'exact'],
    values: ({ part, folded, exact }) => [part, folded, exact],
  },
  reference: {
    columns: ['part', 'type', 'id', 'target_version', 'url'],
    values: ({ part, type, id, version, url }) => [
      part,
      type,
      id,
      version,
      url === null ? null : indexable(url),
    ],
  },
  uri: { columns: ['part', 'value'], values: ({ part, value }) => [part, indexable(value)] },
  date: { columns: ['part', 'low', 'high'], values: ({ part, low, high }) => [part, low, high] },
  number: { columns: ['part', 'low', 'high'], values: ({ part, low, high }) => [part, low, high] },
  quantity: {
    columns: [
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
    columns: ['latitude', 'longitude'],
    values: ({ latitude, longitude }) => [latitude, longitude],
  },
};

const rowsOf = <K extends Kind>(
  seq: number,
  kind: K,
  entries: readonly IndexEntry[],
): readonly SqlValue[][] => {
  const { values } = TABLES[kind];
  return entries
    .filter((entry): entry is Entry<K> => entry.kind === kind)
    .map((entry) => [seq, parameterNumber(entry.parameter), ...values(entry)]);
};

/** Adds a version to the index. */
export const insertIndex = function* (
  seq: number,
  entries: readonly IndexEntry[],
  fullText: FullText,
  links: readonly LinkTarget[],
): Work<void> {
  for (const kind of Object.keys(TABLES) as Kind[]) {
    const columns = ['version', 'parameter', ...TABLES[kind].columns];
    yield* insert(kind, columns, rowsOf(seq, kind, entries));
  }
  yield* insert(
    'full_text',
    ['rowid', 'narrative', 'content'],
    [[seq, fullText.narrative, fullText.content]],
  );
  yield* insert(
    'link',
    ['version', 'type', 'id'],
    links.filter(({ version }) => version === null).map(({ type, id }) => [seq, type, id]),
  );
};

/** Takes versions out of the index. */
export const deleteIndex = function* (seqs: readonly number[]): Work<void> {
  for (const table of [...Object.keys(TABLES), 'link']) {
    for (const seq of seqs) yield* run(`DELETE FROM ${table} WHERE version = ?`, seq);
  }
  for (const seq of seqs) yield* run('DELETE FROM full_text WHERE rowid = ?', seq);
};
