import { placeOf } from './current-versions.ts';
import { links } from './index/links.ts';
import type { Dialect } from './sql/engine.ts';
import { rows, type Work } from './sql/work.ts';
import { BrokenReferences, type Link, type Write } from './store.ts';

/** A literal reference, from the place of the resource that holds it. */
interface Reference {
  readonly from: string;
  readonly type: string;
  readonly id: string;
  readonly version: string | null;
}

const linkOf = (reference: Reference): Link => {
  const { from, version } = reference;
  return { from, to: placeOf(reference) + (version === null ? '' : `/_history/${version}`) };
};

/** Whether the batch itself stores what a reference leads to, or deletes it; undefined if it does neither. */
const storedBy = (writes: ReadonlyMap<string, Write>, reference: Reference): boolean | undefined => {
  const write = writes.get(placeOf(reference));
  if (write === undefined) return undefined;
  const { version } = reference;
  if (version === null || version === String(write.replaces + 1)) return write.content !== undefined;
  return undefined;
};

/** The references that lead to no current resource, or to no version; what they lead to stays until the end. */
function* broken(dialect: Dialect, references: readonly Reference[]): Work<readonly Reference[]> {
  const found = new Set<string>();
  const current = references.filter(({ version }) => version === null);
  if (current.length > 0) {
    const tuples = dialect.tuples(current.map(({ type, id }) => [type, id]));
    const targets = yield* rows(
      `SELECT v.type, v.id FROM ${tuples.sql}
       JOIN version AS v ON v.type = j.value ->> 0 AND v.id = j.value ->> 1 AND v.ended IS NULL
       WHERE v.text IS NOT NULL${dialect.locked('shared')}`,
      ...tuples.values,
    );
    for (const { type, id } of targets) found.add(`${type}/${id}`);
  }
  const versioned = references.filter(({ version }) => version !== null);
  if (versioned.length > 0) {
    const tuples = dialect.tuples(versioned.map(({ type, id, version }) => [type, id, version ?? '']));
    const targets = yield* rows(
      `SELECT v.type, v.id, v.version FROM ${tuples.sql} JOIN version AS v ON v.type = j.value ->> 0
       AND v.id = j.value ->> 1 AND CAST(v.version AS TEXT) = j.value ->> 2 WHERE v.text IS NOT NULL`,
      ...tuples.values,
    );
    for (const { type, id, version } of targets) found.add(`${type}/${id}/_history/${version}`);
  }
  return references.filter((reference) => !found.has(linkOf(reference).to));
}

interface Place {
  readonly type: string;
  readonly id: string;
}

const MOST = 100;

/** References to these resources from the current versions of others than those `beside`; a hundred at most. */
export function* referrers(
  dialect: Dialect,
  targets: readonly Place[],
  beside: readonly Place[],
): Work<readonly Link[]> {
  if (targets.length === 0) return [];
  const tuples = (places: readonly Place[]) => dialect.tuples(places.map(({ type, id }) => [type, id]));
  const [to, not] = [tuples(targets), tuples(beside)];
  const found = yield* rows(
    `SELECT DISTINCT v.type, v.id, l.type AS target_type, l.id AS target_id FROM ${to.sql}
     JOIN link AS l ON l.type = j.value ->> 0 AND l.id = j.value ->> 1 AND l.target_version IS NULL
     JOIN version AS v ON v.seq = l.version AND v.ended IS NULL
     WHERE NOT EXISTS (SELECT 1 FROM ${not.sql} WHERE j.value ->> 0 = v.type AND j.value ->> 1 = v.id)
     ORDER BY v.type, v.id LIMIT ${MOST}`,
    ...to.values,
    ...not.values,
  );
  return found.map((row) => ({
    from: `${row.type}/${row.id}`,
    to: `${row.target_type}/${row.target_id}`,
  }));
}

/**
 * Makes sure that every literal reference in the batch leads to a current resource, or to a version there is, and
 * that nothing refers to what it deletes; a reference to a version survives the deletion, as the version does.
 * Comes after the rows to be replaced are locked. Throws BrokenReferences.
 */
export function* checkReferences(dialect: Dialect, batch: readonly Write[]): Work<void> {
  const writes = new Map(batch.map((write) => [placeOf(write), write]));
  const outward = batch.flatMap((write) =>
    write.content === undefined
      ? []
      : links(write.content.value).map((link) => ({ ...link, from: placeOf(write) })),
  );
  const unknown = outward.filter((reference) => storedBy(writes, reference) !== true);
  let missing: readonly Reference[] = unknown.filter((one) => storedBy(writes, one) === undefined);
  // A second look: what is replaced by another writer while the first one waits for it seems to be gone.
  for (let look = 0; look < 2 && missing.length > 0; look += 1) missing = yield* broken(dialect, missing);
  const deletedHere = unknown.filter((reference) => storedBy(writes, reference) === false);
  const deletions = batch.filter(({ content }) => content === undefined);
  const inward = yield* referrers(dialect, deletions, batch);
  const all = [...[...deletedHere, ...missing].map(linkOf), ...inward];
  if (all.length > 0) throw new BrokenReferences(all);
}
