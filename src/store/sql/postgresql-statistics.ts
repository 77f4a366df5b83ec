import type { Insert } from './work.ts';

/** How many rows are inserted into a table before its statistics are made for the first time. */
const FIRST = 1000;

/** Sees to it that the database knows how large its tables are. */
export interface Statistics {
  /** To be told of insertions that are committed. */
  inserted(inserts: readonly Insert[]): void;
  /** Resolves when nothing is being made. */
  settled(): Promise<void>;
}

/**
 * Has the statistics of a table made when it has doubled. The database itself looks once a minute; searches of what
 * was loaded meanwhile would be planned for a table that is nearly empty, and take a thousand times as long:
 * https://www.postgresql.org/docs/current/routine-vacuuming.html#VACUUM-FOR-STATISTICS
 * `analyze` does it for a table, and resolves to how many rows that has.
 */
export const createStatistics = (analyze: (table: string) => Promise<number>): Statistics => {
  const sizes = new Map<string, number>();
  const added = new Map<string, number>();
  let working: Promise<void> | undefined;

  const outdated = (): string | undefined =>
    [...added].find(([table, rows]) => rows >= (sizes.get(table) ?? FIRST))?.[0];

  const work = async (): Promise<void> => {
    for (let table = outdated(); table !== undefined; table = outdated()) {
      added.delete(table);
      // Without them a search is slow, and no more than that.
      const size = await analyze(table).catch(() => 0);
      sizes.set(table, Math.max(FIRST, size));
    }
    working = undefined;
  };

  return {
    inserted: (inserts) => {
      for (const { into, rows } of inserts) added.set(into.name, (added.get(into.name) ?? 0) + rows.length);
      if (working === undefined && outdated() !== undefined) working = work();
    },
    settled: async () => working,
  };
};
