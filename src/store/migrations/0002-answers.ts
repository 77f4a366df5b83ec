import type { Dialect } from '../sql/engine.ts';
import { COLUMN_TYPES } from './column-types.ts';

/** Answers that are given later, without text while they are worked on; `until_ms` is when nothing is to be expected. */
export const answers = (engine: Dialect['name']): readonly string[] => {
  const { integer, text, strict } = COLUMN_TYPES[engine];
  return [
    `CREATE TABLE answer (id ${text} PRIMARY KEY, owner ${text} NOT NULL, until_ms ${integer} NOT NULL, text ${text})${strict}`,
    'CREATE INDEX answer_by_until ON answer (until_ms)',
  ];
};
