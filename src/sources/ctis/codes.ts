import type { Stated } from '../../model/fact.ts';
import type { Design, Milestone, ProgressState } from '../../model/record/record.ts';

type PhaseValue = Exclude<Design['phase'] extends Stated<infer P> ? P : never, 'n-a'>;

/** The register's codes of phases. */
export const PHASE_CODES: ReadonlyMap<string, PhaseValue> = new Map([
  ['1', 'phase-1'],
  ['2', 'phase-1'],
  ['3', 'phase-1'],
  ['4', 'phase-2'],
  ['5', 'phase-3'],
  ['6', 'phase-4'],
  ['7', 'phase-1-phase-2'],
  ['8', 'phase-1-phase-2'],
  ['9', 'phase-1-phase-2'],
  ['10', 'phase-2-phase-3'],
]);

/** The register's codes of phases that are none of R5's. */
export const PHASE_NAMES: ReadonlyMap<string, string> = new Map([
  ['11', 'Phase III and Phase IV (Integrated)'],
]);

/** The register's codes of the part that a product has in the trial. */
export const PRODUCT_ROLES: ReadonlyMap<string, string> = new Map([
  ['1', 'Test'],
  ['2', 'Comparator'],
  ['3', 'Placebo'],
  ['4', 'Auxiliary'],
]);

/** The register's words for what its notifications tell. */
export const NOTIFICATIONS: ReadonlyMap<string, Milestone['event']> = new Map([
  ['START_OF_TRIAL', 'start'],
  ['RESTART_OF_TRIAL', 'restart'],
  ['START_OF_RECRUITMENT', 'recruitment-start'],
  ['RESTART_OF_RECRUITMENT', 'recruitment-restart'],
  ['END_OF_RECRUITMENT', 'recruitment-end'],
  ['TEMPORARY_HALT', 'halt'],
  ['END_OF_TRIAL', 'completion'],
  ['EARLY_TERMINATION', 'early-termination'],
]);

/** The register's codes of a trial's public status; an authorisation that expired or was revoked is no state of a trial. */
export const STATUS_CODES: ReadonlyMap<string, ProgressState> = new Map([
  ['1', 'in-review'],
  ['2', 'not-yet-recruiting'],
  ['3', 'recruiting'],
  ['4', 'recruiting'],
  ['5', 'active-but-not-recruiting'],
  ['6', 'temporarily-closed-to-accrual'],
  ['7', 'temporarily-closed-to-accrual'],
  ['8', 'completed'],
  ['11', 'disapproved'],
  ['12', 'withdrawn'],
]);

/** The age groups of the register's codes, from the youngest; open where the group is. */
export const AGE_GROUPS: readonly { readonly code: string; readonly from: string; readonly to: string }[] = [
  { code: '1', from: '', to: '0 Years' },
  { code: '2', from: '0 Years', to: '17 Years' },
  { code: '3', from: '18 Years', to: '64 Years' },
  { code: '4', from: '65 Years', to: '' },
];
