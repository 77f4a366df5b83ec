import type { Dialect } from '../sql/engine.ts';

/** What differs between the engines where tables are defined. */
export interface ColumnTypes {
  readonly integer: string;
  readonly real: string;
  /** Text that is compared by code points. */
  readonly text: string;
  /** What a transaction is known by: that of PostgreSQL, or the `seq` of a version. */
  readonly transaction: string;
  /** Ends the definition of a table. */
  readonly strict: string;
  /** The same for a table whose rows stand in the order of their key: https://sqlite.org/withoutrowid.html */
  readonly clustered: string;
}

/** The column types of each engine. */
export const COLUMN_TYPES: Record<Dialect['name'], ColumnTypes> = {
  sqlite: {
    integer: 'INTEGER',
    real: 'REAL',
    text: 'TEXT',
    transaction: 'INTEGER',
    strict: ' STRICT',
    clustered: ' STRICT, WITHOUT ROWID',
  },
  postgresql: {
    integer: 'BIGINT',
    real: 'DOUBLE PRECISION',
    text: 'TEXT COLLATE "C"',
    transaction: 'XID8',
    strict: '',
    clustered: '',
  },
};
