import type { Criterion } from '../../fhir/search/search-request.ts';
import type { Dialect } from '../sql/engine.ts';
import { row, rows, type Work } from '../sql/work.ts';
import { AT_MOST, all, type Condition, condition, isNumberOf } from './condition.ts';
import { found } from './criterion.ts';
import { CURRENT, type Scope } from './scope.ts';
import { listed } from './value.ts';

/** How what is wanted is come by. */
export interface Approach {
  /** `version AS v` is wanted. */
  readonly where: Condition;
  /** Whether only a few versions are looked at. */
  readonly isFew: boolean;
  /** `version AS v`, read in the order of `seq` by the index of what is current where many will do. */
  readonly from: string;
}

type Value = Extract<Criterion, { kind: 'value' }>;

const partsOf = (where: Criterion): readonly Criterion[] => (where.kind === 'and' ? where.of : [where]);

/** So many of a few are few enough to be named by their numbers. */
const NAMED = 1 / 16;

/** That a version has a value, if only a few have it. */
function* isOneOfFew(dialect: Dialect, { parameter, anyOf }: Value): Work<Condition | undefined> {
  const list = listed(dialect, parameter, anyOf);
  if (list === undefined) return undefined;
  const from = `FROM (${list.sql}) AS l`;
  const named = Math.ceil(dialect.few * NAMED);
  const some = yield* rows(`SELECT version ${from} ${AT_MOST}`, ...list.values, named + 1);
  if (some.length <= named)
    return isNumberOf(
      'v.seq',
      some.map(({ version }) => Number(version)),
    );
  const further = yield* row(
    `SELECT 1 ${from} LIMIT 1 OFFSET CAST(? AS BIGINT)`,
    ...list.values,
    dialect.few,
  );
  return further ? undefined : condition(`v.seq IN (${list.sql})`, ...list.values);
}

const PLAIN = 'version AS v';

/**
 * Versions with one of the values asked for are looked at if they are few; if all values are frequent, versions are
 * looked at until there are enough. Where the database knows itself how frequent values are, that is left to it.
 */
export function* approach(scope: Scope, where: Criterion): Work<Approach> {
  const { dialect, current, contained, types } = scope;
  const parts = partsOf(where);
  const values = dialect.few === 0 ? [] : parts.filter((part) => part.kind === 'value');
  const isNamed = parts.some(({ kind }) => kind === 'id');
  for (const value of isNamed ? [] : values) {
    const isFew = yield* isOneOfFew(dialect, value);
    if (isFew === undefined) continue;
    const others: Criterion = { kind: 'and', of: parts.filter((part) => part !== value) };
    return {
      where: all([isFew, found({ ...scope, byVersion: true }, others)]),
      isFew: true,
      from: PLAIN,
    };
  }
  if (contained !== 'not' || types.length !== 1 || values.length < parts.length)
    return { where: found(scope, where), isFew: false, from: PLAIN };
  return {
    where: found({ ...scope, byVersion: true }, where),
    isFew: false,
    from: current === CURRENT ? `${PLAIN} ${dialect.indexedBy('version_current_by_seq')}` : PLAIN,
  };
}
