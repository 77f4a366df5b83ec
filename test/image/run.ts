// Starts the server as the image has it, in a clean copy with what it needs alone: node test/image/run.ts
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { copied, environment, instructed, ROOT } from './dockerfile.ts';

const folder = mkdtempSync(join(tmpdir(), 'image-'));
try {
  for (const path of copied) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
  const [install = ''] = instructed('RUN');
  const installed = spawnSync(install, { cwd: folder, shell: true, stdio: 'inherit', timeout: 10 * 60_000 });
  if (installed.status !== 0) throw new Error(`${install} failed`);

  const [, ...args] = JSON.parse(instructed('ENTRYPOINT')[0] ?? '') as string[];
  const here = {
    TRIALBRIDGE_HOST: '127.0.0.1',
    TRIALBRIDGE_PORT: '0',
    TRIALBRIDGE_DATABASE: 'sqlite::memory:',
  };
  const server = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, ...environment, ...here },
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 5 * 60_000,
  });
  const ended = once(server, 'exit');
  let failed = 0;
  for await (const line of createInterface({ input: server.stdout })) {
    const [address] = /http:\S+/.exec(line) ?? [];
    const body = '{"resourceType":"ResearchStudy","status":"active"}';
    const headers = { 'Content-Type': 'application/fhir+json' };
    for (const [path, init] of [
      ['/readyz', {}],
      ['/metrics', {}],
      ['/package.tgz', {}],
      ['/openapi.json', {}],
      ['/fhir/metadata', {}],
      ['/fhir/ResearchStudy/$validate', { method: 'POST', headers, body }],
      ['/fhir/ResearchStudy', { headers: { Accept: 'application/fhir+xml' } }],
    ] as const) {
      const { status } = await fetch(`${address}${path}`, init);
      if (status !== 200) failed += 1;
      console.log(`${path}: ${status}`);
    }
    server.kill('SIGTERM');
  }
  const [code] = await ended;
  console.log(`stopped: ${code}`);
  process.exitCode = failed === 0 && code === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
