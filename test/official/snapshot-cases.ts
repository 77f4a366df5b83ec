// Makes the snapshots of HL7's snapshot-generation cases and compares: node test/official/snapshot-cases.ts [CASE…]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StructureDefinition } from 'fhir/r5.js';
import { parseXml } from '../../src/fhir/xml/parse.ts';
import { snapshot } from '../../src/snapshot/snapshot.ts';
import { type Difference, differences } from '../snapshot/differences.ts';
import { withTestCases } from './test-cases.ts';

const NODE_MODULES = join(import.meta.dirname, '../../node_modules');

const SDC = 'it builds on the package hl7.fhir.uv.sdc, which is not installed';
const KEPT_TEXTS = 'an extension within an extension keeps the texts of its definition';
const NEWER_EXTENSION = 'the extensions package has other words for the extension now';
const OTHER_VERSIONS = 'the definitions of extensions for elements of other versions are not installed';
const REFERENCE =
  'HL7 drops what the base has below a slicing of elements defined elsewhere, and the type of a new slice there';

/** Why the outcome of a case is another than HL7's, and in which elements and properties only. */
interface Reason {
  readonly text: string;
  /** Matches `id property` of each difference; absent where there is no snapshot to compare with. */
  readonly only?: RegExp;
}

const reason = (text: string, only?: RegExp): Reason => ({ text, ...(only && { only }) });

/** Cases that are not named here have to agree. */
const REASONS: Readonly<Record<string, Reason>> = {
  t2: reason('links of R5 are made absolute to where R5 is published, not to the case', / definition$/),
  t13: reason(
    'HL7 does not find the profile “url#id” and takes the extension as a whole for it',
    /extension:(code (max|short|definition)|period (short|definition))$/,
  ),
  t15: reason(`${NEWER_EXTENSION}; ${KEPT_TEXTS}`, / (short|definition)$/),
  t15a: reason('an unknown extension is an error only in one mode of HL7’s generator; validation reports it'),
  t16: reason(`${NEWER_EXTENSION}; ${KEPT_TEXTS}`, / (short|definition)$/),
  t22: reason('what is said of all slices is shown for what is in no slice of theirs, too', / added$/),
  t26: reason('it asks for a sorted differential, not for a snapshot'),
  t31: reason(
    'a path by type speaks of that type only and does not forbid the others',
    /:string\.value\[x\]/,
  ),
  'obs-2-2': reason(
    'HL7 closes a slicing by type that base and differential leave open',
    /value\[x\] slicing$/,
  ),
  'pat-choice-ms': reason('its base has an unknown property, bindingx, which is kept', / bindingx$/),
  ihe2: reason('R5 does not say that Bundle.entry.response.outcome is an OperationOutcome'),
  sushi1: reason(KEPT_TEXTS, / (short|definition)$/),
  sushi2: reason(KEPT_TEXTS, / (short|definition)$/),
  'nl-med': reason(
    'what the Bundle says of its entries stays true',
    /:List\.resource (isSummary|condition)$/,
  ),
  'pat-xver-extension': reason(OTHER_VERSIONS, /extension:(animal|nationality)/),
  'es-xver': reason(OTHER_VERSIONS, /extension:\w+ mapping$/),
  org2a: reason('its base is in the package hl7.fhir.us.core, which is not installed'),
  org2b: reason(NEWER_EXTENSION, / definition$/),
  'ccda-problem-section': reason('HL7 reads from an invariant’s FHIRPath what cannot be there', / max$/),
  'profile-patient-op3': reason(
    'obligation profiles oblige actors; they are not merged',
    / (mustSupport|extension)$/,
  ),
  'sd-comp-hist': reason('HL7 marks in extensions which definition they came from', / extension$/),
  'reslicing-profile-child': reason(REFERENCE, /\.section\.\w+ added$|section:\w+ type$/),
  'comp-nested': reason(REFERENCE, /\.section\.\w+ added$|section:\w+ type$/),
  'on-questionnaire': reason(SDC),
  'sd-nested-ext': reason(SDC),
  'multi-profile': reason('additional bases are an extension of R6 and not merged', /./),
  'obs-simple': reason('it has a property of R6, minLength, which is kept', / minLength$/),
  'mr-type-support': reason('it speaks of reported[x]; in R5 the element is reported, and no choice'),
};

interface Case {
  readonly id: string;
  readonly sort: boolean;
  readonly fail: boolean;
  readonly generate: boolean;
  readonly register: readonly string[];
}

/** The cases of a manifest: https://github.com/FHIR/fhir-test-cases */
const cases = (manifest: string): readonly Case[] =>
  [...manifest.replace(/<!--[\s\S]*?-->/g, '').matchAll(/<test\s([^>]*?)\/?>/g)].map(
    ([, attributes = '']) => {
      const attribute = (name: string): string | undefined =>
        new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
      return {
        id: attribute('id') ?? '',
        sort: attribute('sort') === 'true',
        fail: attribute('fail') === 'true',
        generate: attribute('gen') === 'true',
        register: [attribute('register'), attribute('include')]
          .flatMap((names) => names?.split(',') ?? [])
          .map((name) => name.trim()),
      };
    },
  );

const readDefinition = (path: string): StructureDefinition | string => {
  // Some cases are of earlier versions of FHIR and have what R5 does not know.
  const text = readFileSync(path, 'utf8').replace(
    /\sxsi:schemaLocation="[^"]*"|<xpath value="[^"]*"\s*\/>/g,
    '',
  );
  if (path.endsWith('.json')) return JSON.parse(text) as StructureDefinition;
  const parsed = parseXml(text);
  return 'value' in parsed
    ? (parsed.value as StructureDefinition)
    : parsed.map((issue) => `${issue.line}: ${issue.text}`).join('; ');
};

