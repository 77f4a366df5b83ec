import { isCurrentAt, type Place, placeOf } from './place.ts';
import type { Engine } from './sql/engine.ts';
import type { Deletion, Version } from './store.ts';
import { VERSION, versionOrDeletionOf } from './version-row.ts';

/** The current version of a resource: https://hl7.org/fhir/R5/http.html#read */
export const read = async (
  engine: Engine,
  type: string,
  id: string,
): Promise<Version | Deletion | undefined> => {
  const [row] = await engine.ask({
    sql: `SELECT ${VERSION} FROM version AS v WHERE v.type = ? AND v.id = ? AND v.container IS NULL AND v.ended IS NULL`,
    values: [type, id],
  });
  return row && versionOrDeletionOf(row);
};

/** The current versions of resources by their places, as far as there are any. */
export const readAll = async (
  engine: Engine,
  places: readonly Place[],
): Promise<ReadonlyMap<string, Version | Deletion>> => {
  if (places.length === 0) return new Map();
  const { sql, values } = isCurrentAt(engine.dialect, places);
  const rows = await engine.ask({ sql: `SELECT ${VERSION} FROM version AS v WHERE ${sql}`, values });
  return new Map(rows.map(versionOrDeletionOf).map((one) => [placeOf(one), one]));
};
