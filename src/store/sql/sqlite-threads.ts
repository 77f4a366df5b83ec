import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { SearchTooLong } from '../store.ts';
import type { Order, Reply } from './sqlite-reader.ts';
import type { Row, Work } from './work.ts';

/** Threads that read a SQLite file, so that what takes long keeps nobody waiting. */
export interface Threads {
  /** Runs work that only reads, on the file as it is now. Throws SearchTooLong. */
  read<T>(work: () => Work<T>): Promise<T>;
  close(): Promise<void>;
}

/** How many there are at most: one processor is for those who do not wait. */
const MOST = Math.max(1, availableParallelism() - 1);

/** How much longer a thread may take than it was told, in milliseconds, before it is given up. */
const PATIENCE = 1000;

const rowsOf = (reply: Reply): readonly Row[] => {
  if ('rows' in reply) return reply.rows;
  if (reply.failure === 'too long') throw new SearchTooLong();
  throw Object.assign(new Error(reply.message), { errcode: reply.errcode });
};

/** One thread, begun when it is first needed, and what waits for it. */
interface Thread {
  waiting: number;
  last: Promise<unknown>;
  worker: Worker | undefined;
}

const begun = (path: string): Worker => {
  const worker = new Worker(new URL('./sqlite-reader.ts', import.meta.url), { workerData: { path } });
  worker.unref();
  return worker;
};

/** The threads for a file; what they read may take so many milliseconds, waiting included. */
export const createThreads = (path: string, milliseconds: number): Threads => {
  const threads: readonly Thread[] = Array.from({ length: MOST }, () => ({
    waiting: 0,
    last: Promise.resolve(),
    worker: undefined,
  }));

  const run = async <T>(thread: Thread, work: Work<T>, until: number): Promise<T> => {
    const left = until - performance.now();
    if (left <= 0) throw new SearchTooLong();
    const worker = thread.worker ?? begun(path);
    thread.worker = worker;
    const ended = new AbortController();
    const { signal } = ended;
    const late = delay(left + PATIENCE, undefined, { signal, ref: false }).then(() => {
      throw new SearchTooLong();
    });
    late.catch(() => undefined);
    const told = async (order: Order): Promise<readonly Row[]> => {
      const reply = once(worker, 'message', { signal }).then(([first]) => rowsOf(first as Reply));
      reply.catch(() => undefined);
      worker.postMessage(order);
      return Promise.race([reply, late]);
    };
    try {
      await told({ begin: left });
      let step = work.next();
      while (!step.done) {
        if ('into' in step.value) throw new Error('nothing is inserted into what is only read');
        step = work.next(await told({ sql: step.value.sql, values: step.value.values }));
      }
      await told('end');
      return step.value;
    } catch (error) {
      // Whatever it was doing, another thread begins anew.
      thread.worker = undefined;
      void worker.terminate();
      throw error;
    } finally {
      ended.abort();
    }
  };

  return {
    read: (work) => {
      const until = performance.now() + milliseconds;
      const thread = threads.reduce((least, one) => (one.waiting < least.waiting ? one : least));
      thread.waiting += 1;
      const result = thread.last.then(() => run(thread, work(), until));
      thread.last = result
        .catch(() => undefined)
        .finally(() => {
          thread.waiting -= 1;
        });
      return result;
    },
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker?.terminate()));
    },
  };
};
