import type { ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { conceptText } from '../fhir/concept.ts';

/** The phase of a study, where it is stated and means something. */
export const Phase = ({ study: { phase } }: { study: ResearchStudy }): ComponentChild =>
  phase === undefined || phase.coding?.[0]?.code === 'n-a' ? null : (
    <span class="badge badge-accent">{conceptText(phase)}</span>
  );
