import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentsIn } from '../../src/archives/documents.ts';
import { type File, tgz } from '../packages/archive.ts';
import { zip } from './write-zip.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What an archive of that name holds, as `place = text` or `place ! problem`. */
const told = async (name: string, bytes: string | Buffer, from?: number): Promise<readonly string[]> => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const entries = await Array.fromAsync(documentsIn(path, from));
  return entries.map((entry) => {
    const place = `${entry.position} ${entry.place ?? ''}`.trim();
    return 'bytes' in entry ? `${place} = ${Buffer.from(entry.bytes)}` : `${place} ! ${entry.problem}`;
  });
};

const tar = async (files: readonly File[]): Promise<Buffer> => {
  const archive = pack();
  for (const [header, content] of files)
    archive.entry(typeof header === 'string' ? { name: header } : header, content);
  archive.finalize();
  return buffer(archive);
};

/** Text that packs badly, so that what is cut off of an archive holds some of it. */
const noise = (length: number, seed: number): string => {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 90));
  }).join('');
};

const FILES = [
  ['a.json', 'A'],
  ['deep/b.xml', 'B'],
] as const;
const HELD = ['0 a.json = A', '1 deep/b.xml = B'];
const zipped = FILES.map(([name, content]) => ({ name, content }));

describe('the documents in', () => {
  test.each<[string, () => Buffer | Promise<Buffer>]>([
    ['a.zip', () => zip(zipped)],
    ['stored.zip', () => zip(zipped.map((file) => ({ ...file, method: 0 })))],
    ['streamed.zip', () => zip(zipped.map((file) => ({ ...file, streamed: true })))],
    ['a.zip.download', () => zip(zipped)],
    ['a.tar', () => tar(FILES)],
    ['a.tar.gz', () => tgz(FILES)],
    ['a.tgz', () => tgz(FILES)],
    ['a.download', () => tgz(FILES)],
  ])('%s are its files', async (name, bytes) => {
    expect(await told(name, await bytes())).toEqual(HELD);
    expect(await told(name, await bytes(), 1)).toEqual(HELD.slice(1));
    expect(await told(name, await bytes(), 2)).toEqual([]);
  });

  test.each([
    ['a.ndjson', (text: string) => text],
    ['a.jsonl', (text: string) => text],
    ['a.ndjson.gz', (text: string) => gzipSync(text)],
    ['two.ndjson.gz', (text: string) => Buffer.concat([gzipSync(text.slice(0, 5)), gzipSync(text.slice(5))])],
  ])('%s are its lines', async (name, packed) => {
    const held = ['0 1 = {"a":1}', '2 3 = {"b":2}', '3 4 = {"c":3}'];
    expect(await told(name, packed('{"a":1}\r\n \n{"b":2}\n{"c":3}'))).toEqual(held);
    expect(await told(name, packed('{"a":1}\n\n{"b":2}\n{"c":3}\n'), 1)).toEqual(held.slice(1));
  });

  test.each([
    ['a.json', 'A'],
    ['none', ''],
    ['a.json.gz', gzipSync('A')],
  ])('%s are the file itself', async (name, bytes) => {
    expect(await told(name, bytes)).toEqual([name === 'none' ? '0 =' : '0 = A'].map((one) => one.padEnd(4)));
    expect(await told(name, bytes, 1)).toEqual([]);
  });

  test('an archive are not what is no document, whatever its name leads to', async () => {
    const names = [
      'folder/',
      '.DS_Store',
      '__MACOSX/a.json',
      'x/._a.json',
      '../a.json',
      '/b.json',
      './c.json',
    ];
    const held = ['0 ../a.json = x', '1 /b.json = x', '2 ./c.json = x'];
    const files = names.map((name) => ({ name, content: name.endsWith('/') ? '' : 'x' }));
    expect(await told('names.zip', zip(files))).toEqual(held);
    const link: File = [{ name: 'l.json', type: 'symlink', linkname: '/etc/passwd' }, ''];
    const inTar = files.map(
      ({ name, content }): File => [{ name, type: name.endsWith('/') ? 'directory' : 'file' }, content],
    );
    expect(await told('names.tar', await tar([link, ...inTar]))).toEqual(held);
  });

  test('an empty archive are none', async () => {
    expect(await told('empty.zip', zip([]))).toEqual([]);
    expect(await told('empty.tar.gz', await tgz([]))).toEqual([]);
    expect(await told('empty.ndjson', '')).toEqual([]);
  });
});

