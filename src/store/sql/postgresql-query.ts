import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';
import { json, storable } from './postgresql-dialect.ts';
import type { Insert, Statement, Table } from './work.ts';

/** How many statements are kept prepared by each connection; searches can take any number of shapes. */
const LIMIT = 500;

const parametersNumbered = (sql: string): string => {
  const [start = '', ...rest] = sql.split('?');
  return rest.reduce((before, after, at) => `${before}$${at + 1}${after}`, start);
};

/** Writes statements as PostgreSQL takes them; the first ones are named, so that they are planned once. */
export const createQueries = (): ((statement: Statement) => QueryConfig) => {
  const named = new Map<string, { text: string; name: string }>();
  const queryOf = (sql: string): { text: string; name?: string } => {
    const known = named.get(sql);
    if (known) return known;
    const text = parametersNumbered(sql);
    if (named.size >= LIMIT) return { text };
    const query = { text, name: createHash('sha256').update(text).digest('hex').slice(0, 32) };
    named.set(sql, query);
    return query;
  };
  return ({ sql, values }) => ({
    ...queryOf(sql),
    values: values.map((value) => (typeof value === 'string' ? storable(value) : value)),
  });
};

/** All rows of a table as one value, so that any number of them is one statement. No rows tell the types of the columns. */
const insertion = ({ name, columns }: Table): string =>
  `INSERT INTO ${name} (${columns.join(', ')}) SELECT ${columns.join(', ')}
   FROM json_populate_recordset((SELECT t FROM ${name} AS t LIMIT 0), ?)`;

const objectsOf = ({ columns }: Table, inserts: readonly Insert[]): readonly object[] =>
  inserts.flatMap(({ rows }) =>
    rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? null]))),
  );

/** One statement for insertions into any number of tables: https://www.postgresql.org/docs/current/queries-with.html#QUERIES-WITH-MODIFYING */
export const insertions = (inserts: readonly Insert[]): Statement => {
  const tables = [...Map.groupBy(inserts, ({ into }) => into)].sort(([a], [b]) => (a.name < b.name ? -1 : 1));
  return {
    sql: `WITH ${tables.map(([table], at) => `i${at} AS (${insertion(table)})`).join(', ')} SELECT`,
    values: tables.map(([table, all]) => json(objectsOf(table, all))),
  };
};
