import type { Method } from '../store.ts';

/** A version of a resource as a line of a backup; without a text it is a deletion. */
export interface VersionLine {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  /** FHIR instant. */
  readonly lastUpdated: string;
  readonly method: Method;
  /** Milliseconds since 1970 at which another version replaced it; null for the current one. */
  readonly ended: number | null;
  readonly digest: string | null;
  readonly text: string | null;
}

/** What the program keeps beside the resources. */
export interface NoteLine {
  readonly note: string;
  readonly value: string;
}

/** The last line: how many versions there are, and the SHA-256 of all lines before it. */
export interface EndLine {
  readonly versions: number;
  readonly sha256: string;
}

/** The first line. */
export const FIRST_LINE = JSON.stringify({ trialbridge: 'backup', format: 1 });

/** A backup that cannot be restored; the message says why. */
export class BrokenBackup extends Error {}
