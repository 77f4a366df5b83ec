import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeSystem, ValueSet } from 'fhir/r5.js';
import { packageFolder } from '../../profiles/package-cache.ts';

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
  'json',
  'xml',
];

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

/**
 * Writes the media types and language tags in use here as their code systems, which are in no package: without them
 * the validator takes every one for an error (https://github.com/hapifhir/org.hl7.fhir.core/issues/1248). They say
 * that they are complete, because the validator looks for a code without a system in no fragment.
 */
export const writeUnpublishedCodeSystems = (home: string): void => {
  const core = packageFolder(home, 'hl7.fhir.r5.core');
  const write = (id: string, url: string, codes: readonly string[]): void => {
    const codeSystem: CodeSystem = {
      resourceType: 'CodeSystem',
      id,
      url,
      version: '1',
      status: 'active',
      content: 'complete',
      caseSensitive: false,
      concept: codes.map((code) => ({ code })),
    };
    writeFileSync(join(core, `CodeSystem-${id}.json`), JSON.stringify(codeSystem));
  };
  const languages: ValueSet = JSON.parse(readFileSync(join(core, 'ValueSet-languages.json'), 'utf8'));
  const tags = languages.compose?.include.flatMap(({ concept }) => concept ?? []) ?? [];
  write(
    'language-tags',
    'urn:ietf:bcp:47',
    tags.map(({ code }) => code),
  );
  write('media-types', 'urn:ietf:bcp:13', MEDIA_TYPES);
};
