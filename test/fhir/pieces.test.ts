import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Place, piecesOf } from '../../src/fhir/pieces.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pieces-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The lines of a file, by their first character. */
const linesIn = (bytes: Buffer): ReadonlyMap<string, Place> => {
  const lines = new Map<string, Place>();
  for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
    end = bytes.indexOf('\n', start);
    lines.set(bytes.toString('utf8', start, start + 1), [start, end]);
  }
  return lines;
};

test('are found by key, places being counted in bytes', () => {
  const file = join(folder, 'lines');
  writeFileSync(file, 'a wörd – 🙂\nb\nc last\n');
  const piece = piecesOf(pathToFileURL(file), linesIn);
  expect(['c', 'a', 'b', 'a', 'd'].map(piece)).toEqual([
    'c last',
    'a wörd – 🙂',
    'b',
    'a wörd – 🙂',
    undefined,
  ]);
});

test('are all of the file that was opened, whatever takes its name', () => {
  const file = join(folder, 'lines');
  writeFileSync(file, 'a one\nb two\n');
  const piece = piecesOf(pathToFileURL(file), linesIn);
  expect(piece('a')).toBe('a one');
  writeFileSync(join(folder, 'other'), 'b elsewhere\n');
  renameSync(join(folder, 'other'), file);
  expect(piece('b')).toBe('b two');
});

test('of a file that is not there cannot be had', () => {
  const piece = piecesOf(pathToFileURL(join(folder, 'none')), linesIn);
  expect(() => piece('a')).toThrow('ENOENT');
});
