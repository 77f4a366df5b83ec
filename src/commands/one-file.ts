import { parseArgs } from 'node:util';
import { DEFAULT_DATABASE } from '../config/serve-options.ts';
import { UsageError } from './command.ts';

/** The file and the database that arguments name. Throws UsageError where it is not one file. */
export const oneFile = (args: readonly string[]): { readonly path: string; readonly database: string } => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { database: { type: 'string', default: DEFAULT_DATABASE } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) throw new UsageError('name one file');
  return { path, database: values.database };
};
