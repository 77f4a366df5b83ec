import { row, run, type Work } from './sql/work.ts';

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
