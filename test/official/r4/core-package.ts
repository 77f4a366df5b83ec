import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { r4Definitions } from '../../../profiles/r4-definitions.ts';

/** R4's core as FHIR tools name it. */
export const R4_CORE = 'hl7.fhir.r4.core#4.0.1';

const FILES = [
  'profiles-types',
  'profiles-resources',
  'profiles-others',
  'extension-definitions',
  'search-parameters',
  'valuesets',
  'v3-codesystems',
  'v2-tables',
  'conceptmaps',
];

/** Writes R4's core, which no registry of packages has, into the FHIR package cache of a home folder; where it lies there. */
export const writeR4Core = (home: string): string => {
  const folder = join(home, '.fhir/packages', R4_CORE, 'package');
  mkdirSync(folder, { recursive: true });
  for (const one of r4Definitions(...FILES)) {
    writeFileSync(join(folder, `${one.resourceType}-${one.id}.json`), JSON.stringify(one));
  }
  const [name, version] = R4_CORE.split('#');
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version, type: 'Core', fhirVersions: [version], dependencies: {} }),
  );
  return folder;
};
