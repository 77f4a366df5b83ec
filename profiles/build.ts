import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeEmptyPackage, writePackageCache } from './package-cache.ts';

const FSH = import.meta.dirname;
const RESOURCES = join(FSH, 'generated/resources');
const SUSHI = join(FSH, '../node_modules/fsh-sushi/dist/app.js');

/** Compiles the FSH files with SUSHI, offline and with snapshots, into `generated/resources`. */
const compile = (): void => {
  const folder = mkdtempSync(join(tmpdir(), 'profiles-'));
  try {
    writePackageCache(folder, ['hl7.fhir.r5.core', 'hl7.terminology.r5', 'hl7.fhir.uv.extensions.r5']);
    // SUSHI loads it for every project; nothing of it is used here.
    writeEmptyPackage(folder, 'hl7.fhir.uv.tools.r5', '0.0.0');
    const input = join(folder, 'input/fsh');
    mkdirSync(input, { recursive: true });
    for (const file of readdirSync(FSH).filter((name) => name.endsWith('.fsh'))) {
      copyFileSync(join(FSH, file), join(input, file));
    }
    copyFileSync(join(FSH, 'sushi-config.yaml'), join(folder, 'sushi-config.yaml'));
    const sushi = spawnSync(process.execPath, [SUSHI, 'build', '--snapshot', folder], {
      env: { ...process.env, HOME: folder },
      encoding: 'utf8',
    });
    const report = `${sushi.stdout}${sushi.stderr}`;
    if (sushi.status !== 0 || /^\s*(warn|error)\s/m.test(report)) throw new Error(report);
    const output = join(folder, 'fsh-generated/resources');
    rmSync(RESOURCES, { recursive: true, force: true });
    mkdirSync(RESOURCES, { recursive: true });
    for (const file of readdirSync(output)) copyFileSync(join(output, file), join(RESOURCES, file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

compile();
