// Runs HL7's cases for JSON Patch and FHIRPath Patch: node test/official/patch-cases.ts
import { parse } from '../../src/fhir/json.ts';
import { fhirPathPatch } from '../../src/patch/fhirpath-patch.ts';
import { jsonPatch } from '../../src/patch/json-patch.ts';
import { judge, type Patcher, patchCases } from './patch-case.ts';

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

const cases = patchCases();
let failed = 0;
for (const one of cases) {
  const wrong = judge(one, await engine(one));
  if (wrong === undefined) continue;
  failed += 1;
  console.log(`${one.format}, ${one.name}: ${wrong}`);
}
console.log(`HL7's patch cases: ${cases.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 || cases.length === 0 ? 1 : 0;
