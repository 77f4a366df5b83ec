import { constants, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A definition package of the npm registry: https://hl7.org/fhir/R5/packages.html */
export const PACKAGES = [
  'hl7.fhir.r5.core',
  'hl7.fhir.r5.expansions',
  'hl7.terminology.r5',
  'hl7.fhir.uv.extensions.r5',
] as const;
export type PackageName = (typeof PACKAGES)[number] | 'hl7.terminology.r4' | 'hl7.fhir.uv.extensions.r4';

const NODE_MODULES = join(import.meta.dirname, '../node_modules');

const manifest = (name: PackageName): { version: string } =>
  JSON.parse(readFileSync(join(NODE_MODULES, name, 'package.json'), 'utf8'));

/** The installed package as FHIR tools name it: `hl7.fhir.r5.core#5.0.0`. */
export const packageId = (name: PackageName): string => `${name}#${manifest(name).version}`;

const folder = (home: string, id: string): string => {
  const path = join(home, '.fhir/packages', id, 'package');
  mkdirSync(path, { recursive: true });
  return path;
};

/** Where a package lies in the cache of a home folder. */
export const packageFolder = (home: string, name: PackageName): string => folder(home, packageId(name));

/** Lays the installed definition packages out as the FHIR package cache of a home folder. */
export const writePackageCache = (home: string, names: readonly PackageName[]): void => {
  for (const name of names) {
    const target = packageFolder(home, name);
    for (const file of readdirSync(join(NODE_MODULES, name)).filter((entry) => entry.endsWith('.json'))) {
      // Copies, because SUSHI does not follow links to files; as clones where the file system can.
      copyFileSync(join(NODE_MODULES, name, file), join(target, file), constants.COPYFILE_FICLONE);
    }
    // Terminology and extensions ask for versions of each other that do not exist, and tools would look for them.
    const withoutDependencies = { ...manifest(name), dependencies: {} };
    writeFileSync(join(target, 'package.json'), JSON.stringify(withoutDependencies));
  }
  // Without the layout version it knows, the official validator empties the folder.
  writeFileSync(join(home, '.fhir/packages/packages.ini'), '[cache]\nversion = 4\n\n[urls]\n\n[local]\n');
};

/** Adds an empty package, for a tool that insists on one whose content is not needed. */
export const writeEmptyPackage = (home: string, name: string, version: string): void => {
  writeFileSync(
    join(folder(home, `${name}#${version}`), 'package.json'),
    JSON.stringify({ name, version, fhirVersions: ['5.0.0'], dependencies: {} }),
  );
};
