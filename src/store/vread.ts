import type { Engine } from './sql/engine.ts';
import type { Deletion, Version } from './store.ts';
import { VERSION, versionOrDeletionOf } from './version-row.ts';

/** One version of a resource: https://hl7.org/fhir/R5/http.html#vread */
export const vread = async (
  engine: Engine,
  type: string,
  id: string,
  versionId: number,
): Promise<Version | Deletion | undefined> => {
  const [row] = await engine.ask({
    sql: `SELECT ${VERSION} FROM version AS v WHERE v.type = ? AND v.id = ? AND v.container IS NULL AND v.version = ?`,
    values: [type, id, versionId],
  });
  return row && versionOrDeletionOf(row);
};
