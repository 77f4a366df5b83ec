// Makes the snapshots of HL7's snapshot-generation cases and compares: node test/official/snapshot-cases.ts [CASE…]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StructureDefinition } from 'fhir/r5.js';
import { parseXml } from '../../src/fhir/xml/parse.ts';
import { snapshot } from '../../src/snapshot/snapshot.ts';
import { type Difference, differences, isText } from '../snapshot/differences.ts';
import { withTestCases } from './test-cases.ts';

const NODE_MODULES = join(import.meta.dirname, '../../node_modules');

/** Cases that are not judged, or not as they ask, each with its reason. */
const REASONS: Readonly<Record<string, string>> = {};

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

type Outcome = 'agreed' | 'texts' | 'differing';

const show = ({ id, property, expected, actual }: Difference): string =>
  `    ${id} ${property}\n      expected ${JSON.stringify(expected)?.slice(0, 200)}\n      made     ${JSON.stringify(actual)?.slice(0, 200)}`;

await withTestCases('r5/snapshot-generation', (folder) => {
  const known = new Map(
    ['hl7.fhir.r5.core', 'hl7.fhir.uv.extensions.r5']
      .flatMap(definitionsOf)
      .map((definition) => [definition.url, definition]),
  );
  const file = (...names: string[]): string | undefined =>
    names
      .flatMap((name) => ['.xml', '.json'].map((ending) => join(folder, name + ending)))
      .find((path) => existsSync(path));
  const find = (url: string): StructureDefinition | undefined => known.get(url);
  /** A definition that a case builds on, with a snapshot of ours unless it is of an earlier version of FHIR. */
  const remade = (definition: StructureDefinition): StructureDefinition => {
    const { snapshot: _, ...bare } = definition;
    const made = snapshot(bare, find);
    return 'resourceType' in made ? made : definition;
  };
  const register = (definition: StructureDefinition): void => {
    known.set(definition.url, definition);
  };

  const chosen = process.argv.slice(2);
  const outcomes: Record<Outcome, number> = { agreed: 0, texts: 0, differing: 0 };
  const tell = (outcome: Outcome, { id }: Case, text: string): void => {
    outcomes[outcome]++;
    if (outcome !== 'agreed' || chosen.includes(id)) console.log(`${outcome} ${id}: ${text}`);
  };
  for (const one of cases(readFileSync(join(folder, 'manifest.xml'), 'utf8'))) {
    for (const name of one.register) {
      const path = file(name, `${name}-input`);
      const definition = path === undefined ? 'no such file' : readDefinition(path);
      if (typeof definition === 'string') console.log(`  ${one.id}: ${name} cannot be read: ${definition}`);
      else register(remade(definition));
    }
    const inputPath = file(`${one.id}-input`, one.id);
    const input = inputPath === undefined ? 'no such file' : readDefinition(inputPath);
    if (typeof input === 'string') {
      tell('differing', one, `cannot be read: ${input}`);
      continue;
    }
    const { snapshot: _, ...bare } = input;
    const made = snapshot(one.sort ? sorted(bare, find(bare.baseDefinition ?? '')) : bare, find);
    const isMade = 'resourceType' in made;
    const issues = isMade ? '' : made.map(({ text }) => text).join('; ');
    if (one.fail) {
      tell(isMade ? 'differing' : 'agreed', one, isMade ? 'a snapshot was made of it' : issues);
      continue;
    }
    const expectedPath = file(`${one.id}-expected`);
    const expected = expectedPath === undefined ? 'no such file' : readDefinition(expectedPath);
    if (isMade) register(made);
    else if (typeof expected !== 'string') register(expected);
    if (!isMade) tell('differing', one, issues);
    else if (typeof expected === 'string') tell('differing', one, `nothing to compare with: ${expected}`);
    else {
      const found = differences(made, expected);
      const hard = found.filter((difference) => !isText(difference));
      if (hard.length > 0) tell('differing', one, `${REASONS[one.id] ?? ''}\n${hard.map(show).join('\n')}`);
      else if (found.length > 0)
        tell('texts', one, found.map(({ id, property }) => `${id} ${property}`).join(', '));
      else tell('agreed', one, '');
    }
  }
  console.log(outcomes);
});
