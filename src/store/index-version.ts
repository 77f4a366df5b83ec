import type { FhirResource } from 'fhir/r5.js';
import type { SearchParameters } from '../fhir/search/search-parameter.ts';
import { fullText } from './index/full-text.ts';
import { indexEntries } from './index/index-entries.ts';
import { deleteIndex, insertIndex } from './index/index-table.ts';
import { links } from './index/links.ts';
import type { Dialect } from './sql/engine.ts';
import { type Row, rows, type Work } from './sql/work.ts';

/** Makes a version be found by what its resource says. */
export function* index(seq: number, resource: FhirResource, parameters: SearchParameters): Work<void> {
  yield* insertIndex(seq, indexEntries(resource, parameters), fullText(resource), links(resource));
}

/** Makes versions be found by these search parameters, and no others. */
export function* indexAnew(versions: readonly Row[], parameters: SearchParameters): Work<void> {
  if (versions.length === 0) return;
  yield* deleteIndex(versions.map(({ seq }) => Number(seq)));
  for (const { seq, text } of versions) yield* index(Number(seq), JSON.parse(String(text)), parameters);
}

/** How many versions are indexed or forgotten in one transaction. */
export const AT_ONCE = 100;

/** Forgets how to find versions that ended before a time (in milliseconds since 1970); resolves to how many. */
export function* prune(dialect: Dialect, before: number): Work<number> {
  yield* dialect.turn('reindexing');
  const ended = yield* rows(
    `UPDATE version SET indexed = 0 WHERE seq IN (SELECT seq FROM version
       WHERE indexed = 1 AND ended IS NOT NULL AND ended_ms < ? ORDER BY ended_ms LIMIT ?) RETURNING seq`,
    before,
    AT_ONCE,
  );
  if (ended.length > 0) yield* deleteIndex(ended.map(({ seq }) => Number(seq)));
  return ended.length;
}
