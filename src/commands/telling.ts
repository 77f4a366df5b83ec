import type { Store } from '../store/store.ts';
import { say } from './output.ts';

/** How much a power failure may take, in milliseconds; it has not been told. */
const FLUSH_EVERY = 1_000;

/** Tells people of what was loaded once it is on the disk. */
export interface Telling {
  readonly tell: (line: string) => void;
  /** Whether it is time to bring what was loaded to the disk. */
  readonly isDue: () => boolean;
  readonly flush: () => Promise<void>;
}

/** Tells on standard error of what a store has. */
export const createTelling = (store: Store): Telling => {
  const lines: string[] = [];
  let flushed = performance.now();
  return {
    tell: (line) => lines.push(line),
    isDue: () => performance.now() - flushed > FLUSH_EVERY,
    flush: async () => {
      await store.flush();
      for (const line of lines.splice(0)) say(line);
      flushed = performance.now();
    },
  };
};
