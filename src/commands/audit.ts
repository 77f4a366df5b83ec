import { parseArgs } from 'node:util';
import { DEFAULT_DATABASE } from '../config/serve-options.ts';
import { openStore } from '../store/open.ts';
import type { Command } from './command.ts';
import { say } from './output.ts';

/** Tells each disagreement of a database's index with its resources; resolves to the exit code. */
export const auditDatabase = async (database: string): Promise<number> => {
  const store = await openStore(database);
  try {
    let checked = 0;
    let wrong = 0;
    for await (const some of store.audit()) {
      for (const { place, text } of some.disagreements) process.stdout.write(`${place}: ${text}\n`);
      checked += some.checked;
      wrong += some.disagreements.length;
    }
    say(`${checked} resources, ${wrong} disagreements`);
    return wrong > 0 ? 1 : 0;
  } finally {
    await store.close();
  }
};

/** Compares a database's index with its resources. */
export const command: Command = {
  usage: `trialbridge audit [--database URL]
  Compares everything by which resources are found with what they say (--database ${DEFAULT_DATABASE}): each value of
  each search parameter, the links, the words, what they contain; a SQLite file is checked itself, too.
  One line for each disagreement. Exit code 1 if there is any; $reindex mends what is missing.`,

  run: async (args) => {
    const { values } = parseArgs({
      args: [...args],
      options: { database: { type: 'string', default: DEFAULT_DATABASE } },
    });
    return auditDatabase(values.database);
  },
};
