import { CannotStore, StoreUnavailable } from '../store.ts';
import type { Engine } from './engine.ts';

/** What SQLite calls failures of the place that the file is in: https://sqlite.org/rescode.html */
const [BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN] = [5, 6, 8, 10, 13, 14];
/** More of `IOERR`: the file may not grow. */
const IOERR_WRITE = 778;

/** A failure of SQLite's as the store tells it; any other error as it is. */
const told = (error: unknown): unknown => {
  if (!(error instanceof Error && 'errcode' in error)) return error;
  const number = Number(error.errcode);
  const code = number & 0xff;
  if (code === FULL || code === READONLY || number === IOERR_WRITE)
    return new CannotStore(`the database file: ${error.message}`);
  return [BUSY, LOCKED, IOERR, CANTOPEN].includes(code)
    ? new StoreUnavailable(`the database file: ${error.message}`)
    : error;
};

const telling = async <T>(done: Promise<T>): Promise<T> => {
  try {
    return await done;
  } catch (error) {
    throw told(error);
  }
};

/** The same engine; where the disk fails it, it throws StoreUnavailable. */
export const withToldFailures = (engine: Engine): Engine => ({
  ...engine,
  ask: (statement) => telling(engine.ask(statement)),
  read: (work) => telling(engine.read(work)),
  write: (work) => telling(engine.write(work)),
  flush: () => telling(engine.flush()),
});
