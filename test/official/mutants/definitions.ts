import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementDefinition, StructureDefinition, ValueSet, ValueSetExpansionContains } from 'fhir/r5.js';

const NODE_MODULES = join(import.meta.dirname, '../../../node_modules');
const CORE = join(NODE_MODULES, 'hl7.fhir.r5.core');
const EXPANSIONS = join(NODE_MODULES, 'hl7.fhir.r5.expansions');

const read = <T>(folder: string, name: string): T =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;

const byType = new Map<string, ReadonlyMap<string, ElementDefinition>>();

const elementsByPath = (type: string): ReadonlyMap<string, ElementDefinition> => {
  const known = byType.get(type);
  if (known !== undefined) return known;
  const { snapshot } = read<StructureDefinition>(CORE, `StructureDefinition-${type}.json`);
  const elements = new Map(snapshot?.element.map((element) => [element.path.replace('[x]', ''), element]));
  byType.set(type, elements);
  return elements;
};

/** The definition of an element by the type or backbone element that has it and its name without `[x]`. */
export const elementDefinition = (owner: string, name: string): ElementDefinition | undefined =>
  elementsByPath(owner.split('.', 1)[0]!).get(`${owner}.${name}`);

/** The resource types a reference may lead to; none if it may lead to any. */
export const targetTypes = (definition: ElementDefinition | undefined): readonly string[] =>
  (definition?.type ?? [])
    .flatMap(({ targetProfile }) => targetProfile ?? [])
    .map((url) => url.slice(url.lastIndexOf('/') + 1))
    .filter((type) => type !== 'Resource');

const flat = (contains: readonly ValueSetExpansionContains[]): readonly ValueSetExpansionContains[] =>
  contains.flatMap((one) => [...(one.abstract ? [] : [one]), ...flat(one.contains ?? [])]);

let expansions: ReadonlyMap<string, string> | undefined;
const codes = new Map<string, readonly ValueSetExpansionContains[]>();

/** The codes of a value set, by its canonical URL, as far as the official expansions have them. */
export const codesOf = (canonical: string): readonly ValueSetExpansionContains[] => {
  const [url = ''] = canonical.split('|');
  expansions ??= new Map(
    readdirSync(EXPANSIONS)
      .filter((name) => name.startsWith('ValueSet-'))
      .map((name) => [read<ValueSet>(EXPANSIONS, name).url ?? name, name]),
  );
  const known = codes.get(url);
  if (known !== undefined) return known;
  const file = expansions.get(url);
  const found = file === undefined ? [] : flat(read<ValueSet>(EXPANSIONS, file).expansion?.contains ?? []);
  codes.set(url, found);
  return found;
};
