// Runs HL7's cases for JSON Patch and FHIRPath Patch: node test/official/patch-cases.ts
import { parse } from '../../src/fhir/json.ts';
import { diff } from '../../src/patch/diff.ts';
import { fhirPathPatch } from '../../src/patch/fhirpath-patch.ts';
import { jsonPatch } from '../../src/patch/json-patch.ts';
import { judge, type PatchCase, type Patcher, patchCases, samePatch } from './patch-case.ts';

const contentOf = (text: string) => {
  const parsed = parse(text);
  if (!('text' in parsed)) throw new Error(parsed[0]?.text);
  return parsed;
};

const engine: Patcher = async ({ format, resource, patch }) => {
  const result =
    format === 'json-patch'
      ? jsonPatch(patch, contentOf(resource))
      : fhirPathPatch(contentOf(patch), contentOf(resource));
  return 'text' in result ? result.text : result;
};

/** What is wrong with the patch that is found between the resources of a case, if anything. */
const judgeDifference = ({ resource, patch, expected, isDifference }: PatchCase): string | undefined => {
  if (expected === undefined || !isDifference) return undefined;
  const found = diff(contentOf(resource), contentOf(expected));
  if (typeof found !== 'string') return `no patch found: ${found[0]?.text}`;
  return samePatch(found, patch) ? undefined : `the patch found is ${found}`;
};

const cases = patchCases();
const differences = cases.filter(({ isDifference }) => isDifference);
let failed = 0;
const report = ({ format, name }: PatchCase, wrong: string | undefined): void => {
  if (wrong === undefined) return;
  failed += 1;
  console.log(`${format}, ${name}: ${wrong}`);
};
for (const one of cases) report(one, judge(one, await engine(one)));
for (const one of differences) report(one, judgeDifference(one));
const all = cases.length + differences.length;
console.log(
  `HL7's patch cases: ${all - failed} passed, ${failed} failed (${cases.length} patches, ${differences.length} differences)`,
);
process.exitCode = failed > 0 || cases.length === 0 ? 1 : 0;