describe('of what is wrong in an archive the rest is read:', () => {
  const bomb = Buffer.alloc(4 * 1024 * 1024);
  test.each([
    ['a wrong checksum', { content: 'X', crc: 7 }, 'it is damaged: its checksum is another'],
    ['encryption', { content: 'X', encrypted: true }, 'it is encrypted'],
    [
      'an unknown method',
      { content: 'X', method: 12 },
      'it is packed by a method that is not read here (12)',
    ],
    ['a bomb', { content: bomb }, 'it unpacks to more than 200 times its size'],
    ['a size that is too small', { content: bomb, size: 1000 }, /too many bytes/],
    ['a size that is too large', { content: 'X', size: 1000 }, /not enough bytes/],
    [
      'a size beyond all bounds',
      { content: 'X', size: 300 * 1024 * 1024 },
      'it is longer than 256 MB unpacked',
    ],
    ['an archive in it', { content: zip(zipped) }, 'it is an archive in an archive (zip); unpack it first'],
  ])('%s', async (_, file, problem) => {
    const archive = zip([zipped[0]!, { name: 'x', ...file }, zipped[1]!]);
    const [first, second, third, ...more] = await told('wrong.zip', archive);
    expect([first, third, ...more]).toEqual(['0 a.json = A', '2 deep/b.xml = B']);
    expect(second?.replace(/^1 x ! /, '')).toMatch(problem);
  });

  test('archives in a tar archive', async () => {
    const files: File[] = [
      ['x.zip', zip(zipped)],
      ['x.gz', gzipSync('x')],
      ['x.tar', await tar(FILES)],
      ['a', 'A'],
    ];
    const nested = ['zip', 'gzip', 'tar'].map((kind) =>
      expect.stringContaining(`an archive in an archive (${kind})`),
    );
    expect(await told('nested.tgz', await tgz(files))).toEqual([...nested, '3 a = A']);
    expect(await told('nested.gz', gzipSync(gzipSync('x')))).toEqual([expect.stringContaining('(gzip)')]);
  });

  test('a file of a tar archive that is longer than any document', async () => {
    const whole = await tar([['a', 'A']]);
    const header = Buffer.from(whole.subarray(0, 512));
    header.write('77777777777 ', 124, 'latin1');
    header.write('        ', 148, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
    const found = await told(
      'long.tar',
      Buffer.concat([whole.subarray(0, 1024), header, Buffer.alloc(2048)]),
    );
    expect(found[0]).toBe('0 a = A');
    expect(found.at(-1)).toMatch(/^1 ! /);
  });
});

describe('what is cut off', () => {
  const many = Array.from({ length: 40 }, (_, index): [string, string] => [
    `${index}.txt`,
    noise(3000, index + 1),
  ]);
  const all = many.map(([name, content], index) => `${index} ${name} = ${content}`);
  const lines = many.map(([, content]) => content);
  const inLines = lines.map((content, index) => `${index} ${index + 1} = ${content}`);

  test.each<[string, () => Promise<Buffer> | Buffer, readonly string[]]>([
    ['cut.tar', () => tar(many), all],
    ['cut.tar.gz', () => tgz(many), all],
    ['cut.ndjson.gz', () => gzipSync(lines.join('\n')), inLines],
    ['cut.zip', () => zip(many.map(([name, content]) => ({ name, content }))), all],
    ['streamed-cut.zip', () => zip(many.map(([name, content]) => ({ name, content, streamed: true }))), all],
    ['stored-cut.zip', () => zip(many.map(([name, content]) => ({ name, content, method: 0 }))), all],
  ])('is read up to there: %s', async (name, archive, whole) => {
    const bytes = await archive();
    for (const part of [0.3, 0.55, 0.8]) {
      const found = await told(name, bytes.subarray(0, Math.floor(bytes.length * part)));
      expect(found.length).toBeGreaterThanOrEqual(Math.floor(40 * part));
      expect(found.length).toBeLessThan(41);
      expect(found.slice(0, -1)).toEqual(whole.slice(0, found.length - 1));
      expect(found.at(-1)).toMatch(/^\d+ ! /);
    }
  });

  test('is told where nothing is left of it', async () => {
    expect(await told('nothing.gz', gzipSync('x').subarray(0, 5))).toEqual([
      expect.stringMatching(/^0 ! it cannot/),
    ]);
    expect(await told('nothing.zip', zip(zipped).subarray(0, 3))).toEqual([expect.stringMatching(/^0 ! /)]);
    expect(await told('nothing.tar', Buffer.from('x'))).toEqual([expect.stringMatching(/^0 ! /)]);
    expect(await Array.fromAsync(documentsIn(join(folder, 'not-there')))).toEqual([
      { position: 0, problem: 'there is no such file or folder' },
    ]);
  });
});
