import { NOT_STATED } from '../../../model/fact.ts';
import type { Arm } from '../../../model/record/protocol.ts';
import type { Results } from '../../../model/record/results.ts';
import type { Located } from '../../located/tree.ts';
import type { Dialect } from '../dialect.ts';
import { adverseEvents } from './adverse-events.ts';
import { baselineOf } from './baseline.ts';
import { flowOf } from './flow.ts';
import { reportedOutcomes } from './outcomes.ts';

/** What the record reports of the trial's results. */
export const resultsOf = (dialect: Dialect, root: Located, arms: readonly Arm[]): Results | undefined =>
  dialect.has(root, 'results')
    ? {
        flow: flowOf(dialect, root, arms),
        baseline: baselineOf(dialect, root, arms),
        outcomes: reportedOutcomes(dialect, root, arms),
        adverseEvents: adverseEvents(dialect, root, arms),
        limitations: dialect.markdown(root, 'limitations'),
        summary: NOT_STATED,
      }
    : undefined;
