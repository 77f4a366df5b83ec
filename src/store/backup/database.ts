import { migrate } from '../migrations/migrate.ts';
import { openEngine, readDatabase } from '../open.ts';
import { backup } from './backup.ts';
import { checkedLines } from './checked-lines.ts';
import { restore } from './restore.ts';

/**
 * Tells the lines of a backup of a database as it is at one moment, whoever writes to it meanwhile; what `begin` gives
 * is told all lines, and `begin` is called again if it has to begin anew. Resolves to how many versions there are. Throws
 * StoreUnavailable.
 */
export const backupDatabase = (url: string, begin: () => (line: string) => void): Promise<number> =>
  readDatabase(url, () => backup(begin()));

/**
 * Restores the lines of a backup, which are asked for more than once, into an empty database. Resolves to how many
 * versions it are. Throws StoreUnavailable, BrokenBackup.
 */
export const restoreDatabase = async (url: string, lines: () => Iterable<string>): Promise<number> => {
  // What is not whole is refused before anything is stored.
  for (const _ of checkedLines(lines()));
  const engine = openEngine(url);
  try {
    await migrate(engine);
    return await engine.write(() => restore(engine.dialect, lines()));
  } finally {
    await engine.close();
  }
};
