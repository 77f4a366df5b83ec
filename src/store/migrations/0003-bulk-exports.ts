import type { Dialect } from '../sql/engine.ts';
import { COLUMN_TYPES } from './column-types.ts';

/**
 * Exports, planned as far as `part` and, in that, the `seq` in `after`; `part` is NULL where nothing is left to plan.
 * Their files are lists of the `seq` of versions, as JSON.
 */
export const bulkExports = (engine: Dialect['name']): readonly string[] => {
  const { integer, text, strict } = COLUMN_TYPES[engine];
  return [
    `CREATE TABLE bulk_export (
      id ${text} PRIMARY KEY,
      owner ${text} NOT NULL,
      until_ms ${integer} NOT NULL,
      secret ${text} NOT NULL,
      request ${text} NOT NULL,
      snapshot ${text} NOT NULL,
      newest ${integer} NOT NULL,
      transaction_time ${text} NOT NULL,
      part ${integer},
      after ${integer} NOT NULL,
      failure ${text}
    )${strict}`,
    'CREATE INDEX bulk_export_by_until ON bulk_export (until_ms)',
    `CREATE TABLE bulk_file (
      export ${text} NOT NULL,
      number ${integer} NOT NULL,
      type ${text} NOT NULL,
      count ${integer} NOT NULL,
      versions ${text} NOT NULL,
      PRIMARY KEY (export, number)
    )${strict}`,
  ];
};
