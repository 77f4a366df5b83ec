import type { FhirResource } from 'fhir/r5.js';
import { RESOURCE_TYPES } from '../fhir/resource-type.ts';
import { searchParameters } from '../fhir/search-parameter.ts';
import { digest } from './digest.ts';
import { type IndexEntry, indexEntries } from './index-entry.ts';
import type { Statements } from './statements.ts';

const insert = (statements: Statements, seq: number, entry: IndexEntry): void => {
  switch (entry.kind) {
    case 'token':
      statements
        .of('INSERT INTO token (resource, parameter, system, value) VALUES (?, ?, ?, ?)')
        .run(seq, entry.parameter, entry.system, entry.value);
      return;
    case 'uri':
      statements
        .of('INSERT INTO uri (resource, parameter, value) VALUES (?, ?, ?)')
        .run(seq, entry.parameter, entry.value);
      return;
    case 'reference': {
      const { type = null, id = null, url = null } = { type: null, id: null, url: null, ...entry.target };
      statements
        .of('INSERT INTO reference (resource, parameter, type, id, url) VALUES (?, ?, ?, ?, ?)')
        .run(seq, entry.parameter, type, id, url);
    }
  }
};

/** Makes the index say of a resource what its current version says. Runs inside the caller's transaction. */
export const index = (statements: Statements, seq: number, resource: FhirResource): void => {
  for (const table of ['token', 'uri', 'reference'])
    statements.of(`DELETE FROM ${table} WHERE resource = ?`).run(seq);
  for (const entry of indexEntries(resource)) insert(statements, seq, entry);
};

const SETTING = 'search-parameters';

/** Indexes everything anew if the search parameters are others than those it was indexed by. */
export const reindexIfNeeded = (statements: Statements): void => {
  const definitions = digest(JSON.stringify(RESOURCE_TYPES.map(searchParameters)));
  const indexed = statements.of('SELECT value FROM setting WHERE name = ?').get(SETTING);
  if (indexed?.value === definitions) return;
  const current = statements.of(
    'SELECT r.seq, v.text FROM resource r JOIN version v ON v.resource = r.seq AND v.version = r.version',
  );
  statements.transaction(() => {
    for (const { seq, text } of current.all()) index(statements, Number(seq), JSON.parse(String(text)));
    statements.of('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)').run(SETTING, definitions);
  });
};
