import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const RUN = fileURLToPath(new URL('run.ts', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'seeds-'));

afterAll(() => rmSync(scratch, { recursive: true }));

const run = (...args: string[]) =>
  spawnSync(process.execPath, [RUN, ...args], { encoding: 'utf8', timeout: 20_000 });

const expectRefused = (result: ReturnType<typeof run>, sentence: RegExp) => {
  expect(result.status).toBe(2);
  expect(result.stdout).toBe('');
  expect(result.stderr).toMatch(sentence);
  expect(result.stderr.trimEnd()).not.toContain('\n');
};

test('without a folder, it says so in a sentence and fails', () => {
  expectRefused(run(), /^Name the folder/);
});

test('with two folders, it says so in a sentence and fails', () => {
  expectRefused(run(scratch, scratch), /^Name one folder/);
});

test('with a folder that is not there, it names all five documents and fails', () => {
  expectRefused(run(join(scratch, 'nowhere')), /nowhere lacks 000_…, 001_…, 002_…, 003_…, 004_…/);
});

test('with a folder that lacks one document, it names that one and fails', () => {
  const four = join(scratch, 'four');
  mkdirSync(four);
  for (const name of ['000_a.txt', '001_b.txt', '002_c.txt', '004_e.txt'])
    writeFileSync(join(four, name), '');
  expectRefused(run(four), /lacks 003_…\.$/m);
});
