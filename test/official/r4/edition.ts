import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageId, writePackageCache } from '../../../profiles/package-cache.ts';
import type { Tree } from '../../../src/fhir/exact-tree.ts';
import { convert } from '../../../src/r4/convert.ts';
import { textOf } from '../../../src/r4/item.ts';
import { DOWN } from '../../../src/r4/version.ts';
import { writeUnits, writeUnpublishedCodeSystems } from '../terminology.ts';
import { DEFINITIONS, type Edition } from '../validator.ts';
import { R4_CORE, writeR4Core } from './core-package.ts';

const BESIDE = ['hl7.terminology.r4', 'hl7.fhir.uv.extensions.r4'] as const;
const CROSS_VERSION = join(import.meta.dirname, '../../../node_modules/hl7.fhir.xver-extensions');

/** Writes the package from which the validator knows cross-version extensions. */
const writeCrossVersionPackage = (home: string): void => {
  const folder = join(home, '.fhir/packages/hl7.fhir.xver-extensions#0.1.0');
  const manifest = JSON.parse(readFileSync(join(CROSS_VERSION, 'package.json'), 'utf8')) as object;
  mkdirSync(join(folder, 'package'), { recursive: true });
  writeFileSync(join(folder, 'package/package.json'), JSON.stringify({ ...manifest, dependencies: {} }));
  cpSync(join(CROSS_VERSION, 'other'), join(folder, 'other'), { recursive: true });
};

/** Whether a definition of ours is of something that resources of R4 may have, too. */
const isForR4 = (name: string, text: string): boolean =>
  /^(CodeSystem|ValueSet)-/.test(name) || /"type": "Extension"/.test(text);

/** Writes our extensions, code systems and value sets as R4 has them. */
const writeDefinitions = (home: string): string => {
  const folder = join(home, 'definitions');
  mkdirSync(folder);
  for (const name of readdirSync(DEFINITIONS)) {
    const text = readFileSync(join(DEFINITIONS, name), 'utf8');
    if (!isForR4(name, text)) continue;
    const definition: Tree = JSON.parse(text);
    const type = textOf(definition.resourceType);
    writeFileSync(join(folder, name), JSON.stringify(convert(DOWN, definition, type, type)));
  }
  return folder;
};

/** R4 for the official validator. */
export const R4_EDITION: Edition = {
  packages: [R4_CORE, ...BESIDE.map(packageId)],
  prepare: (home) => {
    writePackageCache(home, BESIDE);
    const core = writeR4Core(home);
    writeUnits(core);
    writeUnpublishedCodeSystems(core);
    writeCrossVersionPackage(home);
    return writeDefinitions(home);
  },
};