const definitionsOf = (packageName: string): readonly StructureDefinition[] => {
  const folder = join(NODE_MODULES, packageName);
  return readdirSync(folder)
    .filter((name) => name.startsWith('StructureDefinition-') && name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as StructureDefinition);
};

/** A differential in the order of its base, as the cases with `sort` ask for it. */
const sorted = (
  definition: StructureDefinition,
  base: StructureDefinition | undefined,
): StructureDefinition => {
  const ranks = new Map(base?.snapshot?.element.map(({ path }, at) => [path, at]));
  const seen: string[] = [];
  const firstSeen = (part: string): number =>
    seen.includes(part) ? seen.indexOf(part) : seen.push(part) - 1;
  const keyed = (definition.differential?.element ?? []).map((element) => {
    const names = element.path.split('.');
    const parts = element.id?.split('.') ?? names;
    const key = names.flatMap((_, at) => {
      const id = parts.slice(0, at + 1).join('.');
      return [ranks.get(names.slice(0, at + 1).join('.')) ?? 1e6 + firstSeen(id), firstSeen(id)];
    });
    return { element, key };
  });
  const compared = (a: readonly number[], b: readonly number[]): number => {
    const at = a.findIndex((one, index) => one !== b[index]);
    return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1);
  };
  const element = keyed.toSorted((a, b) => compared(a.key, b.key)).map((one) => one.element);
  return { ...definition, differential: { element } };
};

const show = ({ id, property, expected, actual }: Difference): string =>
  [
    `    ${id} ${property}`,
    `      expected ${JSON.stringify(expected)?.slice(0, 200)}`,
    `      made     ${JSON.stringify(actual)?.slice(0, 200)}`,
  ].join('\n');

/** What is not as a case wants it: differences, or a sentence; nothing if all is. */
const wrong = (
  one: Case,
  made: ReturnType<typeof snapshot>,
  expected: () => StructureDefinition | string,
): readonly (Difference | string)[] => {
  if (!one.generate) return ['no snapshot is asked for'];
  if (one.fail) return 'resourceType' in made ? ['a snapshot was made of it'] : [];
  if (!('resourceType' in made)) return made.map(({ text }) => text);
  const goal = expected();
  return typeof goal === 'string' ? [goal] : differences(made, goal);
};

const isExplained = (found: Difference | string, { only }: Reason): boolean =>
  typeof found === 'string' ? only === undefined : (only?.test(`${found.id} ${found.property}`) ?? false);

const shown = (found: readonly (Difference | string)[]): string =>
  found.map((one) => (typeof one === 'string' ? `    ${one}` : show(one))).join('\n');

await withTestCases('r5/snapshot-generation', (folder) => {
  const known = new Map(
    ['hl7.fhir.r5.core', 'hl7.fhir.uv.extensions.r5']
      .flatMap(definitionsOf)
      .map((definition) => [definition.url, definition]),
  );
  const find = (url: string): StructureDefinition | undefined => known.get(url);
  const register = (definition: StructureDefinition | string): void => {
    if (typeof definition !== 'string') known.set(definition.url, definition);
  };
  const definition = (...names: string[]): StructureDefinition | string => {
    const path = names
      .flatMap((name) => ['.xml', '.json'].map((ending) => join(folder, name + ending)))
      .find((one) => existsSync(one));
    return path === undefined ? `${names[0]} is missing` : readDefinition(path);
  };
  /** A definition that a case builds on, with a snapshot of ours unless it is of another version of FHIR. */
  const remade = (given: StructureDefinition | string): StructureDefinition | string => {
    if (typeof given === 'string') return given;
    const { snapshot: _, ...bare } = given;
    const made = snapshot(bare, find);
    return 'resourceType' in made ? made : given;
  };

  const chosen = process.argv.slice(2);
  const counts = { agreed: 0, explained: 0, failed: 0 };
  const tell = (outcome: keyof typeof counts, id: string, text: string): void => {
    counts[outcome]++;
    if (outcome !== 'agreed' || chosen.includes(id)) console.log(`${outcome}: ${id}: ${text}`);
  };
  for (const one of cases(readFileSync(join(folder, 'manifest.xml'), 'utf8'))) {
    for (const name of one.register) register(remade(definition(name, `${name}-input`)));
    const input = definition(`${one.id}-input`, one.id);
    if (typeof input === 'string') {
      tell('failed', one.id, input);
      continue;
    }
    const { snapshot: _, ...bare } = input;
    const made = snapshot(one.sort ? sorted(bare, find(bare.baseDefinition ?? '')) : bare, find);
    const expected = (): StructureDefinition | string => definition(`${one.id}-expected`);
    // Later cases build on earlier ones.
    if (!one.fail) register('resourceType' in made ? made : expected());
    const found = wrong(one, made, expected);
    const why = REASONS[one.id];
    const unexplained = found.filter((difference) => !(why && isExplained(difference, why)));
    if (unexplained.length > 0) tell('failed', one.id, `\n${shown(unexplained)}`);
    else if (why === undefined) tell('agreed', one.id, '');
    else if (found.length === 0)
      tell('failed', one.id, `it agrees, though there is a reason not to: ${why.text}`);
    else tell('explained', one.id, chosen.includes(one.id) ? `${why.text}\n${shown(found)}` : why.text);
  }
  console.log(`${counts.agreed} agreed, ${counts.explained} differ for a reason, ${counts.failed} failed`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
});
