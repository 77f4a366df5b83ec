// Tells what reading loses of registry records, and what mapping leaves out or makes invalid:
// node test/records/lossless.ts FILE_OR_FOLDER…
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { errors, untold } from '../mapping/record/told-records.ts';
import { losses } from '../sources/lossless.ts';

const paths = process.argv.slice(2);
if (paths.length === 0) throw new Error('name files or folders of registry records');

const filesIn = (path: string): readonly string[] =>
  statSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];

const files = paths.flatMap(filesIn);
let wrong = 0;
for (const file of files) {
  const bytes = readFileSync(file);
  const found = [...losses(bytes), ...errors(bytes), ...untold(bytes)];
  for (const one of found) console.log(`${file}: ${one}`);
  if (found.length > 0) wrong += 1;
}
console.log(`${files.length} files, ${wrong} of which something is lost, invalid or left out`);
process.exitCode = wrong === 0 ? 0 : 1;
