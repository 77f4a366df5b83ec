import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Express } from 'express';
import type { OperationOutcome } from 'fhir/r5.js';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { abstractPage } from './documents.ts';
import { longText, REFUSED, TAKEN } from './refused-documents.ts';
import { createServer } from './server.ts';

const MAIN = fileURLToPath(new URL('../../bin/trialbridge.js', import.meta.url));
const SECONDS = 20;
const MEGABYTE = 1_000_000;

/** What a refusal says, as one text. */
const said = ({ issue }: OperationOutcome): string => issue.map(({ details }) => details?.text).join('\n');

/** Whatever a refusal says, it shows nothing of how the program is made. */
const INSIDE = /\.ts:|node_modules|\n\s+at /;

describe('$ingest refuses, stores nothing and lives on:', () => {
  const send = (app: Express, bytes: Buffer, contentType: string) =>
    request(app)
      .post('/fhir/$ingest')
      .set('Content-Type', contentType)
      .timeout(SECONDS * 1000)
      .serialize((whole) => whole)
      .send(bytes);

  const expectRefused = async (bytes: Buffer, contentType: string, status: number): Promise<string> => {
    const { app, rows, logged } = await createServer();
    const answer = await send(app, bytes, contentType);
    expect(answer.status, answer.text).toBe(status);
    const outcome: OperationOutcome = JSON.parse(answer.text);
    expect(outcome.resourceType).toBe('OperationOutcome');
    expect(outcome.issue.map(({ severity }) => severity)).toEqual(['error']);
    expect(answer.text).not.toMatch(INSIDE);
    expect(await rows()).toBe(0);
    expect(logged).toEqual([]);
    await request(app).get('/fhir/metadata').expect(200);
    return said(outcome);
  };

  test.each(REFUSED)('$name', async ({ bytes, contentType, takenFor, missing }) => {
    const [looksLike = '', notFound = ''] = (await expectRefused(bytes, contentType, 422)).split('not found');
    expect(looksLike).toMatch(takenFor);
    expect(notFound).toMatch(missing);
  });

  test('an empty file', async () => {
    expect(await expectRefused(Buffer.alloc(0), 'text/plain', 400)).toMatch(/no document/);
  });

  test('an empty file in a Binary', async () => {
    const binary = JSON.stringify({ resourceType: 'Binary', contentType: 'text/plain', data: 'IAo=' });
    expect(await expectRefused(Buffer.from(binary), 'application/fhir+json', 422)).toMatch(
      /an empty document/,
    );
  });

  test('20 MB of text', async () => {
    expect(await expectRefused(longText(20 * MEGABYTE), 'text/plain', 413)).toMatch(/larger|large|bytes|MB/i);
  });

  test('1.9 MB of prose about no trial, in bounded time', async () => {
    expect(await expectRefused(longText(1.9 * MEGABYTE), 'text/plain', 422)).toMatch(/not found/);
  });

  test('a trial after several of them is taken', async () => {
    const { app } = await createServer();
    for (const { bytes, contentType } of [...REFUSED.slice(0, 3), ...REFUSED.slice(-3)])
      expect((await send(app, bytes, contentType)).status).toBe(422);
    await send(app, Buffer.from(abstractPage()), 'text/plain').expect(201);
  });

  test.each(TAKEN)('but not a trial with %s', async (_, page) => {
    const { app } = await createServer();
    const answer = await send(app, Buffer.from(page), 'text/plain');
    expect(answer.status, answer.text).toBe(201);
  });
});

describe('trialbridge map refuses, writes no resource and says why:', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const map = async (files: readonly string[]) => {
    const child = spawn(process.execPath, [MAIN, 'map', '--ndjson', ...files], {
      cwd: folder,
      timeout: SECONDS * 1000,
    });
    const exit = once(child, 'exit');
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: ((await exit) as [number | null])[0], out, err };
  };

  test('each of them, on a line of its own, and goes on to the next', async () => {
    const names = REFUSED.map(({ bytes }, at) => {
      const name = `${at}.txt`;
      writeFileSync(join(folder, name), bytes);
      return name;
    });
    writeFileSync(join(folder, 'trial.txt'), abstractPage());
    const { code, out, err } = await map([...names, 'trial.txt']);
    expect(code).toBe(1);
    const bundles = out.trimEnd().split('\n');
    expect(bundles.map((line) => JSON.parse(line).entry[0].resource.id)).toEqual(['NCT99999901']);
    expect(err).not.toMatch(INSIDE);
    for (const [at, { name, takenFor, missing }] of REFUSED.entries()) {
      const [line = '', ...more] = err.split('\n').filter((one) => one.startsWith(`${at}.txt`));
      expect(more, name).toEqual([]);
      expect(line, name).toMatch(new RegExp(`^${at}\\.txt: error: .*${takenFor.source}`));
      expect(line, name).toMatch(new RegExp(`not found in it: .*${missing.source}`));
    }
  });

  test.each([
    ['an empty file', Buffer.alloc(0), /an empty document/],
    ['20 MB of text', longText(20 * MEGABYTE), /characters.*at most/],
    ['1.9 MB of prose about no trial', longText(1.9 * MEGABYTE), /not found/],
  ])('%s, alone', async (_, bytes, why) => {
    writeFileSync(join(folder, 'alone.txt'), bytes);
    const { code, out, err } = await map(['alone.txt']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^alone\.txt: error: /);
    expect(err).toMatch(why);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
