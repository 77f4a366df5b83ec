// Runs the FHIR clients of npm against the server: node test/clients/npm/run.ts
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { install, runClients } from '../run-clients.ts';

const missing = spawnSync('npm', ['-v']).status === 0 ? undefined : 'npm is missing: it installs the clients';

await runClients(missing, (folder) => {
  cpSync(import.meta.dirname, folder, { recursive: true });
  install('npm', ['install', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund', '--silent'], {
    cwd: folder,
  });
  return ['fhir-kit-client', 'fhirclient', 'fhirclient-r4'].map((name) => ({
    name,
    command: [process.execPath, join(folder, `${name}.js`)],
  }));
});
