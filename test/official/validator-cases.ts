// Runs HL7's validator cases and compares: npm run test:validator-cases -- LIST.json [--case NAME]
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { FhirResource, OperationOutcome } from 'fhir/r5.js';
import { canonicals } from '../../src/commands/canonicals.ts';
import type { Content } from '../../src/fhir/content.ts';
import { type Issue, isError } from '../../src/fhir/issue.ts';
import { parse } from '../../src/fhir/json.ts';
import { parseMap } from '../../src/fhir/mapping-language/parse.ts';
import { readXml } from '../../src/fhir/xml/parse.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { withTestCases } from './test-cases.ts';
import { REASONS } from './validator-case-reasons.ts';

/** A case of the list: how many errors the official validator finds offline. */
interface Listed {
  readonly name: string;
  readonly file: string;
  readonly expectErrors: number;
}

interface Reading {
  readonly content?: Content;
  readonly issues: readonly Issue[];
}

/** What a case of the manifest says of how it is to be run: https://github.com/FHIR/fhir-test-cases */
interface Setup {
  readonly name: string;
  readonly file: string;
  readonly version?: string;
  readonly supporting?: readonly string[];
  readonly supporting5?: readonly string[];
  readonly validateReference?: string;
  readonly enforceAggregationOutsideBundles?: boolean;
  readonly 'for-publication'?: boolean;
  readonly profiles?: readonly string[];
  readonly profile?: {
    readonly source: string;
    readonly supporting?: readonly string[];
    readonly java?: string;
  };
  readonly java?: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { case: { type: 'string' } },
});
const [list] = positionals;
if (list === undefined) throw new Error('name the list of cases');
const { cases } = JSON.parse(readFileSync(list, 'utf8')) as { cases: readonly Listed[] };

const text = (bytes: Buffer): string => {
  const read = bytes.toString('utf8');
  return read.startsWith('\uFEFF') ? read.slice(1) : read;
};

const shown = ({ severity, rule, text: what, expression, line }: Issue): string =>
  `    ${severity} ${rule ?? ''} ${expression ?? ''}${line === undefined ? '' : ` (line ${line})`}: ${what.slice(0, 220)}`;

const official = ({ issue = [] }: Partial<OperationOutcome>): readonly string[] =>
  issue
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .map(
      ({ severity, expression, details }) =>
        `    ${severity} ${expression ?? ''}: ${details?.text?.slice(0, 220)}`,
    );

