import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Element, ElementDefinition, FhirResource } from 'fhir/r5.js';
import { writeEmptyPackage, writePackageCache } from './package-cache.ts';

const FSH = import.meta.dirname;
const RESOURCES = join(FSH, 'generated/resources');
const SUSHI = join(FSH, '../node_modules/fsh-sushi/dist/app.js');

/** Extensions for R5's own publication, whose definitions come in no package that a validator has. */
const isToolsExtension = ({ url }: { url: string }): boolean =>
  url.startsWith('http://hl7.org/fhir/tools/StructureDefinition/');

const withoutToolsExtensions = <E extends Element>({ extension, ...element }: E) => {
  const kept = extension?.filter((one) => !isToolsExtension(one)) ?? [];
  return { ...(kept.length > 0 && { extension: kept }), ...element };
};

/** Whether a binding can be meant for one of an element's types: https://hl7.org/fhir/R5/terminologies.html */
const isBindable = ({ type = [] }: ElementDefinition): boolean =>
  type.some(({ code }) => code !== 'Reference');

const ownElement = ({ example: _, binding, ...element }: ElementDefinition) => ({
  ...element,
  ...(binding && isBindable(element) && { binding: withoutToolsExtensions(binding) }),
});

/** A compiled resource without what SUSHI copies from R5's definition and is not true of ours: its maturity, its examples, a choice's bindings where only references are left of it. */
const own = (resource: FhirResource): object => {
  if (resource.resourceType !== 'StructureDefinition') return resource;
  const { extension: _, snapshot, ...definition } = resource;
  return { ...definition, snapshot: { element: snapshot?.element.map(ownElement) } };
};

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
    for (const file of readdirSync(output)) {
      const resource = own(JSON.parse(readFileSync(join(output, file), 'utf8')));
      writeFileSync(join(RESOURCES, file), `${JSON.stringify(resource, null, 2)}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Runs another generator of this folder, which reads what was compiled. */
const generate = (script: string): void => {
  const run = spawnSync(process.execPath, [join(FSH, script)], { stdio: 'inherit' });
  if (run.status !== 0) throw new Error(`${script} failed`);
};

compile();
generate('operation-definitions.ts');
generate('elements.ts');
generate('r4-elements.ts');
generate('r4-codes.ts');
generate('base-definitions.ts');
generate('definitions.ts');
generate('search-parameters.ts');
generate('r4-search-parameters.ts');
generate('implicit-systems.ts');
