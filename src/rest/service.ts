import type { Metrics } from '../metrics/metrics.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Security } from '../security/security.ts';
import type { Profile } from '../store/conformance.ts';
import type { Store } from '../store/store.ts';
import type { Terminology } from '../terminology/terminology.ts';
import type { Validate } from '../validation/validate.ts';
import type { AuditLog } from './audit/audit-log.ts';
import type { Polls } from './bulk/polls.ts';
import type { Exchange } from './exchange.ts';
import type { InTurn } from './turns.ts';

/** Everything the interactions work with; time and ids come from outside. */
export interface Service {
  readonly store: Store;
  readonly validate: Validate;
  /** Does work, such as validation, with the stored canonical resources that it needs. */
  readonly withStored: <Result>(work: () => Result) => Promise<Result>;
  readonly terminology: Terminology;
  /** Read in when it is first needed: a server can start without it. */
  readonly pipeline: () => Promise<Pipeline>;
  /** The same, but nothing is written. */
  readonly preview: () => Promise<Pipeline>;
  /** The project's own profiles. */
  readonly profiles: readonly Profile[];
  /** Turns for changes that hinder each other. */
  readonly inTurn: InTurn;
  /** Ids of the answers, asked for later, that this process works on. */
  readonly working: Set<string>;
  /** How often clients ask how far their exports are. */
  readonly polls: Polls;
  /** Whether the files of exports need no token, as their addresses are signed. */
  readonly signsExports: boolean;
  /** The folder of the workbench, as it is built. */
  readonly workbench: string;
  /** The address of the server's root as clients see it, without a slash at its end; FHIR is under `/fhir`. */
  readonly baseUrl: string;
  /** Whether a conditional delete may delete more than one resource. */
  readonly conditionalDelete: 'single' | 'multiple';
  /** Whether what was deleted or replaced can be removed for good. */
  readonly allowsPurge: boolean;
  /** Whether the store keeps references from leading nowhere. */
  readonly referentialIntegrity: boolean;
  /** The largest body that is read, in bytes. */
  readonly bodyLimit: number;
  /** How many requests are answered at once. */
  readonly mostRequests: number;
  /** How many entries a batch or transaction may have. */
  readonly mostEntries: number;
  /** How many resources a page holds at most. */
  readonly mostOnPage: number;
  /** Who gives tokens, and how they are checked; absent where anyone may do everything. */
  readonly security?: Security;
  /** Where accesses are recorded; absent where they are not. */
  readonly audit?: AuditLog;
  /** How many requests a client may send in a minute; absent where as many as it likes. */
  readonly rateLimit?: number;
  /** Hosts that notifications may be sent to although they are internal; absent for none. */
  readonly subscriptionTargets?: ReadonlySet<string>;
  readonly softwareVersion: string;
  /** FHIR instant at which the server started. */
  readonly started: string;
  readonly now: () => string;
  readonly newId: () => string;
  readonly metrics: Metrics;
  readonly logExchange: (exchange: Exchange) => void;
  readonly logError: (error: unknown, request: string, requestId: string) => void;
}
