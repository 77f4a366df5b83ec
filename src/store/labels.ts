import type { Coding } from 'fhir/r5.js';
import { indexKey } from '../fhir/search/search-parameter.ts';
import { parameterNumber } from './index/parameter-number.ts';
import { rows, type Work } from './sql/work.ts';
import type { Labels } from './store.ts';

/** What the index has of current versions under a search parameter of all types. */
function* inUse(code: string, table: string, columns: string, type: string | undefined) {
  return yield* rows(
    `SELECT DISTINCT ${columns} FROM ${table} AS i
     JOIN version AS v ON v.seq = i.version AND v.container IS NULL AND v.ended IS NULL
     WHERE i.parameter = ?${type === undefined ? '' : ' AND v.type = ?'} ORDER BY 1, 2`,
    parameterNumber(indexKey({ base: 'Resource', code })),
    ...(type === undefined ? [] : [type]),
  );
}

function* codings(code: string, type: string | undefined): Work<Coding[]> {
  const found = yield* inUse(code, 'token', 'i.system AS system, COALESCE(i.code, i.folded) AS code', type);
  return found.map(({ system, code: of }) => ({
    ...(system !== '' && { system: String(system) }),
    code: String(of),
  }));
}

/** The profiles, tags and security labels that current versions have, of one type or of all. */
export function* labels(type?: string): Work<Labels> {
  const canonicals = yield* inUse('_profile', 'reference', 'i.url AS url, i.target_version AS version', type);
  const profile = canonicals.map(({ url, version }) => (version === null ? `${url}` : `${url}|${version}`));
  const [security, tag] = [yield* codings('_security', type), yield* codings('_tag', type)];
  return {
    ...(profile.length > 0 && { profile }),
    ...(security.length > 0 && { security }),
    ...(tag.length > 0 && { tag }),
  };
}
