import type { ComponentChild } from 'preact';
import type { ResearchStudyState } from '../fhir/study.ts';

const GOING = [
  'recruiting',
  'not-yet-recruiting',
  'enrolling-by-invitation',
  'active',
  'approved',
  'in-review',
];
const ENDED_EARLY = ['terminated', 'withdrawn', 'disapproved'];

const kind = (code: string | undefined): string => {
  if (code === undefined) return '';
  if (ENDED_EARLY.includes(code)) return 'badge-bad';
  return GOING.includes(code) ? 'badge-good' : '';
};

/** How a study stands. */
export const StudyState = ({ state: { code, words } }: { state: ResearchStudyState }): ComponentChild => (
  <span class={`badge ${kind(code)}`}>{words}</span>
);
