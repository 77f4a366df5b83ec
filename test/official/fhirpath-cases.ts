// Runs HL7's FHIRPath suite for R5 through the validator's engine: npm run test:fhirpath-cases
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FhirResource } from 'fhir/r5.js';
import { parse } from '../../src/fhir/json.ts';
import { parsePath } from '../../src/fhir/search/path.ts';
import { readXml } from '../../src/fhir/xml/parse.ts';
import type { Run } from '../../src/validation/run.ts';
import { fhirPathCases, judge } from './fhirpath-case.ts';
import { evaluated, runOn } from './fhirpath-engine.ts';
import { definedExpressions, uses } from './fhirpath-expressions.ts';
import { MISSES } from './fhirpath-misses.ts';
import { withTestCases } from './test-cases.ts';

/** What is evaluated where a case names no file, or one that is no FHIR. */
const EMPTY: FhirResource = { resourceType: 'Basic', code: {} };

const readInput = (path: string): FhirResource => {
  // R5 has no place for where a schema is, which is no part of the resource.
  const text = readFileSync(path, 'utf8').replace(/ xsi:schemaLocation="[^"]*"/, '');
  const read = path.endsWith('.xml') ? readXml(text).content : parse(text);
  return read !== undefined && 'value' in read ? read.value : EMPTY;
};

const faults: string[] = [];
await withTestCases('r5', (folder) => {
  const cases = fhirPathCases(readFileSync(join(folder, 'fhirpath/tests-fhir-r5.xml'), 'utf8'));
  if (cases.length === 0) faults.push('there are no cases');
  const runs = new Map<string | undefined, Run>([[undefined, runOn(EMPTY)]]);
  const missed = new Map<string, string>();
  for (const one of cases) {
    const run = runs.get(one.input) ?? runOn(readInput(join(folder, one.input ?? '')));
    runs.set(one.input, run);
    const wrong = judge(one, evaluated(one.expression, run.root, run));
    if (wrong !== undefined) missed.set(one.name, `${one.expression.replace(/\s+/g, ' ').trim()}: ${wrong}`);
  }

  const all = definedExpressions();
  // The index walks along paths by itself.
  const expressions = all
    .filter(({ where, text }) => !where.includes('?') || parsePath(text) === undefined)
    .map((one) => ({ ...one, uses: uses(one.text) ?? new Set(['does not parse']) }));
  for (const { construct, cases: names, touches, unaffected = {} } of MISSES) {
    const shown = names.filter((name) => missed.has(name));
    const using = expressions.filter((one) => touches(one.uses));
    const touched = using.filter(({ where }) => !Object.hasOwn(unaffected, where));
    console.log(`${construct}: ${shown.length} missed; touches ${touched.length} expressions of definitions`);
    for (const [where, why] of Object.entries(unaffected)) {
      if (using.some((one) => one.where === where)) console.log(`  not ${where}: ${why}`);
      else faults.push(`${construct} is not used by ${where} any more`);
    }
    for (const name of shown) console.log(`  ${name}: ${missed.get(name)?.slice(0, 200)}`);
    for (const { where, text } of touched) faults.push(`${construct} touches ${where}: ${text}`);
    for (const name of names) if (!missed.has(name)) faults.push(`${name} is not missed any more`);
  }
  const named = new Set(MISSES.flatMap((one) => one.cases));
  for (const [name, what] of missed) if (!named.has(name)) faults.push(`${name} is missed: ${what}`);
  console.log(
    `HL7's FHIRPath cases: ${cases.length - missed.size} of ${cases.length} as they have it; of ${all.length} expressions of definitions the engine evaluates ${expressions.length}`,
  );
});
for (const fault of faults) console.log(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
