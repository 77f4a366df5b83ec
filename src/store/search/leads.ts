import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import { typesOf } from '../../fhir/search/path-types.ts';
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

const LITERAL = ['Reference', 'CodeableReference'];

const known = new Map<IndexKey, boolean>();

/** Whether a parameter looks at references by type and id alone, and at no canonical, as far as is known of it. */
const isLiteral = (key: IndexKey): boolean => {
  const [base = '', code = ''] = key.split('.', 2);
  const expression = builtInSearchParameters().find(base, code)?.expression;
  const types = expression === undefined ? [] : typesOf(expression, [base]);
  return types.length > 0 && types.every((type) => LITERAL.includes(type));
};

const isLiteralAlone = (key: IndexKey): boolean => {
  const found = known.get(key) ?? isLiteral(key);
  known.set(key, found);
  return found;
};

/** At which end of the references the search begins: SQLite joins in the order given, PostgreSQL as it sees fit. */
type End = 'source' | 'target';

const JOINED: Record<'literal' | 'canonical', Record<End, string>> = {
  literal: {
    source: 'reference AS r CROSS JOIN version AS v',
    target: 'version AS v CROSS JOIN reference AS r',
  },
  canonical: {
    source: 'reference AS r CROSS JOIN uri AS u CROSS JOIN version AS v',
    target: 'version AS v CROSS JOIN uri AS u CROSS JOIN reference AS r',
  },
};

const pairs = (from: string, conditions: readonly Condition[]): Condition => {
  const { sql, values } = all(conditions);
  return condition(`SELECT r.version AS source, v.seq AS target FROM ${from} WHERE ${sql}`, ...values);
};

/** A canonical without a version leads to every version of what has its URL, one with a version only to that. */
const isVersionMeant = (types: readonly string[]): Condition => {
  const { sql, values } = isNumberOf('n.parameter', numbersOf(types, 'version'));
  return condition(
    `r.target_version IS NULL OR EXISTS (SELECT 1 FROM token AS n WHERE n.version = u.version AND ${sql}
     AND (n.code = r.target_version OR n.folded = lower(r.target_version)))`,
    ...values,
  );
};

/**
 * Pairs of `source`, any version, that refers by one of the parameters to `target`, a version in scope: by its type and
 * id (whatever version is named, the current one is meant) or by its canonical URL.
 */
export const leads = (parameters: readonly IndexKey[], targets: Scope, begin: End): Condition => {
  // The plus keeps SQLite from going through all references, or all URLs, of a parameter.
  const by = isNumberOf(begin === 'source' ? '+r.parameter' : 'r.parameter', parameters.map(parameterNumber));
  // What is asked of a target stands in each way; a way that nothing goes would ask it again at every step of a chain.
  const urls = parameters.every(isLiteralAlone) ? [] : numbersOf(targets.types, 'url');
  const ways = [
    pairs(JOINED.literal[begin], [by, isInScope(targets), condition('r.type = v.type AND r.id = v.id')]),
    ...(urls.length === 0
      ? []
      : [
          pairs(JOINED.canonical[begin], [
            by,
            isInScope(targets),
            condition('r.url = u.value AND u.version = v.seq'),
            isNumberOf(begin === 'source' ? 'u.parameter' : '+u.parameter', urls),
            isVersionMeant(targets.types),
          ]),
        ]),
  ];
  return condition(
    `(${ways.map(({ sql }) => sql).join(' UNION ALL ')}) AS l`,
    ...ways.flatMap(({ values }) => values),
  );
};
