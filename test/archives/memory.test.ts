import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentsIn } from '../../src/archives/documents.ts';
import { zip } from './write-zip.ts';

const COUNT = 5_000;
const MEGABYTE = 1024 * 1024;

/** A record of 40 kB. */
const record = (number: number): string =>
  JSON.stringify({ number, text: `${number} of many, `.repeat(2_400) });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const lines = function* () {
  for (let number = 0; number < COUNT; number++) yield `${record(number)}\n`;
};

const tarred = (): Readable => {
  const archive = pack();
  const add = (number: number): void => {
    if (number === COUNT) archive.finalize();
    else archive.entry({ name: `${number}.json` }, record(number), () => add(number + 1));
  };
  add(0);
  return Readable.from(archive);
};

const write = (path: string, from: Readable) =>
  pipeline(from, createGzip({ level: 1 }), createWriteStream(path));

test.each<[string, (path: string) => Promise<void>]>([
  ['a.ndjson.gz', (path) => write(path, Readable.from(lines()))],
  ['a.tar.gz', (path) => write(path, tarred())],
  [
    'a.zip',
    async (path) => {
      const content = Buffer.from(record(1));
      const files = Array.from({ length: COUNT }, (_, number) => ({ name: `${number}.json`, content }));
      writeFileSync(path, zip(files));
    },
  ],
])('the documents of an archive are not held in memory: %s', async (name, make) => {
  const path = join(folder, name);
  await make(path);
  const held = (): number => {
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / MEGABYTE;
  };
  const before = held();
  let most = 0;
  let count = 0;
  for await (const entry of documentsIn(path)) {
    if ('problem' in entry) throw new Error(entry.problem);
    count += 1;
    if (count % 50 === 0) most = Math.max(most, held() - before);
  }
  expect(count).toBe(COUNT);
  // Unpacked they are 190 MB.
  expect(most).toBeLessThan(120);
});
