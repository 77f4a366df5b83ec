import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeSystem, CodeSystemConcept, ValueSet } from 'fhir/r5.js';
import { packageFolder } from '../../profiles/package-cache.ts';

const NODE_MODULES = join(import.meta.dirname, '../../node_modules');

const MEDIA_TYPES = [
  'text/plain',
  'text/html',
  'text/xml',
  'application/xml',
  'application/json',
  'application/fhir+json',
  'application/fhir+xml',
  'application/json-patch+json',
  'application/pdf',
  'application/dicom',
  'application/elm+xml',
  'audio/mpeg',
  'image/gif',
  'image/jpeg',
  'image/png',
  'text/cql',
  'text/fhirpath',
  'application/hl7-cda+xml',
  'application/hl7-v3+xml',
  'application/json-patch+json',
  'application/signature+xml',
  'application/xml-patch+xml',
  'text/x-hl7-text+xml',
  'application/txt',
  'x-application/hl7-v2+er7',
  'json',
  'xml',
];

const TIME_ZONES = ['America/New_York', 'Europe/Vienna'];

const UNITS = ['ms', 's', 'min', 'h', 'd', 'wk', 'mo', 'a', 'mg', 'g', 'kg', 'mL', 'L', '%', '1'];

/**
 * Writes core's value sets that import others as plain lists of their codes, from the official expansions: without
 * a terminology server the validator takes no code without a system (`SearchParameter.base`) for one of theirs.
 */
export const flattenImportingValueSets = (home: string): void => {
  const expansions = packageFolder(home, 'hl7.fhir.r5.expansions');
  for (const file of readdirSync(expansions).filter((name) => name.startsWith('ValueSet-'))) {
    const { expansion, ...valueSet } = JSON.parse(readFileSync(join(expansions, file), 'utf8')) as ValueSet;
    if (!valueSet.compose?.include.some((include) => include.valueSet !== undefined)) continue;
    const bySystem = Map.groupBy(expansion?.contains ?? [], ({ system }) => system);
    const include = [...bySystem].flatMap(([system, concepts]) =>
      system === undefined
        ? []
        : [{ system, concept: concepts.flatMap(({ code }) => (code === undefined ? [] : [{ code }])) }],
    );
    const flat = JSON.stringify({ ...valueSet, compose: { include } });
    writeFileSync(join(packageFolder(home, 'hl7.fhir.r5.core'), file), flat);
  }
};

/** Writes the value set of units of a core package with those in use here: of a unit without its system the validator takes none for UCUM's. */
export const writeUnits = (core: string): void => {
  const file = join(core, 'ValueSet-ucum-units.json');
  const valueSet = JSON.parse(readFileSync(file, 'utf8')) as ValueSet;
  const include = [{ system: 'http://unitsofmeasure.org', concept: UNITS.map((code) => ({ code })) }];
  writeFileSync(file, JSON.stringify({ ...valueSet, compose: { include } }));
};

/**
 * Writes the media types, time zones, language tags and currencies in use here into a core package as their code
 * systems, which are in no package: without them the validator takes every one for an error
 * (https://github.com/hapifhir/org.hl7.fhir.core/issues/1248), currencies only once it has met their system. They say that they are complete, because the validator looks for a
 * code without a system in no fragment.
 */
export const writeUnpublishedCodeSystems = (core: string): void => {
  const write = (id: string, url: string, concept: readonly CodeSystemConcept[]): void => {
    const codeSystem: CodeSystem = {
      resourceType: 'CodeSystem',
      id,
      url,
      version: '1',
      status: 'active',
      content: 'complete',
      caseSensitive: false,
      concept: concept.map(({ code, display }) => ({ code, ...(display !== undefined && { display }) })),
    };
    writeFileSync(join(core, `CodeSystem-${id}.json`), JSON.stringify(codeSystem));
  };
  const valueSet = (packageName: string, name: string): ValueSet =>
    JSON.parse(readFileSync(join(NODE_MODULES, packageName, `ValueSet-${name}.json`), 'utf8')) as ValueSet;
  const languages = valueSet('hl7.fhir.r5.core', 'languages').compose?.include ?? [];
  write(
    'language-tags',
    'urn:ietf:bcp:47',
    languages.flatMap(({ concept }) => concept ?? []),
  );
  const { expansion } = valueSet('hl7.fhir.r5.expansions', 'currencies');
  write(
    'currencies',
    'urn:iso:std:iso:4217',
    (expansion?.contains ?? []).flatMap(({ code, display = '' }) =>
      code === undefined ? [] : [{ code, display }],
    ),
  );
  write(
    'time-zones',
    'https://www.iana.org/time-zones',
    TIME_ZONES.map((code) => ({ code })),
  );
  write(
    'media-types',
    'urn:ietf:bcp:13',
    MEDIA_TYPES.map((code) => ({ code })),
  );
};
