import type { FhirResource } from 'fhir/r5.js';
import type { SearchParameters } from '../fhir/search/search-parameter.ts';
import { type ContainedVersion, containedOf, fragmentsIn } from './contained.ts';
import { fullText } from './index/full-text.ts';
import { type Gathered, gather } from './index/gather.ts';
import { indexEntries } from './index/index-entries.ts';
import { deleteIndex, insertIndex } from './index/index-table.ts';
import type { Place } from './place.ts';
import { AT_MOST, isNumberOf } from './search/condition.ts';
import type { Dialect } from './sql/engine.ts';
import { type Row, rows, run, type Work } from './sql/work.ts';

/** A version to be found, with its place and what it contains. */
interface Indexed extends Place {
  readonly seq: number;
  readonly resource: FhirResource;
  readonly contained: readonly ContainedVersion[];
  /** What stands in the resource. */
  readonly gathered: Gathered;
}

/** Makes a version be found by what its resource says, and what it contains by what that says. */
export function* index(
  { seq, resource, contained, gathered, ...place }: Indexed,
  parameters: SearchParameters,
): Work<void> {
  const fragments = fragmentsIn(seq, place, contained);
  const entriesOf = (one: FhirResource) => indexEntries(one, parameters, fragments);
  yield* insertIndex(seq, entriesOf(resource), fullText(gathered), gathered.links);
  for (const one of contained)
    yield* insertIndex(one.seq, entriesOf(one.resource), fullText(gather(one.resource)), []);
}

/** Makes versions be found by these search parameters, and no others. */
export function* indexAnew(versions: readonly Row[], parameters: SearchParameters): Work<void> {
  if (versions.length === 0) return;
  const seqs = versions.map(({ seq }) => Number(seq));
  const containedBy = yield* containedOf(seqs);
  yield* deleteIndex([...seqs, ...[...containedBy.values()].flat().map(({ seq }) => seq)]);
  for (const [at, { type, id, text }] of versions.entries()) {
    const seq = seqs[at] as number;
    const contained = containedBy.get(seq) ?? [];
    const resource = JSON.parse(String(text));
    const version = { seq, type: String(type), id: String(id), resource, contained };
    yield* index({ ...version, gathered: gather(resource) }, parameters);
  }
}

/** How many versions are indexed or forgotten in one transaction. */
export const AT_ONCE = 100;

/**
 * Forgets how to find versions that ended before a time (in milliseconds since 1970), and what they contain; resolves
 * to how many.
 */
export function* prune(dialect: Dialect, before: number): Work<number> {
  yield* dialect.turn('reindexing');
  const ended = yield* rows(
    `UPDATE version SET indexed = 0 WHERE seq IN (SELECT seq FROM version
       WHERE indexed = 1 AND ended IS NOT NULL AND ended_ms < ? ORDER BY ended_ms ${AT_MOST}) RETURNING seq, container`,
    before,
    AT_ONCE,
  );
  if (ended.length > 0) yield* deleteIndex(ended.map(({ seq }) => Number(seq)));
  const contained = ended.filter(({ container }) => container !== null).map(({ seq }) => Number(seq));
  if (contained.length > 0) {
    const { sql, values } = isNumberOf('seq', contained);
    yield* run(`DELETE FROM version WHERE ${sql}`, ...values);
  }
  return ended.length;
}
