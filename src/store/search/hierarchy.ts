import type { Criterion } from '../../fhir/search/search-request.ts';
import { parameterNumber } from '../index/parameter-number.ts';
import { all, type Condition, condition, isNumberOf, isOneOf } from './condition.ts';
import { isInScope, type Scope } from './scope.ts';

/** From `reached` to `version AS v`, over `reference AS r`; SQLite keeps to the order of a CROSS JOIN. */
const STEP = {
  above: `CROSS JOIN reference AS r CROSS JOIN version AS v
          WHERE r.version = reached.seq AND v.type = r.type AND v.id = r.id`,
  below: `CROSS JOIN version AS w CROSS JOIN reference AS r CROSS JOIN version AS v
          WHERE w.seq = reached.seq AND r.type = w.type AND r.id = w.id AND v.seq = r.version`,
};

/** With a plus sign it is not looked up by: what one version refers to is little. */
const PARAMETER = { above: '+r.parameter', below: 'r.parameter' };

/** `version AS v` is one of some, or above or below one; a circle ends where it began. */
export const isInHierarchy = (
  scope: Scope,
  { parameters, direction, anyOf }: Extract<Criterion, { kind: 'hierarchy' }>,
): Condition => {
  const inScope = isInScope(scope);
  const start = all([inScope, isOneOf(scope.dialect, 'v.id', anyOf)]);
  const step = all([inScope, isNumberOf(PARAMETER[direction], parameters.map(parameterNumber))]);
  return condition(
    `v.seq IN (WITH RECURSIVE reached (seq) AS (SELECT v.seq FROM version AS v WHERE ${start.sql}
       UNION SELECT v.seq FROM reached ${STEP[direction]} AND ${step.sql}) SELECT seq FROM reached)`,
    ...start.values,
    ...step.values,
  );
};
