import type { ComponentChild } from 'preact';
import type { Verdict } from '../fhir/number-check.ts';
import { evidenceTexts } from '../texts/en/evidence.ts';

const LOOKS = {
  consistent: { sign: '✓', look: 'badge-good' },
  inconsistent: { sign: '✕', look: 'badge-bad' },
  'cannot-be-verified': { sign: '?', look: 'badge-doubt' },
} as const;

/** What a check found, by a sign, a word and a colour. */
export const VerdictBadge = ({ verdict }: { verdict: Verdict }): ComponentChild => (
  <span class={`badge ${LOOKS[verdict].look}`}>
    <span aria-hidden="true">{LOOKS[verdict].sign}</span>
    {evidenceTexts.verdicts[verdict]}
  </span>
);
