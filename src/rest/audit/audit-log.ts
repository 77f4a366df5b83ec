import { content } from '../../fhir/content.ts';
import { BrokenReferences, type Store, StoreUnavailable } from '../../store/store.ts';
import { type Access, auditEvent } from './audit-event.ts';

/** How long a record waits for others, in milliseconds; so much is lost if the process is killed. */
const WAIT = 100;

/** How many are written together. */
const TOGETHER = 200;

/** With so many waiting, requests wait for them. */
const MOST = 5000;

/** Keeps the records of accesses. */
export interface AuditLog {
  /** Resolves at once, unless too many wait. Throws StoreUnavailable where they cannot be stored. */
  readonly record: (access: Access) => Promise<void>;
  /** How many records are not stored yet. */
  readonly waiting: () => number;
  /** Resolves when all that was recorded is stored. */
  readonly flush: () => Promise<void>;
}

/** Stores records a moment after what they tell of, many at a time, as AuditEvents. */
export const createAuditLog = (
  store: Pick<Store, 'write'>,
  newId: () => string,
  onError: (error: unknown) => void,
): AuditLog => {
  let waiting: Access[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const stored = (accesses: readonly Access[], refer: boolean) => {
    const writes = accesses.map((one) => ({
      type: 'AuditEvent',
      id: newId(),
      method: 'POST' as const,
      content: content(auditEvent(one, refer)),
      replaces: 0,
    }));
    return store.write({ writes }, accesses.at(-1)?.recorded ?? '');
  };

  const write = async (): Promise<void> => {
    while (waiting.length > 0) {
      const now = waiting.slice(0, TOGETHER);
      try {
        await stored(now, true);
      } catch (error) {
        // What was read has been purged meanwhile.
        if (!(error instanceof BrokenReferences)) throw error;
        await stored(now, false);
      }
      waiting = waiting.slice(now.length);
    }
  };

  /** What cannot be stored now keeps waiting. */
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write).catch(onError);
    return writing;
  };

  return {
    record: async (access) => {
      waiting.push(access);
      timer ??= setTimeout(() => void flush(), WAIT);
      if (waiting.length < MOST) return;
      await flush();
      if (waiting.length >= MOST) throw new StoreUnavailable('accesses cannot be recorded');
    },
    waiting: () => waiting.length,
    flush,
  };
};
