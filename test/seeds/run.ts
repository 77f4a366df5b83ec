import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startVitest } from 'vitest/node';
import { FOLDER, lacking } from './documents.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const fail = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
};

const [folder = fail('Name the folder with the five documents: npm run test:seeds -- DIR'), ...more] =
  process.argv.slice(2);
if (more.length > 0) fail('Name one folder only: npm run test:seeds -- DIR');
const missing = lacking(folder);
if (missing.length > 0)
  fail(`The folder ${folder} lacks ${missing.map((number) => `${number}_…`).join(', ')}.`);

process.env[FOLDER] = resolve(folder);
const vitest = await startVitest('test', [], {
  root,
  config: resolve(root, 'test/seeds/vitest.config.ts'),
  watch: false,
});
await vitest.close();
