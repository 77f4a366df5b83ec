import { openEngine } from '../../src/store/open.ts';
import type { EngineName } from './databases.ts';

/** What asks for a setting, and what it must be, so that a commit is answered when it is on the disk. */
const SETTINGS: { readonly [N in EngineName]: readonly (readonly [string, string])[] } = {
  // 2 is FULL: https://sqlite.org/pragma.html#pragma_synchronous
  sqlite: [
    ['PRAGMA synchronous', '2'],
    ['PRAGMA journal_mode', 'wal'],
  ],
  postgresql: [
    ['SHOW synchronous_commit', 'on'],
    ['SHOW fsync', 'on'],
    ['SHOW full_page_writes', 'on'],
  ],
};

/** The settings that the program's connections have and that keep no promise of durability. */
export const notDurable = async (name: EngineName, url: string): Promise<readonly string[]> => {
  const engine = openEngine(url);
  try {
    const found: string[] = [];
    for (const [sql, wanted] of SETTINGS[name]) {
      const [row = {}] = await engine.ask({ sql, values: [] });
      const value = String(Object.values(row)[0]);
      if (value !== wanted) found.push(`${sql} gives ${value}, not ${wanted}`);
    }
    return found;
  } finally {
    await engine.close();
  }
};
