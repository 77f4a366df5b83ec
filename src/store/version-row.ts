import type { Row, Table } from './sql/work.ts';
import type { Deletion, Method, Version } from './store.ts';

/** What `version` has of a resource itself. */
export const VERSIONS: Table = {
  name: 'version',
  columns: [
    'seq',
    'type',
    'id',
    'version',
    'last_updated_ms',
    'last_updated',
    'method',
    'digest',
    'text',
    'indexed',
  ],
};

/** The columns of `version AS v` that make a version. */
export const VERSION = 'v.type, v.id, v.version, v.last_updated, v.method, v.digest, v.text';

const placeOf = (row: Row) => ({
  type: String(row.type),
  id: String(row.id),
  versionId: Number(row.version),
  lastUpdated: String(row.last_updated),
  method: row.method as Method,
});

/** The version a row of these columns holds, which is no deletion. */
export const versionOf = (row: Row): Version => ({
  ...placeOf(row),
  deleted: false,
  text: String(row.text),
  digest: String(row.digest),
});

/** The version a row of these columns holds, which may be a deletion. */
export const versionOrDeletionOf = (row: Row): Version | Deletion =>
  row.text === null ? { ...placeOf(row), deleted: true } : versionOf(row);
