import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { commandInFolder } from '../command.ts';

const TIMEOUT = 120_000;

const { start } = commandInFolder();

/** A server with an empty database in memory; `err` is what it writes until it ends. */
const serve = async (...args: string[]) => {
  const child: ChildProcess = start(['serve', '--port', '0', '--database', 'sqlite::memory:', ...args]);
  const err = text(child.stderr!);
  for await (const chunk of child.stdout!) {
    const address = /http:\/\/\S+/.exec(String(chunk))?.[0];
    if (address !== undefined) return { child, address, err };
  }
  throw new Error(await err);
};

test(
  'logs each request with its id, and neither what is searched for nor tokens; counts what is stored and validated',
  async () => {
    const { child, address, err } = await serve();
    const body = '{"resourceType":"Organization","name":"Ward 7"}';
    const headers = { 'X-Request-Id': 'ours-1', 'Content-Type': 'application/fhir+json' };
    await fetch(`${address}/fhir/Organization`, { method: 'POST', headers, body });
    await fetch(`${address}/fhir/Organization/$validate`, {
      method: 'POST',
      headers,
      body: '{"resourceType":"Ward"}',
    });
    const authorization = { Authorization: 'Bearer to.ken.secret' };
    await fetch(`${address}/fhir/Organization?name=Hidden`, { headers: authorization });
    const metrics = await (await fetch(`${address}/metrics`)).text();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    const lines = (await err).trimEnd().split('\n');
    const logged = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'answered');
    expect(logged).toMatchObject([
      { requestId: 'ours-1', method: 'POST', interaction: 'create', status: 201, ms: expect.any(Number) },
      { requestId: 'ours-1', method: 'POST', interaction: '$validate', aborted: false },
      { method: 'GET', interaction: 'search-type', status: 200 },
    ]);
    expect(await err).not.toMatch(/Hidden|secret|Ward/);
    expect(metrics).toMatch(/^trialbridge_store_versions_total\{method="POST"\} 1$/m);
    expect(metrics).toMatch(/^trialbridge_validation_duration_seconds_count\{outcome="invalid"\} [1-9]/m);
    expect(metrics).toMatch(/^trialbridge_later_answers 0$/m);
    expect(metrics).toMatch(/^process_resident_memory_bytes \d/m);
  },
  TIMEOUT,
);

test(
  'goes on for a while once told to stop, and says that it stops; logs no more than it is told to',
  async () => {
    const { child, address, err } = await serve('--stop-delay', '5', '--log-level', 'warn');
    const ended = once(child, 'exit');
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    child.kill('SIGTERM');
    while ((await fetch(`${address}/readyz`)).status === 200) await after(20);
    const stops = await fetch(`${address}/readyz`);
    expect(await stops.json()).toMatchObject({ status: 'not ready', reason: 'the server is stopping' });
    expect((await fetch(`${address}/fhir/Organization`)).status).toBe(200);
    expect(await ended).toEqual([0, null]);
    await expect(fetch(`${address}/livez`)).rejects.toThrow();
    expect(await err).toBe('');
  },
  TIMEOUT,
);

test(
  'answers who offers HTTP/2 beside as it answers others',
  async () => {
    const { child, address } = await serve('--log-level', 'error');
    const asked = request(`${address}/fhir/Organization`, {
      method: 'POST',
      headers: {
        Connection: 'Upgrade, HTTP2-Settings',
        Upgrade: 'h2c',
        'HTTP2-Settings': 'AAEAAEAAAAIAAAAB',
        'Content-Type': 'application/fhir+json',
      },
    });
    asked.end('{"resourceType":"Organization","name":"Ward 7"}');
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(201);
    expect(await text(response)).toContain('Ward 7');
    child.kill('SIGTERM');
  },
  TIMEOUT,
);
