// Runs the official validator over the profiles' instances: the valid ones pass, each broken one breaks its invariant.
import { BROKEN } from '../profiles/broken-instances.ts';
import { MISSHAPEN } from '../profiles/misshapen-instances.ts';
import { VALID } from '../profiles/valid-instances.ts';
import { invariantKey, isError, issueLine } from './issue.ts';
import { validatorLibrary } from './java.ts';
import { validateOfficially } from './validator.ts';

const missing = validatorLibrary.missing();
if (missing !== undefined) {
  console.error(missing);
  process.exit(2);
}

const instances = [...VALID, ...[...BROKEN, ...MISSHAPEN].map(({ resource }) => resource)];
const outcomes = await validateOfficially(instances.map((resource) => JSON.stringify(resource)));
const faults: string[] = [];

for (const [at, { resourceType, id }] of VALID.entries()) {
  for (const issue of outcomes[at]?.issue ?? []) {
    if (isError(issue)) faults.push(`${resourceType}/${id} should be valid: ${issueLine(issue)}`);
  }
}
for (const [at, { definition, invariant, severity }] of BROKEN.entries()) {
  const issues = outcomes[VALID.length + at]?.issue ?? [];
  const name = `${definition}#${invariant}`;
  if (!issues.some((issue) => invariantKey(issue) === invariant && issue.severity === severity)) {
    faults.push(`${name} should be reported as ${severity}`);
  }
  for (const issue of issues) {
    if (isError(issue) && invariantKey(issue) !== invariant) {
      faults.push(`${name} should break nothing else: ${issueLine(issue)}`);
    }
  }
}

for (const [at, { fault }] of MISSHAPEN.entries()) {
  const issues = outcomes[VALID.length + BROKEN.length + at]?.issue ?? [];
  if (!issues.some(isError)) faults.push(`${fault} should be refused`);
}

for (const fault of faults) console.log(fault);
console.log(
  `official validator: ${instances.length} instances of our profiles, ${faults.length} not as they should be`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
