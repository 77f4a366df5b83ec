import { type Criterion, searchOf } from '../fhir/search/search-request.ts';
import { matching } from './search/search.ts';
import type { Dialect } from './sql/engine.ts';
import type { Work } from './sql/work.ts';
import { type Demand, DemandUnmet } from './store.ts';

/** Makes sure that resources meet what is demanded of them now. Throws DemandUnmet. */
export function* checkDemands(dialect: Dialect, demands: readonly Demand[], now: Demand['when']): Work<void> {
  for (const { when, type, id, where } of demands) {
    if (when !== now) continue;
    const both: Criterion = { kind: 'and', of: [{ kind: 'id', anyOf: [id] }, where] };
    const [found] = yield* matching(dialect, searchOf([type], both));
    if (found === undefined) throw new DemandUnmet(`${type}/${id}`);
  }
}
