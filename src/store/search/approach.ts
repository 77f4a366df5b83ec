import type { Criterion } from '../../fhir/search/search-request.ts';
import type { Dialect } from '../sql/engine.ts';
import { row, type Work } from '../sql/work.ts';
import { AT_MOST, all, type Condition } from './condition.ts';
import { found } from './criterion.ts';
import { CURRENT, type Scope } from './scope.ts';
import { hasValue, listed } from './value.ts';

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

/** Whether only a few versions have a value. */
function* isRare(dialect: Dialect, { parameter, anyOf }: Value): Work<boolean> {
  const list = listed(dialect, parameter, anyOf);
  if (list === undefined) return false;
  const counted = yield* row(
    `SELECT count(*) AS total FROM (SELECT 1 FROM (${list.sql}) AS l ${AT_MOST}) AS counted`,
    ...list.values,
    dialect.few + 1,
  );
  return Number(counted?.total) <= dialect.few;
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
    if (!(yield* isRare(dialect, value))) continue;
    const others: Criterion = { kind: 'and', of: parts.filter((part) => part !== value) };
    return {
      where: all([
        hasValue(dialect, value.parameter, value.anyOf),
        found({ ...scope, byVersion: true }, others),
      ]),
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
