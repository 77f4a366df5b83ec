// Has SUSHI and the official validator load the package of the profiles: node test/official/package.ts
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeEmptyPackage, writePackageCache } from '../../profiles/package-cache.ts';
import { DEPENDENCIES, PROFILES } from '../../src/packages/implementation-guide.ts';
import { profilePackage } from '../../src/packages/profile-package.ts';
import { conformanceResources } from '../../src/store/conformance.ts';
import { isError, issueLine } from './issue.ts';
import { validatorLibrary } from './java.ts';
import { R5, validateOfficially } from './validator.ts';

const SUSHI = join(import.meta.dirname, '../../node_modules/fsh-sushi/dist/app.js');

const CONFIG = `canonical: https://example.org/fhir
id: example.local
status: draft
version: 1.0.0
fhirVersion: 5.0.0
FSHOnly: true
dependencies:
  ${PROFILES.name}: ${PROFILES.version}
  hl7.terminology.r5: ${DEPENDENCIES['hl7.terminology.r5']}
  hl7.fhir.uv.extensions.r5: ${DEPENDENCIES['hl7.fhir.uv.extensions.r5']}
  hl7.fhir.uv.tools.r5: 0.0.0
`;

/** A profile on one of ours. */
const PROFILE = `Profile: LocalStudy
Parent: https://w3id.org/trialbridge/fhir/StructureDefinition/trial-research-study
Id: local-study
Description: "Studies of one hospital"
* description 1..1
`;

/** A study that our profile refuses, as it has no narrative, and R5 does not. */
const STUDY = {
  resourceType: 'ResearchStudy',
  meta: { profile: ['https://w3id.org/trialbridge/fhir/StructureDefinition/trial-research-study'] },
  status: 'active',
};

const missing = validatorLibrary.missing();
if (missing !== undefined) {
  console.error(missing);
  process.exit(2);
}

const home = mkdtempSync(join(tmpdir(), 'package-'));
try {
  const file = join(home, 'profiles.tgz');
  writeFileSync(file, await profilePackage(conformanceResources()));

  const cached = join(home, '.fhir/packages', `${PROFILES.name}#${PROFILES.version}`);
  mkdirSync(cached, { recursive: true });
  spawnSync('tar', ['xzf', file, '-C', cached]);
  writePackageCache(home, ['hl7.fhir.r5.core', 'hl7.terminology.r5', 'hl7.fhir.uv.extensions.r5']);
  writeEmptyPackage(home, 'hl7.fhir.uv.tools.r5', '0.0.0');
  mkdirSync(join(home, 'guide/input/fsh'), { recursive: true });
  writeFileSync(join(home, 'guide/sushi-config.yaml'), CONFIG);
  writeFileSync(join(home, 'guide/input/fsh/local.fsh'), PROFILE);
  const sushi = spawnSync(process.execPath, [SUSHI, 'build', '--snapshot', join(home, 'guide')], {
    env: { ...process.env, HOME: home },
    encoding: 'utf8',
    timeout: 10 * 60_000,
  });
  const hasSushi = sushi.status === 0;
  console.log(hasSushi ? 'SUSHI: a profile on ours is made' : `SUSHI failed\n${sushi.stdout}${sushi.stderr}`);

  const prepare = (cache: string): string => {
    R5.prepare(cache);
    return file;
  };
  const [outcome] = await validateOfficially([JSON.stringify(STUDY)], undefined, { ...R5, prepare });
  const errors = outcome?.issue.filter(isError) ?? [];
  const isRefused =
    errors.length === 1 && errors[0]?.details?.text?.startsWith('ResearchStudy.text: minimum');
  console.log(['official validator:', ...errors.map(issueLine)].join('\n'));
  process.exitCode = hasSushi && isRefused ? 0 : 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
