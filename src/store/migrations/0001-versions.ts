import type { Dialect } from '../sql/engine.ts';
import { COLUMN_TYPES } from './column-types.ts';

/** Full text, by `rowid`, the `seq` of the version: words divided by spaces. */
const FULL_TEXT: Record<Dialect['name'], readonly string[]> = {
  // The words only, not the text: https://sqlite.org/fts5.html#contentless_delete_tables
  sqlite: ["CREATE VIRTUAL TABLE full_text USING fts5(narrative, content, content='', contentless_delete=1)"],
  postgresql: [
    'CREATE TABLE full_text (rowid BIGINT PRIMARY KEY, narrative TEXT NOT NULL, content TEXT NOT NULL)',
    "CREATE INDEX full_text_narrative ON full_text USING gin (to_tsvector('simple', narrative))",
    "CREATE INDEX full_text_content ON full_text USING gin (to_tsvector('simple', content))",
  ],
};

/** PostgreSQL's writers overlap: `seq` comes from a sequence, and the transactions tell what a snapshot sees. */
const CONCURRENCY: Record<Dialect['name'], readonly string[]> = {
  sqlite: [],
  postgresql: [
    'CREATE SEQUENCE version_seq OWNED BY version.seq',
    'ALTER TABLE version ADD COLUMN born XID8 NOT NULL DEFAULT pg_current_xact_id()',
  ],
};

/** SQLite's indexes end with `seq` by themselves; named once more, it would be looked up for each of two lists. */
const TYPE_AND_SEQ: Record<Dialect['name'], string> = { sqlite: 'type', postgresql: 'type, seq' };

/**
 * `version` has every version of every resource, without text where it was deleted; `ended` says what replaced it.
 * Beside it, as long as it is in the index, stand the resources it contains: `container` is its `seq`, `fragment` the
 * id that they have in it, and their `id` none that a resource can have.
 * The index tables have the values of the current versions, and for an hour those of the versions they replaced, so
 * that a search that was begun before goes on as it began; `indexed` says whether they are still there.
 */
export const versions = (engine: Dialect['name']): readonly string[] => {
  const { integer, real, text, transaction, strict, clustered } = COLUMN_TYPES[engine];
  /** A table of values found by a search parameter, in which those of a version stand together. */
  const index = (name: string, columns: string) =>
    `CREATE TABLE ${name} (version ${integer} NOT NULL, parameter ${integer} NOT NULL, nth ${integer} NOT NULL,
      ${columns}, PRIMARY KEY (version, parameter, nth))${clustered}`;
  return [
    `CREATE TABLE setting (name ${text} PRIMARY KEY, value ${text} NOT NULL)${strict}`,
    `CREATE TABLE version (
      seq ${integer} PRIMARY KEY,
      type ${text} NOT NULL,
      id ${text} NOT NULL,
      container ${integer},
      fragment ${text},
      version ${integer} NOT NULL,
      last_updated_ms ${integer} NOT NULL,
      last_updated ${text} NOT NULL,
      method ${text} NOT NULL,
      digest ${text},
      text ${text},
      indexed ${integer} NOT NULL,
      ended ${transaction},
      ended_ms ${integer},
      UNIQUE (type, id, version)
    )${strict}`,
    'CREATE UNIQUE INDEX version_current ON version (type, id) WHERE ended IS NULL',
    `CREATE INDEX version_current_by_seq ON version (${TYPE_AND_SEQ[engine]})
     WHERE container IS NULL AND ended IS NULL AND text IS NOT NULL`,
    'CREATE INDEX version_by_container ON version (container) WHERE container IS NOT NULL',
    `CREATE INDEX version_contained ON version (${TYPE_AND_SEQ[engine]}) WHERE container IS NOT NULL`,
    `CREATE INDEX version_by_type ON version (${TYPE_AND_SEQ[engine]})`,
    // With `container`, so that versions are counted without looking at them.
    'CREATE INDEX version_by_time ON version (last_updated_ms, seq, container)',
    'CREATE INDEX version_by_type_and_time ON version (type, last_updated_ms, seq, container)',
    // With the type, so that what is counted by an index table is told from what is in it for an hour only.
    `CREATE INDEX version_to_prune ON version (ended_ms, ${TYPE_AND_SEQ[engine]})
     WHERE indexed = 1 AND ended IS NOT NULL`,
    ...CONCURRENCY[engine],

    index('token', `part ${integer} NOT NULL, system ${text} NOT NULL, code ${text}, folded ${text}`),
    'CREATE INDEX token_by_code ON token (parameter, code, system, version) WHERE code IS NOT NULL',
    'CREATE INDEX token_by_folded ON token (parameter, folded, system, version) WHERE folded IS NOT NULL',
    'CREATE INDEX token_by_system ON token (parameter, system, version)',

    index('string', `part ${integer} NOT NULL, folded ${text} NOT NULL, exact ${text} NOT NULL`),
    // Not the whole: PostgreSQL refuses an index entry of more than 2,700 bytes.
    'CREATE INDEX string_by_start ON string (parameter, substr(folded, 1, 200), version)',

    index(
      'reference',
      `part ${integer} NOT NULL, type ${text}, id ${text}, target_version ${text}, url ${text}`,
    ),
    'CREATE INDEX reference_by_id ON reference (parameter, id, type, version)',
    'CREATE INDEX reference_by_url ON reference (parameter, url, version) WHERE url IS NOT NULL',

    index('uri', `part ${integer} NOT NULL, value ${text} NOT NULL`),
    'CREATE INDEX uri_by_value ON uri (parameter, value, version)',

    index('date', `part ${integer} NOT NULL, low ${integer} NOT NULL, high ${integer} NOT NULL`),
    'CREATE INDEX date_by_low ON date (parameter, low, high, version)',
    'CREATE INDEX date_by_high ON date (parameter, high, version)',

    index('number', `part ${integer} NOT NULL, low ${real} NOT NULL, high ${real} NOT NULL`),
    'CREATE INDEX number_by_low ON number (parameter, low, high, version)',
    'CREATE INDEX number_by_high ON number (parameter, high, version)',

    index(
      'quantity',
      `part ${integer} NOT NULL, low ${real} NOT NULL, high ${real} NOT NULL, system ${text} NOT NULL,
       code ${text} NOT NULL, unit ${text} NOT NULL, canonical_low ${real}, canonical_high ${real},
       canonical_unit ${text}`,
    ),
    'CREATE INDEX quantity_by_low ON quantity (parameter, low, high, version)',
    'CREATE INDEX quantity_by_high ON quantity (parameter, high, version)',
    'CREATE INDEX quantity_by_canonical_low ON quantity (parameter, canonical_unit, canonical_low, canonical_high, version)',
    'CREATE INDEX quantity_by_canonical_high ON quantity (parameter, canonical_unit, canonical_high, version)',

    index('position', `latitude ${real} NOT NULL, longitude ${real} NOT NULL`),
    'CREATE INDEX position_by_latitude ON position (parameter, latitude, longitude, version)',

    ...FULL_TEXT[engine],

    // Literal references, for referential integrity; none to versions, which stay.
    `CREATE TABLE link (
      version ${integer} NOT NULL,
      type ${text} NOT NULL,
      id ${text} NOT NULL,
      PRIMARY KEY (version, type, id)
    )${clustered}`,
    'CREATE INDEX link_by_target ON link (type, id)',
  ];
};
