import { row, run, type Work } from './sql/work.ts';

/** Under which name it remembers the largest number that a version had when something was purged: no other gets it. */
export const PURGED_TO = 'purged-to';

/** Under which name it remembers what the program keeps under a name of its own. */
export const noteName = (name: string): string => `note ${name}`;

/** A value the database remembers by its name. */
export function* setting(name: string): Work<string | undefined> {
  const found = yield* row('SELECT value FROM setting WHERE name = ?', name);
  return found && String(found.value);
}

/** Makes the database remember a value. */
export function* set(name: string, value: string): Work<void> {
  yield* run(
    'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  );
}

/** Makes the database forget a value. */
export function* forget(name: string): Work<void> {
  yield* run('DELETE FROM setting WHERE name = ?', name);
}
