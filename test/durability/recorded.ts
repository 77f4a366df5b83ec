/** A version of a resource as an answer told it; without a token it is a deletion, as version 0 nothing. */
export interface Seen {
  /** `Type/id`. */
  readonly place: string;
  readonly versionId: number;
  /** What the change that made it wrote. */
  readonly token?: string;
}

/** What a client changed, all at once, or tried to change; times are in milliseconds of one clock. */
export interface Change {
  /** What it wrote wherever it wrote something; no other change wrote the same. */
  readonly token: string;
  /** Where it wrote; undefined where the server chose the id. */
  readonly places: readonly (string | undefined)[];
  readonly deletes?: true;
  /** The version that If-Match named. */
  readonly replaces?: number;
  /** What it was created under: nothing else with it may be there. */
  readonly condition?: string;
  readonly begun: number;
  readonly ended: number;
  /** Unknown where no answer came. */
  readonly outcome: 'made' | 'refused' | 'unknown';
  /** What the answer said was there then: the versions that it made, if it did. */
  readonly seen: readonly Seen[];
}

/** What a client saw at one moment between two times. */
export interface Reading {
  readonly begun: number;
  readonly ended: number;
  readonly seen: readonly Seen[];
}

/** What clients recorded. */
export interface Recorded {
  readonly changes: readonly Change[];
  readonly readings: readonly Reading[];
  /** Answers that no client should get. */
  readonly faults: readonly string[];
}

/** A version as it is stored. */
export interface Stored extends Seen {
  /** FHIR instant. */
  readonly lastUpdated: string;
}
