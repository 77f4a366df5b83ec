import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementDefinition, Extension, StructureDefinition } from 'fhir/r5.js';
import { exactValue } from '../src/fhir/exact-tree.ts';

// Writes the definitions that profiles are made of, R5's and those of the extensions package, to
// `generated/base-definitions.ndjson`: one a line, by URL, without their snapshots, which are made from their
// differentials. Same input, same bytes.

const PACKAGES = ['hl7.fhir.r5.core', 'hl7.fhir.uv.extensions.r5'];
const OUT = join(import.meta.dirname, 'generated', 'base-definitions.ndjson');

/** Definitions whose differentials leave out what their snapshots have: of an interface, and of values that are not FHIR's. */
const keepsSnapshot = ({ kind, name }: StructureDefinition): boolean =>
  kind === 'primitive-type' || name === 'MetadataResource';

/** Extensions for R5's own publication. */
const isOfPublication = ({ url }: Extension): boolean =>
  /^http:\/\/hl7\.org\/fhir\/(tools|build)\//.test(url);

/** Extensions that say how far a definition has come, and with whom. */
const isOfProgress = ({ url }: Extension): boolean =>
  /\/structuredefinition-(category|fmm|normative-version|security-category|standards-status|summary|wg)$/.test(
    url,
  );

const without = <E extends { extension?: Extension[] | undefined }>(
  element: E,
  isDropped: (extension: Extension) => boolean,
): E => {
  const { extension = [], ...rest } = element;
  const kept = extension.filter((one) => !isDropped(one));
  return { ...(kept.length > 0 && { extension: kept }), ...rest } as E;
};

/** An element of a differential; its id is left out where it is the path. */
const baseElement = (element: ElementDefinition): ElementDefinition => {
  const { id, binding, ...rest } = without(element, isOfPublication);
  return {
    ...(id !== rest.path && id !== undefined && { id }),
    ...rest,
    ...(binding && { binding: without(binding, isOfPublication) }),
  };
};

/** A definition without its narrative, those who published it, and what is made of the rest. */
const baseDefinition = (definition: StructureDefinition): StructureDefinition => {
  const { url, text, meta, contact, jurisdiction, identifier, publisher, purpose, snapshot, ...rest } =
    without(definition, (one) => isOfPublication(one) || isOfProgress(one));
  return {
    // First, so that a reader finds the line by it.
    url,
    ...rest,
    differential: { element: (definition.differential?.element ?? []).map(baseElement) },
    ...(snapshot &&
      keepsSnapshot(definition) && { snapshot: { element: snapshot.element.map(baseElement) } }),
  };
};

const definitions = PACKAGES.flatMap((name) => {
  const folder = join(import.meta.dirname, '..', 'node_modules', name);
  return readdirSync(folder)
    .filter((file) => file.startsWith('StructureDefinition-') && file.endsWith('.json'))
    .map((file) => exactValue(readFileSync(join(folder, file), 'utf8')) as StructureDefinition);
});
const lines = definitions
  .filter(({ differential }) => differential !== undefined)
  .map(baseDefinition)
  .sort((a, b) => (a.url < b.url ? -1 : 1))
  .map((definition) => `${JSON.stringify(definition)}\n`);
writeFileSync(OUT, lines.join(''));
