import type { Criterion } from '../../fhir/search/search-request.ts';

/** What is known of a subscription. */
export interface SubscriptionState {
  readonly id: string;
  /** The version of the Subscription that is followed. */
  readonly version: number;
  /** https://hl7.org/fhir/R5/valueset-subscription-status.html */
  readonly status: string;
  /** How many events have been found. */
  readonly events: number;
  /** The number of the last one that was delivered. */
  readonly delivered: number;
  /** How many attempts have failed since one did not. */
  readonly failures: number;
  /** Milliseconds since 1970: when to try next. */
  readonly next: number;
  /** What the last attempt failed of. */
  readonly failure?: string;
}

/** An event of a subscription: a version that its topic tells of. */
export interface SubscriptionEvent {
  readonly number: number;
  readonly type: string;
  readonly id: string;
  readonly versionId: number;
  /** FHIR instant. */
  readonly made: string;
}

/** A version in the log; of a deletion there is no text. */
export interface Logged {
  readonly seq: number;
  readonly type: string;
  readonly id: string;
  readonly versionId: number;
  /** FHIR instant. */
  readonly lastUpdated: string;
  readonly text?: string;
  /** The version it replaced, where that was no deletion and is still there. */
  readonly previous?: { readonly seq: number; readonly text: string };
  /** Whether it is forgotten how to find it or the other one. */
  readonly isForgotten: boolean;
}

/** Some versions of the log; `place` is where it was read, `next` where to go on once they have been followed. */
export interface LogPage {
  /** What was known of the subscriptions there. */
  readonly states: readonly SubscriptionState[];
  readonly versions: readonly Logged[];
  readonly place: string | undefined;
  readonly next: string;
  /** Whether there may be more. */
  readonly more: boolean;
}

/** What following some versions of the log came to. */
export interface Followed {
  /** Events by the ids of their subscriptions. */
  readonly events: ReadonlyMap<string, readonly Omit<SubscriptionEvent, 'number'>[]>;
  /** Subscriptions that are new or have changed. */
  readonly changed: readonly Pick<SubscriptionState, 'id' | 'version' | 'status'>[];
  /** The ids of those that are no more. */
  readonly ended: readonly string[];
}

/** What is kept of subscriptions beside the Subscription resources: https://hl7.org/fhir/R5/subscriptions.html */
export interface Subscriptions {
  /** The next versions of these types in the log of all versions. */
  next(types: readonly string[]): Promise<LogPage>;
  /** Those of these versions, by their `seq`, that meet a criterion, each as it was made. */
  meeting(seqs: readonly number[], where: Criterion): Promise<ReadonlySet<number>>;
  /** Keeps what came of a page, unless another process was first. */
  followed(page: LogPage, what: Followed): Promise<void>;
  states(): Promise<readonly SubscriptionState[]>;
  state(id: string): Promise<SubscriptionState | undefined>;
  eventsFrom(id: string, number: number, most: number): Promise<readonly SubscriptionEvent[]>;
  delivered(id: string, number: number): Promise<void>;
  failed(id: string, what: Required<Pick<SubscriptionState, 'failures' | 'next' | 'failure'>>): Promise<void>;
  forgetEvents(before: number): Promise<void>;
  /** Whether this process is the one that delivers until a time, in milliseconds since 1970: only one is. */
  leads(process: string, now: number, until: number): Promise<boolean>;
  /** Calls back soon after something was written by this process or another. Gives what ends it. */
  listen(heard: () => void): () => Promise<void>;
}
