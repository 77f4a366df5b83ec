import type { Gathered } from './index/gather.ts';
import { isCurrentAt, isVersionAt, type Place, placeOf } from './place.ts';
import { AT_MOST, isOneOf, not } from './search/condition.ts';
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

const isVersioned = (reference: Reference): reference is Reference & { readonly version: string } =>
  reference.version !== null;

/** The references that lead to no current resource, or to no version; what they lead to stays until the end. */
function* broken(dialect: Dialect, references: readonly Reference[]): Work<readonly Reference[]> {
  const found = new Set<string>();
  const current = references.filter((reference) => !isVersioned(reference));
  if (current.length > 0) {
    const { sql, values } = isCurrentAt(dialect, current);
    const targets = yield* rows(
      `SELECT v.type, v.id FROM version AS v WHERE ${sql} AND v.text IS NOT NULL${dialect.locked('shared')}`,
      ...values,
    );
    for (const { type, id } of targets) found.add(`${type}/${id}`);
  }
  const versioned = references.filter(isVersioned);
  if (versioned.length > 0) {
    const { sql, values } = isVersionAt(dialect, versioned);
    const targets = yield* rows(
      `SELECT v.type, v.id, v.version FROM version AS v WHERE ${sql} AND v.text IS NOT NULL`,
      ...values,
    );
    for (const { type, id, version } of targets) found.add(`${type}/${id}/_history/${version}`);
  }
  return references.filter((reference) => !found.has(linkOf(reference).to));
}

const MOST = 100;

/** References to these resources from the current versions of others than those `beside`; a hundred at most. */
export function* referrers(
  dialect: Dialect,
  targets: readonly Place[],
  beside: readonly Place[],
): Work<readonly Link[]> {
  const outside = not(isOneOf(dialect, "v.type || '/' || v.id", beside.map(placeOf)));
  const found: Link[] = [];
  for (const target of targets) {
    const links = yield* rows(
      `SELECT v.type, v.id FROM link AS l JOIN version AS v ON v.seq = l.version
       WHERE l.type = ? AND l.id = ? AND v.ended IS NULL AND ${outside.sql}
       ORDER BY v.type, v.id ${AT_MOST}`,
      target.type,
      target.id,
      ...outside.values,
      MOST - found.length,
    );
    found.push(...links.map(({ type, id }) => ({ from: `${type}/${id}`, to: placeOf(target) })));
    if (found.length === MOST) break;
  }
  return found;
}

/**
 * Makes sure that every literal reference in the batch, as those gathered of each write tell them, leads to a current resource, or to a version there is, and
 * that nothing refers to what it deletes; a reference to a version survives the deletion, as the version does.
 * Comes after the rows to be replaced are locked. Throws BrokenReferences.
 */
export function* checkReferences(
  dialect: Dialect,
  batch: readonly Write[],
  gathered: readonly (Gathered | undefined)[],
): Work<void> {
  const writes = new Map(batch.map((write) => [placeOf(write), write]));
  const outward = batch.flatMap((write, at) =>
    (gathered[at]?.links ?? []).map((link) => ({ ...link, from: placeOf(write) })),
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
