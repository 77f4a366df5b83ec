import type { Step } from '../fhir/search-parameter.ts';
import type { Filter } from '../fhir/search-request.ts';
import type { ReferenceValue, TokenValue } from '../fhir/search-value.ts';

/** A piece of SQL with the values of its question marks. */
interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

/** Joined as a balanced tree: SQLite limits how deep an expression is, not how many parts it has. */
const joined = (operator: 'AND' | 'OR', conditions: readonly Condition[]): Condition => {
  const [first = { sql: operator === 'AND' ? 'TRUE' : 'FALSE', values: [] }, ...more] = conditions;
  if (more.length === 0) return first;
  const half = Math.ceil(conditions.length / 2);
  const left = joined(operator, conditions.slice(0, half));
  const right = joined(operator, conditions.slice(half));
  return { sql: `(${left.sql}) ${operator} (${right.sql})`, values: [...left.values, ...right.values] };
};

const any = (conditions: readonly Condition[]): Condition => joined('OR', conditions);

const inIndex = (table: 'token' | 'uri' | 'reference', parameter: string, { sql, values }: Condition) => ({
  sql: `r.seq IN (SELECT resource FROM ${table} WHERE parameter = ? AND (${sql}))`,
  values: [parameter, ...values],
});

const isToken = ({ system, value }: TokenValue): Condition => ({
  sql: [system === undefined ? [] : 'system = ?', value === undefined ? [] : 'value = ?']
    .flat()
    .join(' AND '),
  values: [system ?? [], value ?? []].flat(),
});

const leadsTo = (value: ReferenceValue): Condition => {
  if ('url' in value) return { sql: 'url = ?', values: [value.url] };
  return value.type === undefined
    ? { sql: 'id = ?', values: [value.id] }
    : { sql: 'id = ? AND type = ?', values: [value.id, value.type] };
};

/**
 * Follows references backwards: the ids of those looked for, then the ids of what they point to, and so on until
 * the type that is searched.
 */
const overSteps = (steps: readonly Step[], anyOf: readonly ReferenceValue[], type: string): Condition => {
  const ids = anyOf.flatMap((value) => ('id' in value ? [value.id] : []));
  const start: Condition = { sql: ids.map(() => '?').join(', '), values: ids };
  const { sql, values } = steps.reduceRight<Condition>(
    (inner, step, at) => ({
      sql: `SELECT i.id FROM resource s JOIN reference i ON i.resource = s.seq
        WHERE s.type = ? AND i.parameter = ? AND i.type = ? AND s.id IN (${inner.sql})`,
      values: [step.type, `${step.type}.${step.parameter}`, steps[at - 1]?.type ?? type, ...inner.values],
    }),
    start,
  );
  return { sql: `r.id IN (${sql})`, values };
};

const condition = (filter: Filter, type: string): Condition => {
  switch (filter.kind) {
    case 'id':
      return any(filter.anyOf.map((id) => ({ sql: 'r.id = ?', values: [id] })));
    case 'uri':
      return inIndex(
        'uri',
        `${type}.${filter.parameter}`,
        any(filter.anyOf.map((value) => ({ sql: 'value = ?', values: [value] }))),
      );
    case 'token':
      return inIndex('token', `${type}.${filter.parameter}`, any(filter.anyOf.map(isToken)));
    case 'reference':
      return filter.via
        ? overSteps(filter.via, filter.anyOf, type)
        : inIndex('reference', `${type}.${filter.parameter}`, any(filter.anyOf.map(leadsTo)));
  }
};

/** SQL for all filters of a search in `type`; the resource's row is `r`. */
export const allOf = (filters: readonly Filter[], type: string): Condition =>
  joined(
    'AND',
    filters.map((filter) => condition(filter, type)),
  );
