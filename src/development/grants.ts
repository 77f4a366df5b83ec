import { randomBytes } from 'node:crypto';

/** What somebody was granted. */
export interface Grant {
  readonly client: string;
  /** The user, or the client that acts for itself. */
  readonly subject: string;
  readonly scopes: readonly string[];
}

/** Things that are given for a secret, once, and not for long. */
export interface Secrets<Thing> {
  readonly keep: (thing: Thing) => string;
  readonly take: (secret: string) => Thing | undefined;
}

/** How many are kept. */
const MOST = 10_000;

/** Secrets that last for so many milliseconds. */
export const createSecrets = <Thing>(lasting: number, now: () => number): Secrets<Thing> => {
  const kept = new Map<string, { readonly thing: Thing; readonly until: number }>();
  return {
    keep: (thing) => {
      for (const [secret, { until }] of kept)
        if (until <= now() || kept.size >= MOST) kept.delete(secret);
        else break;
      const secret = randomBytes(32).toString('base64url');
      kept.set(secret, { thing, until: now() + lasting });
      return secret;
    },
    take: (secret) => {
      const found = kept.get(secret);
      kept.delete(secret);
      return found !== undefined && found.until > now() ? found.thing : undefined;
    },
  };
};
