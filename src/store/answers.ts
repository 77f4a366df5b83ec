import type { Engine } from './sql/engine.ts';
import { run } from './sql/work.ts';

/** An answer that is given later, or is worked on. */
export interface LaterAnswer {
  /** Whom it is for. */
  readonly owner: string;
  /** Absent while it is worked on. */
  readonly text?: string;
  /** Milliseconds since 1970: when it is forgotten or, if it is worked on, when that has come to nothing. */
  readonly until: number;
}

/** Answers that are given later, by any process on the database: https://hl7.org/fhir/R5/async-bundle.html */
export interface Answers {
  /** Remembers that one is worked on. */
  begin(id: string, owner: string, until: number): Promise<void>;
  /** Goes on with it, or ends it with its text, if it has not been ended or forgotten. */
  proceed(id: string, answer: Omit<LaterAnswer, 'owner'>): Promise<void>;
  find(id: string): Promise<LaterAnswer | undefined>;
  forget(id: string): Promise<void>;
  /** Forgets those that were to be expected before then. */
  expire(before: number): Promise<void>;
}

/** Keeps them in the database. */
export const createAnswers = (engine: Engine): Answers => ({
  begin: (id, owner, until) =>
    engine.write(() => run('INSERT INTO answer (id, owner, until_ms) VALUES (?, ?, ?)', id, owner, until)),
  proceed: (id, { text, until }) =>
    engine.write(() =>
      run('UPDATE answer SET text = ?, until_ms = ? WHERE id = ? AND text IS NULL', text ?? null, until, id),
    ),
  find: async (id) => {
    const [found] = await engine.ask({
      sql: 'SELECT owner, text, until_ms FROM answer WHERE id = ?',
      values: [id],
    });
    if (found === undefined) return undefined;
    const begun = { owner: String(found.owner), until: Number(found.until_ms) };
    return found.text === null ? begun : { ...begun, text: String(found.text) };
  },
  forget: (id) => engine.write(() => run('DELETE FROM answer WHERE id = ?', id)),
  expire: (before) => engine.write(() => run('DELETE FROM answer WHERE until_ms < ?', before)),
});
