import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type {
  CodeSystem as CodeSystemResource,
  StructureDefinition as DefinitionResource,
  FhirResource,
  ValueSet as ValueSetResource,
} from 'fhir/r5.js';
import { elementTree } from '../src/validation/element-tree.ts';
import type { StructureDefinition } from '../src/validation/structure-definition.ts';
import { codeSystem, valueSetsWith } from './terminology.ts';

// Writes what the service needs of R5's definitions and terminology and of our own to `generated/core`, so that it
// runs without the definition packages. Same input, same bytes.

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'generated', 'core');
const packages = join(here, '..', 'node_modules');

const read = <R extends FhirResource>(folder: string, type: string): R[] => {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    // Our own profiles may not have been built yet.
  }
  return names
    .filter((name) => name.startsWith(`${type}-`) && name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as R);
};

const core = join(packages, 'hl7.fhir.r5.core');
const extensions = join(packages, 'hl7.fhir.uv.extensions.r5');
const terminology = join(packages, 'hl7.terminology.r5');
const expansions = join(packages, 'hl7.fhir.r5.expansions');
const own = join(here, 'generated', 'resources');

const byUrl = <R extends { url?: string | undefined }>(resources: readonly R[]): Map<string, R> =>
  new Map(resources.map((resource) => [resource.url ?? '', resource]));

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : value;

const current = new Set<string>();

/** Replaces a file in one step and only if it changes, so that a service reading it meanwhile sees a whole one. */
const writeText = (name: string, text: string): void => {
  const path = join(out, name);
  current.add(path);
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
};

const write = (name: string, value: unknown): void => writeText(name, `${JSON.stringify(value, sorted)}\n`);

/** One entry a line, so that a change shows as a changed line. */
const writeMap = (name: string, map: ReadonlyMap<string, unknown>): void => {
  const lines = [...map]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value, sorted)}`);
  writeText(name, `{\n${lines.join(',\n')}\n}\n`);
};

const resources = byUrl(
  [core, extensions, own]
    .flatMap((folder) => read<DefinitionResource>(folder, 'StructureDefinition'))
    .filter(({ kind, snapshot }) => kind !== 'logical' && snapshot !== undefined),
);
const trees = new Map<string, StructureDefinition>();
const tree = (url: string): StructureDefinition | undefined => {
  const resource = resources.get(url);
  const found = trees.get(url) ?? (resource && elementTree(resource, tree));
  if (found) trees.set(url, found);
  return found;
};
const definitions = [...resources.keys()].map((url) => {
  const found = tree(url);
  if (found === undefined) throw new Error(`The snapshot of ${url} is out of order`);
  return found;
});

const written = new Map<string, string>();
for (const definition of definitions) {
  const name = definition.url.split('/').at(-1) ?? '';
  if (written.has(name)) throw new Error(`${definition.url} and ${written.get(name)} would be one file`);
  written.set(name, definition.url);
  write(`structure-definition/${name}.json`, definition);
}

const types = definitions.filter(({ derivation }) => derivation === 'specialization');
write(
  'types.json',
  Object.fromEntries(types.filter(({ abstract }) => !abstract).map(({ type, kind }) => [type, kind])),
);

const systems = byUrl(
  [terminology, extensions, core, own].flatMap((folder) => read<CodeSystemResource>(folder, 'CodeSystem')),
);
const valueSets = byUrl(
  [terminology, extensions, core, own].flatMap((folder) => read<ValueSetResource>(folder, 'ValueSet')),
);
const published = byUrl(read<ValueSetResource>(expansions, 'ValueSet'));
writeMap('code-systems.json', new Map([...systems].map(([url, system]) => [url, codeSystem(system)])));
writeMap('value-sets.json', valueSetsWith(systems, valueSets, published));

for (const name of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
  const path = join(out, name);
  if (name.endsWith('.json') && !current.has(path)) rmSync(path);
}
