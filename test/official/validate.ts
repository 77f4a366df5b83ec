// Runs the official validator over everything the server serves: node test/official/validate.ts [PATH…] [--seeds DIR]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isError, issueLine } from './issue.ts';
import { validatorLibrary } from './java.ts';
import { everythingServed } from './served.ts';
import { validateOfficially } from './validator.ts';

const missing = validatorLibrary.missing();
if (missing !== undefined) {
  console.error(missing);
  process.exit(2);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'string', multiple: true, default: [] } },
});
const own = positionals.length > 0 ? positionals : [join(import.meta.dirname, '../../samples')];

const served = await everythingServed([...own, ...values.seeds]);
const outcomes = await validateOfficially(served.map(({ text }) => text));
const issues = outcomes.flatMap(({ issue }, at) => issue.map((one) => ({ at, issue: one })));
const errors = issues.filter(({ issue }) => isError(issue));
const warnings = issues.filter(({ issue }) => issue.severity === 'warning');

for (const { at, issue } of errors) console.log(`${served[at]?.request}\n  ${issueLine(issue)}`);
console.log(
  `official validator: ${served.length} resources, ${errors.length} errors, ${warnings.length} warnings`,
);
process.exitCode = errors.length > 0 ? 1 : 0;
