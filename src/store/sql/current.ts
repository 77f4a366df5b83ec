import type { Dialect } from './engine.ts';
import type { Statement } from './work.ts';

/** Condition on `version AS v`: this snapshot has it as the current version of a resource that is not deleted. */
export const currentIn = (visible: Dialect['visible'], snapshot: string): Statement => {
  const born = visible('born', snapshot);
  const ended = visible('ended', snapshot);
  return {
    sql: `v.text IS NOT NULL AND ${born.sql} AND (v.ended IS NULL OR NOT ${ended.sql})`,
    values: [...born.values, ...ended.values],
  };
};
