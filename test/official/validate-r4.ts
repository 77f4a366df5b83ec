// Runs the official R4 validator over everything served in R4 after loading documents, and over the views of R5's examples: node test/official/validate-r4.ts [--examples N] [FILE_OR_FOLDER…]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isError, issueLine } from './issue.ts';
import { validatorLibrary } from './java.ts';
import { R4_EDITION } from './r4/edition.ts';
import { servedInR4 } from './r4/served.ts';
import { exampleViews } from './r4/views.ts';
import { validateOfficially } from './validator.ts';

const missing = validatorLibrary.missing();
if (missing !== undefined) {
  console.error(missing);
  process.exit(2);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  // Without a number, all.
  options: { examples: { type: 'string', default: 'Infinity' } },
});
const documents = positionals.length > 0 ? positionals : [join(import.meta.dirname, '../../samples')];
const served = await servedInR4(documents);
const examples = await exampleViews(Number(values.examples));
const told = [...served, ...examples.valid];
console.log(`${served.length} answers of the server, ${examples.valid.length} examples that are valid in R5`);

let errors = 0;
await validateOfficially(
  [...told, ...examples.others].map(({ text }) => text),
  ({ issue }, at) => {
    const one = told[at];
    if (one === undefined) return;
    const wrong = issue.filter(isError);
    errors += wrong.length;
    for (const each of wrong) console.log(`${one.source}\n  ${issueLine(each)}`);
  },
  R4_EDITION,
);
console.log(`official R4 validator: ${told.length} views, ${errors} errors`);
process.exitCode = errors > 0 ? 1 : 0;
