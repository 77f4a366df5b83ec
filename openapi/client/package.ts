// Makes a package of the compiled client: tsc -p openapi/client --outDir FOLDER && node openapi/client/package.ts FOLDER
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import root from '../../package.json' with { type: 'json' };

const [folder = ''] = process.argv.slice(2);
const ROOT = join(import.meta.dirname, '../..');

const exported = (name: string) => ({
  types: `./src/client/${name}.d.ts`,
  default: `./src/client/${name}.js`,
});

const manifest = {
  name: 'trialbridge-client',
  version: root.version,
  description: 'A typed client of Trialbridge, for Node and browsers.',
  license: root.license,
  type: 'module',
  sideEffects: false,
  exports: {
    '.': exported('client'),
    './error': exported('fhir-error'),
    './query': exported('query'),
    './bulk-export': exported('bulk-export'),
  },
  // What it declares is said in the types of FHIR.
  dependencies: { '@types/fhir': root.devDependencies['@types/fhir'] },
};

writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
copyFileSync(join(ROOT, 'LICENSE'), join(folder, 'LICENSE'));
copyFileSync(join(import.meta.dirname, 'README.md'), join(folder, 'README.md'));
// The compiler leaves out what is a declaration already.
mkdirSync(join(folder, 'openapi'), { recursive: true });
copyFileSync(join(ROOT, 'openapi/types.d.ts'), join(folder, 'openapi/types.d.ts'));
