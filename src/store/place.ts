import type { Dialect } from './sql/engine.ts';
import type { Statement } from './sql/work.ts';

/** Where a resource is. */
export interface Place {
  readonly type: string;
  readonly id: string;
}

/** A place as a relative reference: `Type/id`. */
export const placeOf = ({ type, id }: Place): string => `${type}/${id}`;

const AT_PLACE = 'SELECT c.seq FROM version AS c WHERE c.type = j.value ->> 0 AND c.id = j.value ->> 1';

/** Condition that `version AS v` is the current version at one of any number of places; it may be a deletion. */
export const isCurrentAt = (dialect: Dialect, places: readonly Place[]): Statement => {
  const lookup = `${AT_PLACE} AND c.ended IS NULL`;
  const { sql, values } = dialect.isFound(
    'v.seq',
    lookup,
    places.map(({ type, id }) => [type, id]),
  );
  // Said again, because it may have ended while a lock was waited for.
  return { sql: `${sql} AND v.ended IS NULL`, values };
};

/** Condition that `version AS v` is one of any number of versions, each with a place. */
export const isVersionAt = (
  dialect: Dialect,
  versions: readonly (Place & { readonly version: string })[],
): Statement =>
  dialect.isFound(
    'v.seq',
    `${AT_PLACE} AND CAST(c.version AS TEXT) = j.value ->> 2`,
    versions.map(({ type, id, version }) => [type, id, version]),
  );
