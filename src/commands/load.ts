import { parseArgs } from 'node:util';
import { DEFAULT_DATABASE } from '../config.ts';
import { type Command, UsageError } from './command.ts';
import { loadFiles } from './load-files.ts';
import { openWork } from './work.ts';

/** Loads documents into a database. */
export const command: Command = {
  usage: `trialbridge load PATH… [--database URL]
  Reads the documents in files or folders and stores their trials (--database ${DEFAULT_DATABASE}).
  Loading the same again changes nothing. Exit code 1 if a document could not be loaded.`,

  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { database: { type: 'string', default: DEFAULT_DATABASE } },
    });
    if (positionals.length === 0) throw new UsageError('name at least one file or folder');
    const { store, pipeline } = await openWork(values.database);
    try {
      return (await loadFiles(pipeline, positionals)) > 0 ? 1 : 0;
    } finally {
      await store.close();
    }
  },
};
