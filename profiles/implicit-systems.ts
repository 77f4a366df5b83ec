import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementDefinition, StructureDefinition, ValueSet } from 'fhir/r5.js';

// Writes the code systems of elements of type `code` to `generated/implicit-systems.json`: their values name none, but
// the value set they have to be from has codes of one only.

const HERE = import.meta.dirname;
const CORE = join(HERE, '../node_modules/hl7.fhir.r5.core');

const read = <R>(type: string): readonly R[] =>
  readdirSync(CORE)
    .filter((name) => name.startsWith(`${type}-`))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(CORE, name), 'utf8')) as R);

const valueSets = new Map(read<ValueSet>('ValueSet').map((one) => [one.url, one]));

const systems = (url: string | undefined): readonly (string | undefined)[] =>
  valueSets
    .get(url?.replace(/\|.*/, ''))
    ?.compose?.include.flatMap(({ system, valueSet }) => [
      ...(system === undefined ? [] : [system]),
      ...(valueSet ?? []).flatMap(systems),
    ]) ?? [undefined];

const system = ({ type, binding }: ElementDefinition): string | undefined => {
  if (binding?.strength !== 'required' || !type?.some(({ code }) => code === 'code')) return undefined;
  const [only, ...more] = new Set(systems(binding.valueSet));
  return more.length === 0 ? only : undefined;
};

const found = read<StructureDefinition>('StructureDefinition')
  .filter(({ kind, derivation }) => kind !== 'logical' && derivation !== 'constraint')
  .flatMap(({ snapshot }) => snapshot?.element ?? [])
  .map((element) => [element.path.replace('[x]', ''), system(element)] as const)
  .filter(([, one]) => one !== undefined);

const lines = found.map(([path, one]) => `${JSON.stringify(path)}:${JSON.stringify(one)}`);
writeFileSync(join(HERE, 'generated/implicit-systems.json'), `{\n${lines.join(',\n')}\n}\n`);
