import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { DEFAULT_DATABASE } from '../config/serve-options.ts';
import { restoreDatabase } from '../store/backup/database.ts';
import { BrokenBackup } from '../store/backup/line.ts';
import { auditDatabase } from './audit.ts';
import type { Command } from './command.ts';
import { oneFile } from './one-file.ts';
import { say } from './output.ts';

/** How many bytes are read at a time. */
const CHUNK = 1024 * 1024;

/** The lines of a file, read while they are asked for. */
function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(CHUNK);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (let length = readSync(file, bytes); length > 0; length = readSync(file, bytes)) {
      const lines = (rest + decoder.write(bytes.subarray(0, length))).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(file);
  }
}

/** Restores what `backup` has written. */
export const command: Command = {
  usage: `trialbridge restore FILE [--database URL]
  Stores what a backup holds, with all versions as they were, in an empty database (--database ${DEFAULT_DATABASE}), all
  of it or nothing; makes what resources are found by, and audits it. Exit code 1 if anything is wrong.`,

  run: async (args) => {
    const { path, database } = oneFile(args);
    try {
      say(`${await restoreDatabase(database, () => linesOf(path))} versions restored`);
    } catch (error) {
      if (!(error instanceof BrokenBackup)) throw error;
      say(`${path} cannot be restored: ${error.message}; nothing was stored`);
      return 1;
    }
    return auditDatabase(database);
  },
};
