import type { Visible } from '../fhir/search/search-request.ts';
import type { Principal } from '../security/principal.ts';
import type { Store } from '../store/store.ts';
import type { Following } from './followed.ts';

/** What subscriptions are followed and told with; time comes from outside. */
export interface Surroundings extends Following {
  /** The address of the FHIR interface, as subscribers are told of it, without a slash at its end. */
  readonly base: string;
  readonly now: () => string;
  /** What a subscriber may see, all where it is undefined, and the store as that one sees it. */
  readonly viewOf: (principal: Principal | undefined) => Promise<{
    readonly visible: Visible | undefined;
    readonly store: Store;
  }>;
  /** Tells the operator of what keeps the subscriptions from being followed. */
  readonly logError: (error: unknown, what: string) => void;
}