await withTestCases('validator', (folder) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    readonly 'test-cases': readonly Setup[];
  };
  const setupOf = ({ name, file }: Listed): Setup => {
    const setup = manifest['test-cases'].find(
      (one) => one.name === name && one.file === file && (one.version?.startsWith('5') ?? true),
    );
    if (setup === undefined) throw new Error(`The manifest has no case ${name}`);
    return setup;
  };
  const read = (file: string): string => text(readFileSync(join(folder, file)));
  const parsed = (file: string): Reading => {
    if (file.endsWith('.xml')) return readXml(read(file));
    if (file.endsWith('.fml')) {
      const map = parseMap(read(file));
      return 'group' in map
        ? { content: { text: JSON.stringify(map), value: map }, issues: [] }
        : { issues: map };
    }
    const content = parse(read(file));
    return 'value' in content ? { content, issues: [] } : { issues: content };
  };
  const resources = (files: readonly string[]): readonly FhirResource[] =>
    files.flatMap((file) => {
      const { content } = parsed(file);
      return content === undefined ? [] : [content.value];
    });
  const outcome = (file: string | undefined): readonly string[] =>
    file === undefined
      ? []
      : official(JSON.parse(readFileSync(join(folder, 'outcomes', file), 'utf8')) as OperationOutcome);

  /** What references of the cases lead to, as in HL7's own runner. */
  const resolved = (reference: string): FhirResource | undefined => {
    if (reference === 'Patient/test') return { resourceType: 'Patient' };
    const name = reference.replaceAll('/', '-').toLowerCase();
    const file = [`${name}.json`, `${name}.xml`].find(
      (one) => /^[\w.-]+$/.test(one) && existsSync(join(folder, one)),
    );
    return file === undefined ? undefined : parsed(file).content?.value;
  };

  const found = (
    { file }: Listed,
    setup: Setup,
    supporting: readonly string[],
    profile?: string,
  ): readonly Issue[] => {
    const { content, issues } = parsed(file);
    if (content === undefined) return issues;
    const given = resources(profile === undefined ? supporting : [...supporting, profile]);
    const elsewhere = {
      resource: resolved,
      mustExist: setup.validateReference !== undefined,
      isBundleExpected: setup.enforceAggregationOutsideBundles ?? false,
      // HL7's own runner takes any address but these for that of something.
      isKnownUrl: (url: string) => !/example\.org|^http:\/\/hl7\.org\/fhir\/invalid/.test(url),
    };
    const forPublication = setup['for-publication'] ?? false;
    const validate = createValidator({ ...canonicals(given), elsewhere, forPublication });
    const definition = given.at(-1);
    const url = definition !== undefined && 'url' in definition ? definition.url : undefined;
    const named = profile === undefined || url === undefined ? [] : [url];
    // Validation tells again of values that are none of their types.
    return [...issues.filter(({ rule }) => rule !== 'primitive'), ...validate(content, named)];
  };

  const counts = { verdict: 0, errors: 0, cases: 0, failed: 0 };
  const profiled = { verdict: 0, errors: 0, cases: 0 };
  for (const one of cases) {
    const isChosen = values.case === one.name;
    if (values.case !== undefined && !isChosen) continue;
    const setup = setupOf(one);
    counts.cases += 1;
    const supporting = [...(setup.supporting ?? []), ...(setup.supporting5 ?? []), ...(setup.profiles ?? [])];
    const issues = found(one, setup, supporting);
    const errors = issues.filter(isError);
    const agrees = errors.length === one.expectErrors;
    if (errors.length > 0 === one.expectErrors > 0) counts.verdict += 1;
    if (agrees) counts.errors += 1;
    const reason = REASONS[one.name];
    if (agrees === (reason !== undefined)) counts.failed += 1;
    if (!agrees || isChosen) {
      const sign = errors.length > 0 === one.expectErrors > 0 ? 'count' : 'VERDICT';
      console.log(`${agrees ? 'agreed' : sign}: ${one.name} (${one.file})${reason ? `: ${reason}` : ''}`);
      console.log([`  official: ${one.expectErrors}`, ...outcome(setup.java)].join('\n'));
      console.log([`  here: ${errors.length}`, ...(isChosen ? issues : errors).map(shown)].join('\n'));
    } else if (reason !== undefined) {
      console.log(`failed: ${one.name} agrees, though there is a reason not to: ${reason}`);
    }
    if (setup.profile !== undefined) {
      const wanted = outcome(setup.profile.java);
      const all = found(
        one,
        setup,
        [...supporting, ...(setup.profile.supporting ?? [])],
        setup.profile.source,
      );
      const bad = all.filter(isError);
      profiled.cases += 1;
      if (bad.length > 0 === wanted.length > 0) profiled.verdict += 1;
      if (bad.length === wanted.length) profiled.errors += 1;
      if (bad.length !== wanted.length || isChosen) {
        console.log(`profile: ${one.name} against ${setup.profile.source}`);
        console.log([`  official: ${wanted.length}`, ...wanted].join('\n'));
        console.log([`  here: ${bad.length}`, ...(isChosen ? all : bad).map(shown)].join('\n'));
      }
    }
  }
  console.log(
    `${counts.cases} cases: same verdict ${counts.verdict}, same number of errors ${counts.errors}`,
  );
  console.log(
    `${profiled.cases} of them with a profile: same verdict ${profiled.verdict}, same number of errors ${profiled.errors}`,
  );
  process.exitCode = counts.failed > 0 ? 1 : 0;
});
