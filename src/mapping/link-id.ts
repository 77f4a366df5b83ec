import type { Arm } from '../model/trial.ts';
import { asId } from './id.ts';

// An administration's number stands behind its arm's id, and both are FHIR ids.
const LONGEST_ARM = 58;

/** An arm in the study and its action in the protocol. */
export const armLinkId = ({ key }: Arm): string => asId(key, LONGEST_ARM);

/** The action of an arm's administration, from 0. */
export const administrationLinkId = (arm: Arm, at: number): string => `${armLinkId(arm)}-${at + 1}`;
