import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** A database's statements, each prepared once. */
export interface Statements {
  of(sql: string): StatementSync;
  /** Runs `work` in a transaction; what it throws undoes all of it. `work` must not wait for anything. */
  transaction<T>(work: () => T): T;
}

/** How many statements are kept; searches can take any number of shapes. */
const LIMIT = 500;

/** Statements of one connection. */
export const createStatements = (database: DatabaseSync): Statements => {
  const prepared = new Map<string, StatementSync>();
  const of = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size >= LIMIT) prepared.clear();
    const made = database.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  return {
    of,
    transaction: (work) => {
      of('BEGIN IMMEDIATE').run();
      try {
        const result = work();
        of('COMMIT').run();
        return result;
      } catch (error) {
        of('ROLLBACK').run();
        throw error;
      }
    },
  };
};
