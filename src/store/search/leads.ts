import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import { type IndexKey, indexKey } from '../../fhir/search/search-parameter.ts';
import { builtInSearchParameters } from '../../fhir/search/search-parameters.ts';
import { parameterNumber } from '../index/parameter-number.ts';
import { all, type Condition, condition, isNumberOf } from './condition.ts';
import { isInScope, type Scope } from './scope.ts';

/** The numbers of a parameter in those of the types that have it; of all types where none is named. */
const numbersOf = (types: readonly string[], code: 'url' | 'version'): readonly number[] =>
  (types.length === 0 ? RESOURCE_TYPES : types).flatMap((type) => {
    const parameter = builtInSearchParameters().find(type, code);
    return parameter ? parameterNumber(indexKey(parameter)) : [];
  });

/** A canonical without a version leads to every version of what has its URL, one with a version only to that. */
const byCanonical = (parameters: Condition, targets: Scope): readonly Condition[] => {
  const urls = numbersOf(targets.types, 'url');
  if (urls.length === 0) return [];
  const isVersion = isNumberOf('n.parameter', numbersOf(targets.types, 'version'));
  const { sql, values } = all([
    parameters,
    isNumberOf('u.parameter', urls),
    condition(
      `r.target_version IS NULL OR EXISTS (SELECT 1 FROM token AS n WHERE n.version = u.version AND ${isVersion.sql}
       AND (n.code = r.target_version OR n.folded = lower(r.target_version)))`,
      ...isVersion.values,
    ),
    isInScope(targets),
  ]);
  return [
    condition(
      `SELECT r.version AS source, v.seq AS target FROM reference AS r JOIN uri AS u ON u.value = r.url
       JOIN version AS v ON v.seq = u.version WHERE ${sql}`,
      ...values,
    ),
  ];
};

/**
 * Pairs of `source`, any version, that refers by one of the parameters to `target`, a version in scope: by its type and
 * id (whatever version is named, the current one is meant) or by its canonical URL.
 */
export const leads = (parameters: readonly IndexKey[], targets: Scope): Condition => {
  const by = isNumberOf('r.parameter', parameters.map(parameterNumber));
  const { sql, values } = all([by, isInScope(targets)]);
  const ways = [
    condition(
      `SELECT r.version AS source, v.seq AS target FROM reference AS r
       JOIN version AS v ON v.type = r.type AND v.id = r.id WHERE ${sql}`,
      ...values,
    ),
    ...byCanonical(by, targets),
  ];
  return condition(
    `(${ways.map((way) => way.sql).join(' UNION ALL ')}) AS l`,
    ...ways.flatMap((way) => way.values),
  );
};
