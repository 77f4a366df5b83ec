// Runs the official R4 validator over the views of what documents are mapped to, of our definitions and of R5's examples: node test/official/validate-r4.ts [FILE_OR_FOLDER…]
import { join } from 'node:path';
import { listFiles } from '../../src/commands/files.ts';
import { isError, issueLine } from './issue.ts';
import { validatorLibrary } from './java.ts';
import { R4_EDITION } from './r4/edition.ts';
import { definitionViews, exampleViews, mappedViews } from './r4/views.ts';
import { validateOfficially } from './validator.ts';

const missing = validatorLibrary.missing();
if (missing !== undefined) {
  console.error(missing);
  process.exit(2);
}

const OF_EACH = 10;
const documents =
  process.argv.length > 2 ? process.argv.slice(2) : [join(import.meta.dirname, '../../samples')];
const examples = await exampleViews(OF_EACH);
const groups = [
  { name: 'what documents are mapped to', views: mappedViews(await listFiles(documents)) },
  { name: 'definitions', views: definitionViews() },
  { name: 'examples that are valid in R5', views: examples.valid },
];

const views = groups.flatMap((group) => group.views);
let errors = 0;
await validateOfficially(
  [...views, ...examples.others].map(({ text }) => text),
  ({ issue }, at) => {
    const view = views[at];
    if (view === undefined) return;
    const wrong = issue.filter(isError);
    errors += wrong.length;
    for (const one of wrong) console.log(`${view.source}\n  ${issueLine(one)}`);
  },
  R4_EDITION,
);
const counts = groups.map((group) => `${group.views.length} of ${group.name}`);
console.log(`official R4 validator: ${views.length} views (${counts.join(', ')}), ${errors} errors`);
process.exitCode = errors > 0 ? 1 : 0;
