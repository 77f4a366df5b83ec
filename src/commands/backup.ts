import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { DEFAULT_DATABASE } from '../config/serve-options.ts';
import { backupDatabase } from '../store/backup/database.ts';
import type { Command } from './command.ts';
import { oneFile } from './one-file.ts';
import { say } from './output.ts';

/** Writes a file that has its name when all of it is on the disk. */
const writeBackup = async (database: string, path: string): Promise<number> => {
  const part = `${path}.part`;
  let file = openSync(part, 'w');
  try {
    const versions = await backupDatabase(database, () => {
      closeSync(file);
      file = openSync(part, 'w');
      return (line) => writeSync(file, `${line}\n`);
    });
    fsyncSync(file);
    renameSync(part, path);
    return versions;
  } catch (error) {
    rmSync(part);
    throw error;
  } finally {
    closeSync(file);
  }
};

/** Writes all that a database holds into a file. */
export const command: Command = {
  usage: `trialbridge backup FILE [--database URL]
  Writes every version of every resource as it is at one moment (--database ${DEFAULT_DATABASE}), a line of JSON each;
  others may use the database meanwhile. The file can be restored into a database of either kind.`,

  run: async (args) => {
    const { path, database } = oneFile(args);
    say(`${await writeBackup(database, path)} versions are in ${path}`);
    return 0;
  },
};
