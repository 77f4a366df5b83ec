import { matching } from './search/search.ts';
import type { Dialect } from './sql/engine.ts';
import type { Work } from './sql/work.ts';
import { type Guard, VersionConflict } from './store.ts';

/**
 * Makes sure that conditions find what they found when the batch was made; batches with conditions take turns.
 * Throws VersionConflict.
 */
export function* guarded(dialect: Dialect, guards: readonly Guard[]): Work<void> {
  if (guards.length === 0) return;
  yield* dialect.turn('guard');
  for (const { request, found } of guards) {
    const now = yield* matching(dialect, request);
    const [other] = [...new Set(now).symmetricDifference(new Set(found))];
    if (other !== undefined) throw new VersionConflict(request.types.join(), other);
  }
}
