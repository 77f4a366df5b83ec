// Runs HL7's cases for JSON Patch and FHIRPath Patch over HTTP: node test/official/patch-cases.ts
import { parse } from '../../src/fhir/json.ts';
import { diff } from '../../src/patch/diff.ts';
import { judge, type PatchCase, patchCases, samePatch } from './patch-case.ts';
import { startPatchServer } from './patch-http.ts';

const contentOf = (text: string) => {
  const parsed = parse(text);
  if (!('text' in parsed)) throw new Error(parsed[0]?.text);
  return parsed;
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
const server = await startPatchServer();
for (const one of cases) report(one, judge(one, await server.patch(one)));
await server.stop();
for (const one of differences) report(one, judgeDifference(one));
const all = cases.length + differences.length;
console.log(
  `HL7's patch cases: ${all - failed} passed, ${failed} failed (${cases.length} patches over HTTP, of which ${server.invalid()} are of what is not valid R5 and were sent to a server that does not validate; ${differences.length} differences)`,
);
process.exitCode = failed > 0 || cases.length === 0 ? 1 : 0;
