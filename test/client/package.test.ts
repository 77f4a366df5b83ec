import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ROOT } from '../docs/pages.ts';
import { type RunningServer, startServer } from '../running-server.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

const run = (cwd: string, command: string, ...args: readonly string[]) =>
  promisify(execFile)(command, args, { cwd, timeout: 100_000 });

let folder: string;
let app: string;
let server: RunningServer;

/** Writes a file of a project that has installed the client, with the address of the server. */
const write = (name: string, text: string): void =>
  writeFileSync(join(app, name), text.replace('http://127.0.0.1:8080/fhir', server.base));

/** Checks the types of a file of that project; what is wrong. */
const check = async (name: string, ...options: readonly string[]): Promise<string> => {
  const strict = ['--noEmit', '--strict', '--target', 'es2024', '--lib', 'es2024,dom,dom.iterable'];
  try {
    return (await run(app, process.execPath, TSC, ...strict, ...options, name)).stdout;
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
};

beforeAll(async () => {
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), 'client-'));
  const client = join(folder, 'client');
  await run(ROOT, process.execPath, TSC, '-p', 'openapi/client', '--outDir', client);
  await run(ROOT, process.execPath, 'openapi/client/package.ts', client);
  // What the client needs comes from here: nothing is fetched.
  await run(folder, 'npm', 'pack', './client', join(ROOT, 'node_modules/@types/fhir/'));
  app = join(folder, 'app');
  mkdirSync(app);
  writeFileSync(join(app, 'package.json'), '{"type":"module"}');
  symlinkSync(join(ROOT, 'samples'), join(app, 'samples'));
  const packed = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  const quietly = ['--offline', '--no-audit', '--no-fund', '--cache', join(folder, 'cache')];
  await run(app, 'npm', 'install', ...quietly, ...packed.map((name) => join(folder, name)));
});

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

test('it needs the types of FHIR alone, and runs from plain JavaScript', async () => {
  expect(readdirSync(join(app, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    '@types',
    'trialbridge-client',
  ]);
  write(
    'plain.js',
    `import { TrialbridgeClient } from 'trialbridge-client';
import { FhirError } from 'trialbridge-client/error';
const trials = new TrialbridgeClient('http://127.0.0.1:8080/fhir');
const { id } = await trials.create({ resourceType: 'Organization', name: 'Ward 1' });
for await (const { name } of trials.search('Organization', { _id: id })) console.log(name);
await trials.read('Organization', 'none').catch((error) => console.log(error instanceof FhirError, error.status));
`,
  );
  const { stdout } = await run(app, process.execPath, 'plain.js');
  expect(stdout).toBe('Ward 1\ntrue 404\n');
});

test('the example in its own page has the right types, and works', async () => {
  const page = readFileSync(join(app, 'node_modules/trialbridge-client/README.md'), 'utf8');
  const [, example = ''] = /^```ts\n(.*?)^```$/ms.exec(page) ?? [];
  write('example.ts', example);
  const bundled = ['--module', 'esnext', '--moduleResolution', 'bundler'];
  const ofNode = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')];
  expect(await check('example.ts', ...bundled, ...ofNode)).toBe('');
  const { stdout, stderr } = await run(app, process.execPath, 'example.ts');
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^Coughs in 24 hours.* \d/m);
  expect(stdout).toContain('ResearchStudy NCT99999907');
});

test('its types refuse what the server does not know', async () => {
  const right = `import { TrialbridgeClient } from 'trialbridge-client';
const trials = new TrialbridgeClient('http://127.0.0.1:8080/fhir', { token: () => 'x' });
trials.search('Evidence', { study: 'x', 'title:contains': 'x', date: ['ge2030', 'lt2031'], _count: 9 });
trials.search('Patient', { birthdate: '1970' });
trials.patch('Evidence', 'x', [{ op: 'remove', path: '/title' }]);
trials.read('ResearchStudy', 'x').then(({ id, meta, recruitment }) => [id.length, meta.versionId.length, recruitment]);
`;
  const wrong = [
    `trials.search('Evidence', { colour: 'red' });`,
    `trials.search('Evidence', { 'colour:exact': 'red' });`,
    `trials.search('Evidence', { _total: 'perhaps' });`,
    `trials.search('Evidence', { _format: 'xml' });`,
    `trials.read('Trial', 'x');`,
    `trials.exportAs('x', 'word');`,
    `trials.ingest('x', 'image/png');`,
    `trials.preview('x', 'image/png');`,
    `trials.pool({ effect: 'XY' });`,
    `trials.check({ resourceType: 'Organization' });`,
    `trials.update({ resourceType: 'Organization' });`,
    `trials.patch('Evidence', 'x', [{ op: 'erase', path: '/title' }]);`,
    `trials.read('Evidence', 'x').then(({ recruitment }) => recruitment);`,
  ];
  write('wrong.ts', right + wrong.join('\n'));
  const first = right.split('\n').length;
  const said = await check('wrong.ts', '--module', 'nodenext');
  const lines = [...said.matchAll(/^wrong\.ts\((\d+),/gm)].map(([, line]) => Number(line) - first);
  expect(lines).toEqual([...wrong.keys()]);
});
