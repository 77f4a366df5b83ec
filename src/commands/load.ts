import { closeSync, openSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import { parseArgs } from 'node:util';
import { DEFAULT_DATABASE } from '../config/serve-options.ts';
import { operationOutcome } from '../fhir/issue.ts';
import { type Command, UsageError } from './command.ts';
import { type Loading, loadFiles } from './load-files.ts';
import { openWork } from './work.ts';

/** The file that is told of each failure, a line each. */
const failureFile = (path: string): { readonly failed: Loading['failed']; readonly close: () => void } => {
  const file = openSync(path, 'a');
  return {
    failed: (source, issues) =>
      writeSync(file, `${JSON.stringify({ source, outcome: operationOutcome(issues) })}\n`),
    close: () => closeSync(file),
  };
};

/** What ends the loading when the process is told to end. */
const untilTold = (): { readonly stop: AbortSignal; readonly signal: () => NodeJS.Signals | undefined } => {
  const controller = new AbortController();
  let told: NodeJS.Signals | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      told = signal;
      controller.abort();
    });
  return { stop: controller.signal, signal: () => told };
};

/** Loads documents into a database. */
export const command: Command = {
  usage: `trialbridge load PATH… [--database URL] [--failures FILE] [--withhold SYSTEM…]
  Reads the documents in files, folders and archives (.zip, .tar, .tar.gz, .ndjson, .gz) and stores their trials
  (--database ${DEFAULT_DATABASE}). Loading the same again changes nothing; an archive whose loading was stopped goes
  on from there. --failures FILE gets a line of JSON for each record that is not loaded, with its OperationOutcome.
  --withhold https://doi.org keeps no text of documents that have such a number, only their hash and the places in them.
  Exit code 1 if a record could not be loaded.`,

  run: async (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        database: { type: 'string', default: DEFAULT_DATABASE },
        failures: { type: 'string' },
        withhold: { type: 'string', multiple: true, default: [] },
      },
    });
    if (positionals.length === 0) throw new UsageError('name at least one file or folder');
    const notUrl = values.withhold.find((one) => !URL.canParse(one));
    if (notUrl !== undefined)
      throw new UsageError(`--withhold must be the URL of an identifier system, not ${notUrl}`);
    const withhold = new Set(values.withhold);
    const failures = values.failures === undefined ? undefined : failureFile(values.failures);
    try {
      const { store, pipeline } = await openWork(values.database, { withhold, gathersWrites: true });
      try {
        const { stop, signal } = untilTold();
        const failed = await loadFiles(
          { store, pipeline: await pipeline(), stop, ...(failures?.failed && { failed: failures.failed }) },
          positionals,
        );
        const told = signal();
        if (told !== undefined) return 128 + constants.signals[told];
        return failed > 0 ? 1 : 0;
      } finally {
        await store.close();
      }
    } finally {
      failures?.close();
    }
  },
};
