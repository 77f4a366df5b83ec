import type { Permission } from '../security/scope.ts';

/** What a client has to be permitted to be answered. */
export interface Restricted {
  readonly permissions: readonly Permission[];
  /**
   * Set where some resources are not enough, but all of these types (`own`: of the type in the path, of every type where
   * there is none) have to be permitted.
   */
  readonly wholly?: 'own' | readonly string[];
}

/** Who is answered; `open` is whoever asks, without a token, too. */
export type Access = 'open' | Restricted;

/** Whoever has a token. */
export const ANYONE: Restricted = { permissions: [] };

/** Who may read, the resource or all that has to be looked for. */
export const READER: Access = { permissions: ['r'] };

/** Who may read and look for what belongs to what is read. */
export const FINDER: Access = { permissions: ['r', 's'] };

/** Who may have codes looked up, in value sets and code systems that may refer to any others. */
export const TERMINOLOGIST: Access = { permissions: ['r', 's'], wholly: ['CodeSystem', 'ValueSet'] };
