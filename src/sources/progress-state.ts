import type { Stated } from '../model/fact.ts';
import type { ProgressState, RegistryRecord } from '../model/record/record.ts';
import { converted } from './record-parts.ts';

const STATES: readonly (readonly [ProgressState, readonly string[]])[] = [
  ['in-review', ['under evaluation', 'in review']],
  ['approved', ['authorised', 'authorized', 'authorised, not started', 'approved']],
  [
    'not-yet-recruiting',
    [
      'authorised, recruitment pending',
      'authorised, recruiting pending',
      'not yet recruiting',
      'pending',
      'planned',
      'not started',
    ],
  ],
  [
    'recruiting',
    [
      'recruiting',
      'authorised, recruiting',
      'ongoing, recruiting',
      'open to recruitment',
      'open for recruitment',
      'open to recruitment of participants',
      'recruiting ongoing',
    ],
  ],
  ['enrolling-by-invitation', ['enrolling by invitation']],
  ['active', ['active', 'ongoing', 'started', 'restarted']],
  [
    'active-but-not-recruiting',
    [
      'ongoing, recruitment ended',
      'active, not recruiting',
      'ongoing, not recruiting',
      'closed: follow-up continuing',
      'recruiting complete, follow-up continuing',
    ],
  ],
  [
    'closed-to-accrual',
    [
      'recruitment complete',
      'recruitment completed',
      'closed to recruitment',
      'closed to recruitment of participants',
      'recruiting complete',
      'no longer recruiting',
    ],
  ],
  [
    'temporarily-closed-to-accrual',
    [
      'suspended',
      'suspended by ca',
      'temporarily halted',
      'temporary halt',
      'halted',
      'temporarily closed',
      'recruiting suspended on temporary hold',
    ],
  ],
  [
    'completed',
    [
      'completed',
      'complete',
      'ended',
      'finished',
      'closed: follow-up complete',
      'recruiting complete, follow-up complete',
    ],
  ],
  [
    'terminated',
    [
      'terminated',
      'prematurely ended',
      'stopped',
      'stopped early',
      'terminated early',
      'other (terminated)',
      'recruiting stopped after recruiting started',
    ],
  ],
  ['withdrawn', ['withdrawn', 'cancelled', 'recruiting withdrawn before recruiting started']],
  ['disapproved', ['not authorised', 'not authorized', 'prohibited by ca', 'rejected']],
];

/** What registries call a trial's state, in lower case; words that may mean several states are not among them. */
export const PROGRESS_STATES: ReadonlyMap<string, ProgressState> = new Map(
  STATES.flatMap(([state, words]) => words.map((word) => [word, state] as const)),
);

/**
 * The same where they tell of recruitment only: when that is complete, the trial need not be. See item 18 of
 * https://www.who.int/clinical-trials-registry-platform/network/who-data-set
 */
export const RECRUITMENT_STATES: ReadonlyMap<string, ProgressState> = new Map([
  ...PROGRESS_STATES,
  ['complete', 'closed-to-accrual'],
  ['completed', 'closed-to-accrual'],
  ['finished', 'closed-to-accrual'],
  ['ongoing', 'recruiting'],
]);

/** How far a trial is by the words of several fields, the first that says a state of R5's heard first. */
export const progressIn = (
  states: ReadonlyMap<string, ProgressState>,
  ...fields: readonly Stated<string>[]
): Pick<RegistryRecord, 'state' | 'progress'> => {
  const { found, others } = converted(
    fields,
    (words) => states.get(words) ?? states.get(words.toLowerCase()),
  );
  return { state: found, progress: others };
};
