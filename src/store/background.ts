import { setTimeout as delay } from 'node:timers/promises';

/** Work beside the requests, one task after the other. */
export interface Background {
  /** Runs a step again and again until it says that there is no more to do, or the store is closed. */
  run(step: () => Promise<boolean>): Promise<void>;
  /** Ends after the step that is under way. */
  close(): Promise<void>;
}

/** How long a failed step waits until it is tried again, in milliseconds. */
const PAUSE = 1000;

/** Steps run as long as nobody closes it; a step that fails (the database is away) is tried again later. */
export const createBackground = (): Background => {
  const closing = new AbortController();
  const { signal } = closing;
  let last: Promise<void> = Promise.resolve();
  const loop = async (step: () => Promise<boolean>): Promise<void> => {
    while (!signal.aborted) {
      const more = await step().catch(() => delay(PAUSE, true, { signal, ref: false }).catch(() => false));
      if (!more) return;
      // Requests come first.
      await new Promise(setImmediate);
    }
  };
  return {
    run: (step) => {
      last = last.then(() => loop(step));
      return last;
    },
    close: () => {
      closing.abort();
      return last;
    },
  };
};
