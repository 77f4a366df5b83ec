import type { Criterion } from '../../fhir/search/search-request.ts';
import { parameterNumber } from '../index/parameter-number.ts';
import { all, type Condition, condition, isNumberOf, isOneOf } from './condition.ts';
import { isInScope, type Scope } from './scope.ts';

/** From `reached` to `version AS v`, over `reference AS r`. */
const STEP = {
  above:
    'JOIN reference AS r ON r.version = reached.seq JOIN version AS v ON v.type = r.type AND v.id = r.id',
  below: `JOIN version AS w ON w.seq = reached.seq JOIN reference AS r ON r.type = w.type AND r.id = w.id
          JOIN version AS v ON v.seq = r.version`,
};

/** `version AS v` is one of some, or above or below one; a circle ends where it began. */
export const isInHierarchy = (
  scope: Scope,
  { parameters, direction, anyOf }: Extract<Criterion, { kind: 'hierarchy' }>,
): Condition => {
  const inScope = isInScope(scope);
  const start = all([inScope, isOneOf(scope.dialect, 'v.id', anyOf)]);
  const step = all([inScope, isNumberOf('r.parameter', parameters.map(parameterNumber))]);
  return condition(
    `v.seq IN (WITH RECURSIVE reached (seq) AS (SELECT v.seq FROM version AS v WHERE ${start.sql}
       UNION SELECT v.seq FROM reached ${STEP[direction]} WHERE ${step.sql}) SELECT seq FROM reached)`,
    ...start.values,
    ...step.values,
  );
};
