import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CodeSystem,
  CodeSystemConcept,
  ElementDefinition,
  StructureDefinition,
  ValueSet,
} from 'fhir/r5.js';
import { r4Definitions, r4Types } from './r4-definitions.ts';

// Writes how the codes of R4 and R5 differ to `generated/r4-codes.json`: of elements that are bound to other codes in
// each, the codes that only one has; of R5's code systems, which R4 does not know, by which name it knows them, which of
// their codes it lacks, and which it displays otherwise; and R5's value sets that R4 lacks or has with fewer codes.

const NODE_MODULES = join(import.meta.dirname, '../node_modules');

const inPackage = <R>(name: string, type: string): readonly R[] =>
  readdirSync(join(NODE_MODULES, name))
    .filter((file) => file.startsWith(`${type}-`))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(NODE_MODULES, name, file), 'utf8')) as R);

interface Terminology {
  readonly systems: ReadonlyMap<string, CodeSystem>;
  readonly valueSets: ReadonlyMap<string, ValueSet>;
}

const byUrl = <R extends CodeSystem | ValueSet>(all: readonly R[]): ReadonlyMap<string, R> =>
  new Map(all.flatMap((one) => (one.url === undefined ? [] : [[one.url, one] as const])));

// What is read of a definition is the same in both versions.
const ofR4 = r4Definitions('valuesets', 'v3-codesystems', 'v2-tables') as unknown as readonly (
  | CodeSystem
  | ValueSet
)[];
const r4: Terminology = {
  systems: byUrl(ofR4.filter((one): one is CodeSystem => one.resourceType === 'CodeSystem')),
  valueSets: byUrl(ofR4.filter((one): one is ValueSet => one.resourceType === 'ValueSet')),
};
const r5: Terminology = {
  systems: byUrl(inPackage<CodeSystem>('hl7.fhir.r5.core', 'CodeSystem')),
  valueSets: byUrl(inPackage<ValueSet>('hl7.fhir.r5.core', 'ValueSet')),
};
const beside = byUrl(
  ['hl7.terminology.r4', 'hl7.fhir.uv.extensions.r4'].flatMap((name) =>
    inPackage<CodeSystem>(name, 'CodeSystem'),
  ),
);

const besideSets = byUrl(
  ['hl7.terminology.r4', 'hl7.fhir.uv.extensions.r4'].flatMap((name) =>
    inPackage<ValueSet>(name, 'ValueSet'),
  ),
);

const allConcepts = (concepts: readonly CodeSystemConcept[] = []): readonly CodeSystemConcept[] =>
  concepts.flatMap((one) => [one, ...allConcepts(one.concept)]);

const conceptCodes = (concepts: readonly CodeSystemConcept[] = []): readonly string[] =>
  allConcepts(concepts).map(({ code }) => code);

/** The codes of a value set that lists them or takes whole code systems; `undefined` of another. */
const valueSetCodes = (from: Terminology, canonical: string): readonly string[] | undefined => {
  const valueSet = from.valueSets.get(canonical.replace(/\|.*$/, ''));
  if (valueSet?.compose === undefined || valueSet.compose.exclude !== undefined) return undefined;
  const parts = valueSet.compose.include.map(({ system, concept, filter, valueSet: imported }) => {
    if (filter !== undefined) return undefined;
    if (imported !== undefined) return imported.flatMap((one) => valueSetCodes(from, one) ?? []);
    if (concept !== undefined) return concept.map(({ code }) => code);
    const whole = from.systems.get(system ?? '');
    return whole?.content === 'complete' ? conceptCodes(whole.concept) : undefined;
  });
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
};

/** The codes of the elements that have to have one of them. */
const boundCodes = (
  from: Terminology,
  types: readonly StructureDefinition[],
): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    types
      .flatMap(({ snapshot }): readonly ElementDefinition[] => snapshot?.element ?? [])
      .flatMap(({ path, type, binding }) => {
        if (type?.[0]?.code !== 'code' || binding?.strength !== 'required') return [];
        const codes = valueSetCodes(from, binding.valueSet ?? '');
        return codes === undefined ? [] : [[path, new Set(codes)] as const];
      }),
  );

const bound4 = boundCodes(r4, r4Types() as unknown as readonly StructureDefinition[]);
const bound5 = boundCodes(
  r5,
  inPackage<StructureDefinition>('hl7.fhir.r5.core', 'StructureDefinition').filter(
    ({ kind, derivation }) => kind !== 'logical' && derivation !== 'constraint',
  ),
);

const beyond = (
  one: ReadonlyMap<string, ReadonlySet<string>>,
  other: ReadonlyMap<string, ReadonlySet<string>>,
): readonly (readonly [string, readonly string[]])[] =>
  [...one].flatMap(([path, codes]) => {
    const there = other.get(path);
    const only = there === undefined ? [] : [...codes].filter((code) => !there.has(code));
    return only.length > 0 ? [[path, only] as const] : [];
  });

/** The displays of a code system for codes that another displays otherwise. */
const otherDisplays = (there: CodeSystem, here: CodeSystem): Readonly<Record<string, string>> => {
  const displays = new Map(allConcepts(here.concept).map(({ code, display }) => [code, display]));
  return Object.fromEntries(
    allConcepts(there.concept).flatMap(({ code, display }) =>
      display !== undefined && displays.has(code) && displays.get(code) !== display ? [[code, display]] : [],
    ),
  );
};

/** R5's code systems that R4 has under another name, has not, has with fewer codes, or displays otherwise. */
const systems = [...r5.systems.values()].flatMap((system) => {
  const { url = '', id } = system;
  if (!url.startsWith('http://hl7.org/fhir/')) return [];
  const name = r4.systems.has(url) || beside.has(url) ? url : `http://terminology.hl7.org/CodeSystem/${id}`;
  const there = r4.systems.get(name) ?? beside.get(name);
  if (there === undefined) return [[url, {}] as const];
  const known = new Set(conceptCodes(there.concept));
  const lacks =
    there.content === 'complete' ? conceptCodes(system.concept).filter((code) => !known.has(code)) : [];
  const displays = otherDisplays(there, system);
  const isOther = Object.keys(displays).length > 0;
  if (name === url && lacks.length === 0 && !isOther) return [];
  return [[url, { name, ...(lacks.length > 0 && { lacks }), ...(isOther && { displays }) }] as const];
});

/** Whether R4 has a value set with all codes that it has in R5, as far as both list them. */
const isInR4 = (url: string): boolean => {
  if (!r4.valueSets.has(url)) return besideSets.has(url);
  const [here, there] = [valueSetCodes(r5, url), valueSetCodes(r4, url)];
  return here === undefined || there === undefined || here.every((code) => there.includes(code));
};

/** R5's value sets that R4 does not have, or with fewer codes. */
const valueSets = [...r5.valueSets.keys()].filter((url) => !isInR4(url)).sort();

const lines = (entries: readonly (readonly [string, unknown])[]): string =>
  `{\n${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',\n')}\n}`;

writeFileSync(
  join(import.meta.dirname, 'generated/r4-codes.json'),
  `{"onlyR4":${lines(beyond(bound4, bound5))},\n"onlyR5":${lines(beyond(bound5, bound4))},\n"systems":${lines(systems)},\n"valueSets":[\n${valueSets.map((url) => JSON.stringify(url)).join(',\n')}\n]}\n`,
);
