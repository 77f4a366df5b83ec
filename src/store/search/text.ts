import type { TextQuery } from '../../fhir/search/search-request.ts';
import type { Dialect } from '../sql/engine.ts';
import { all, any, type Condition, condition, not } from './condition.ts';

/** `version AS v` has the words: https://hl7.org/fhir/R5/search.html#_text */
export const hasText = (dialect: Dialect, part: 'narrative' | 'content', query: TextQuery): Condition => {
  switch (query.kind) {
    case 'and':
      return all(query.of.map((each) => hasText(dialect, part, each)));
    case 'or':
      return any(query.of.map((each) => hasText(dialect, part, each)));
    case 'not':
      return not(hasText(dialect, part, query.of));
    case 'words': {
      const { sql, values } = all([dialect.matches(part, query), ...dialect.inTime('t.rowid')]);
      return condition(`v.seq IN (SELECT t.rowid FROM full_text AS t WHERE ${sql})`, ...values);
    }
  }
};
