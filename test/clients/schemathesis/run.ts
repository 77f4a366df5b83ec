// Runs schemathesis over the OpenAPI document of a server: node test/clients/schemathesis/run.ts [SECONDS [OPTION…]]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../../running-server.ts';
import { install } from '../run-clients.ts';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');

/**
 * What is checked of each answer. Left out is what a schema of FHIR cannot promise: that what is valid by it is accepted
 * (invariants, references), and that everything else is refused.
 */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
  'unsupported_method',
  'allow_header_conformance',
  'use_after_free',
  'ensure_resource_availability',
];

const [seconds = '420', ...options] = process.argv.slice(2);

const folder = mkdtempSync(join(tmpdir(), 'schemathesis-'));
try {
  install('python3', ['-m', 'venv', folder]);
  install(join(folder, 'bin/python'), [
    ...['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps'],
    ...['--only-binary', ':all:', '--requirement', REQUIREMENTS],
  ]);
  const server = await startServer('--allow-purge');
  const { status, error } = spawnSync(
    join(folder, 'bin/schemathesis'),
    [
      ...['run', new URL('/openapi.json', server.base).href],
      ...['--checks', CHECKS.join(',')],
      ...['--phases', 'coverage,fuzzing', '--max-examples', '5', '--max-time', seconds],
      ...['--continue-on-failure', '--request-timeout', '30', '--generation-database', 'none'],
      ...['--suppress-health-check', 'all', '--no-shrink', '--no-color', '--seed', '1'],
      ...options,
    ],
    { stdio: 'inherit', cwd: folder, timeout: (Number(seconds) + 120) * 1000 },
  );
  if (error !== undefined) console.error(error.message);
  process.exitCode = status === 0 ? 0 : 1;
  await server.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
