// Runs the official validator over all that documents are mapped to: node test/official/records.ts FILE_OR_FOLDER…
import { listFiles, readFiles } from '../../src/commands/files.ts';
import { issueLine as ownIssueLine } from '../../src/commands/output.ts';
import { isError as isOwnError } from '../../src/fhir/issue.ts';
import { referenceTo } from '../../src/fhir/mapped-trial.ts';
import { createMapper } from '../../src/pipeline.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { isError, issueLine } from './issue.ts';
import { validatorLibrary } from './java.ts';
import { validateOfficially } from './validator.ts';

const paths = process.argv.slice(2);
if (paths.length === 0) throw new Error('name files or folders of documents');
const missing = validatorLibrary.missing();
if (missing !== undefined) {
  console.error(missing);
  process.exit(2);
}

/** A resource and the document that tells it. */
interface Told {
  readonly source: string;
  readonly text: string;
}

const map = createMapper(createValidator());
// The software, and what two documents tell of one trial, come more than once.
const told = new Map<string, Told>();
let [records, refused] = [0, 0];
for (const file of await listFiles(paths))
  for await (const read of readFiles(file)) {
    if ('problem' in read) throw new Error(`${read.path}: ${read.problem}`);
    for (const mapped of map(read.bytes)) {
      records += 1;
      if (mapped.kind === 'refused') {
        refused += 1;
        for (const issue of mapped.issues.filter(isOwnError)) console.log(ownIssueLine(read.path, issue));
      } else
        for (const one of mapped.resources) told.set(referenceTo(one), { source: read.path, text: one.text });
    }
  }

const all = [...told];
const EACH = 100;
const count = { error: 0, warning: 0 };
await validateOfficially(
  all.map(([, { text }]) => text),
  ({ issue }, at) => {
    const [place, { source }] = all[at]!;
    for (const one of issue.filter(isError)) console.log(`${source}: ${place}\n  ${issueLine(one)}`);
    count.error += issue.filter(isError).length;
    count.warning += issue.filter(({ severity }) => severity === 'warning').length;
    if ((at + 1) % EACH === 0) console.error(`${at + 1} of ${all.length} resources, ${count.error} errors`);
  },
);
console.log(
  `official validator: ${records} records (${refused} refused), ${all.length} resources, ${count.error} errors, ${count.warning} warnings`,
);
process.exitCode = count.error > 0 ? 1 : 0;
