// Writes the profiles as a FHIR package: npm run build:package [-- FILE]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PROFILES } from '../src/packages/implementation-guide.ts';
import { profilePackage } from '../src/packages/profile-package.ts';
import { conformanceResources } from '../src/store/conformance.ts';

const file = resolve(process.argv[2] ?? `dist/${PROFILES.name}-${PROFILES.version}.tgz`);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, await profilePackage(conformanceResources()));
console.log(file);
