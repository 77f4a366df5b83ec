import type { SQLOutputValue } from 'node:sqlite';
import type { Version } from './store.ts';

/** A row as SQLite gives it. */
export type Row = Record<string, SQLOutputValue>;

/** The columns of a version, where `r` is its resource and `v` the version. */
export const VERSION = 'r.type, r.id, v.version, v.last_updated, v.digest, v.text';

/** The version a row of these columns holds. */
export const versionOf = (row: Row): Version => ({
  type: String(row.type),
  id: String(row.id),
  versionId: Number(row.version),
  lastUpdated: String(row.last_updated),
  text: String(row.text),
  digest: String(row.digest),
});
