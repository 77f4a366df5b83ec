// Runs fhirpy with the models of fhir.resources against the server: node test/clients/python/run.ts
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { install, runClients } from '../run-clients.ts';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');

const missing =
  spawnSync('python3', ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 10))']).status === 0
    ? undefined
    : 'Python 3.10 or newer with venv is missing: fhirpy needs it';

await runClients(missing, (folder) => {
  install('python3', ['-m', 'venv', folder]);
  const python = join(folder, 'bin/python');
  install(python, [
    ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'],
    ...['--only-binary', ':all:', '--requirement', REQUIREMENTS],
  ]);
  return [{ name: 'fhirpy', command: [python, '-B', join(import.meta.dirname, 'fhirpy_client.py')] }];
});
