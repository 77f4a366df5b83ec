import { createHash } from 'node:crypto';
import { AT_MOST } from '../search/condition.ts';
import { type Row, rows, type Work } from '../sql/work.ts';
import type { Method } from '../store.ts';
import { type EndLine, FIRST_LINE, type NoteLine, type VersionLine } from './line.ts';

/** How many versions are held in memory. */
const AT_ONCE = 200;

const versionLine = (row: Row): VersionLine => ({
  type: String(row.type),
  id: String(row.id),
  version: Number(row.version),
  lastUpdated: String(row.last_updated),
  method: row.method as Method,
  ended: row.ended_ms === null ? null : Number(row.ended_ms),
  digest: row.digest === null ? null : String(row.digest),
  text: row.text === null ? null : String(row.text),
});

/**
 * Tells every version of every resource, in the order in which they were made, and what the program has noted: a line
 * of JSON each. What they are found by is made anew when they are restored. Resolves to how many versions there are.
 */
export function* backup(tell: (line: string) => void): Work<number> {
  const hash = createHash('sha256');
  const tellOne = (line: string): void => {
    hash.update(`${line}\n`);
    tell(line);
  };
  tellOne(FIRST_LINE);
  for (const { name, value } of yield* rows("SELECT name, value FROM setting WHERE name LIKE 'note %'"))
    tellOne(JSON.stringify({ note: String(name), value: String(value) } satisfies NoteLine));
  let versions = 0;
  for (let last: Row | undefined = { seq: 0 }; last !== undefined; ) {
    const some: readonly Row[] = yield* rows(
      `SELECT seq, type, id, version, last_updated, method, ended_ms, digest, text FROM version
       WHERE container IS NULL AND seq > ? ORDER BY seq ${AT_MOST}`,
      Number(last.seq),
      AT_ONCE,
    );
    for (const one of some) tellOne(JSON.stringify(versionLine(one)));
    versions += some.length;
    last = some.at(-1);
  }
  tell(JSON.stringify({ versions, sha256: hash.digest('hex') } satisfies EndLine));
  return versions;
}
