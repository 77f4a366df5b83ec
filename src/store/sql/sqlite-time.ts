import type { DatabaseSync } from 'node:sqlite';
import { SearchTooLong } from '../store.ts';

/** Condition that there is still time, asked at one of 64 rows, as each asking costs; `seq` numbers the rows. */
export const inTime = (seq: string): string => `((${seq} & 63) <> 0 OR in_time())`;

/** Defines for a connection what `inTime` asks, and gives what sets how many milliseconds there are from now on. */
export const createTime = (database: DatabaseSync): ((milliseconds: number) => void) => {
  let until = Number.POSITIVE_INFINITY;
  database.function('in_time', () => {
    if (performance.now() > until) throw new SearchTooLong();
    return 1;
  });
  return (milliseconds) => {
    until = performance.now() + milliseconds;
  };
};
