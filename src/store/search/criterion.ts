import type { Criterion, Visible } from '../../fhir/search/search-request.ts';
import type { Dialect } from '../sql/engine.ts';
import { all, any, type Condition, condition, isNumberOf, isOneOf, not } from './condition.ts';
import { isInstant } from './date.ts';
import { isInHierarchy } from './hierarchy.ts';
import { leads } from './leads.ts';
import { isPresent } from './present.ts';
import { CURRENT, FREE, isInScope, REACHED, type Scope } from './scope.ts';
import { hasText } from './text.ts';
import { hasComposite, hasValue, hasValueItself } from './value.ts';

type Of<K extends Criterion['kind']> = Extract<Criterion, { kind: K }>;

/** https://hl7.org/fhir/R5/search.html#chaining */
const leadsTo = (scope: Scope, { parameter, types, where }: Of<'chain'>): Condition => {
  const targets = { ...scope, ...REACHED, types };
  const pairs = leads([parameter], targets, 'target');
  const { sql, values } = found(targets, where);
  return condition(
    `v.seq IN (SELECT l.source FROM ${pairs.sql} WHERE l.target IN (SELECT v.seq FROM version AS v WHERE ${sql}))`,
    ...pairs.values,
    ...values,
  );
};

/** https://hl7.org/fhir/R5/search.html#has */
const isLedToBy = (scope: Scope, { type, parameter, where }: Of<'has'>): Condition => {
  const pairs = leads([parameter], scope, 'source');
  const { sql, values } = found({ ...scope, ...FREE, types: [type] }, where);
  return condition(
    `v.seq IN (SELECT l.target FROM ${pairs.sql} WHERE l.source IN (SELECT v.seq FROM version AS v WHERE ${sql}))`,
    ...pairs.values,
    ...values,
  );
};

const meets = (scope: Scope, criterion: Criterion): Condition => {
  const { dialect } = scope;
  switch (criterion.kind) {
    case 'and':
      return all(criterion.of.map((each) => meets(scope, each)));
    case 'or':
      return any(criterion.of.map((each) => meets(scope, each)));
    case 'not':
      return not(meets(scope, criterion.of));
    case 'type':
      return isOneOf(dialect, 'v.type', criterion.anyOf);
    case 'id':
      return isOneOf(dialect, scope.id, criterion.anyOf);
    case 'last-updated':
      return isInstant('v.last_updated_ms', criterion);
    case 'present':
      return isPresent(dialect, criterion.parameter, criterion.type, scope.byVersion);
    case 'value':
      return (scope.byVersion ? hasValueItself : hasValue)(dialect, criterion.parameter, criterion.anyOf);
    case 'composite':
      return hasComposite(dialect, criterion.parameter, criterion.anyOf);
    case 'chain':
      return leadsTo(scope, criterion);
    case 'has':
      return isLedToBy(scope, criterion);
    case 'hierarchy':
      return isInHierarchy(scope, criterion);
    case 'text':
      return hasText(dialect, criterion.part, criterion.query);
  }
};

/** `version AS v` is in scope and meets a criterion. It is never NULL. */
export const found = (scope: Scope, where: Criterion): Condition =>
  all([isInScope(scope), meets(scope, where)]);

/** `version AS v`, which is current, may be seen: by its type or by what it meets; what it contains with it. */
export const isVisible = (dialect: Dialect, current: Condition, { types, some }: Visible): Condition =>
  any([
    condition('v.container IS NOT NULL'),
    isOneOf(dialect, 'v.type', types),
    meets({ dialect, current, types: [], ...FREE }, some),
  ]);

/** `version AS v` is one of these, current or not, and meets a criterion; what it leads to is current. */
export const isMetBy = (dialect: Dialect, seqs: readonly number[], where: Criterion): Condition =>
  all([
    isNumberOf('v.seq', seqs),
    condition('v.text IS NOT NULL'),
    meets({ dialect, current: CURRENT, types: [], ...FREE, byVersion: true }, where),
  ]);
