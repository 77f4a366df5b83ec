/** A value as both engines take and give it. */
export type SqlValue = string | number | null;

/** A row, by column. */
export type Row = Readonly<Record<string, SqlValue>>;

/** A statement with `?` for its values; a statement's text is prepared once, so it must not hold values. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** A statement whose rows nobody asks for, so that what follows need not wait for it. */
export interface Command extends Statement {
  readonly silent: true;
}

/** Where rows are inserted: a table, and the columns that they have values for. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Rows to be inserted; those into the same object are inserted together. */
export interface Insert {
  readonly into: Table;
  readonly rows: readonly (readonly SqlValue[])[];
}

/** A step of work on the database. */
export type Step = Statement | Command | Insert;

/**
 * Work on the database, step by step. It is a generator, so that one way of saying it is run by an engine that
 * answers at once (SQLite: nothing comes between the steps) and by one that answers later (PostgreSQL).
 */
export type Work<T> = Generator<Step, T, readonly Row[]>;

/** The rows of a statement. */
export function* rows(sql: string, ...values: readonly SqlValue[]): Work<readonly Row[]> {
  return yield { sql, values };
}

/** The first row of a statement. */
export function* row(sql: string, ...values: readonly SqlValue[]): Work<Row | undefined> {
  const [first] = yield* rows(sql, ...values);
  return first;
}

/** Runs a statement for what it does. */
export function* run(sql: string, ...values: readonly SqlValue[]): Work<void> {
  yield { sql, values, silent: true };
}

/** Inserts rows; none is no statement. */
export function* insert(into: Table, values: readonly (readonly SqlValue[])[]): Work<void> {
  if (values.length > 0) yield { into, rows: values };
}
