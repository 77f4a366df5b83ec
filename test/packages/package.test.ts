import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { StructureDefinition } from 'fhir/r5.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BrokenArchive } from '../../src/archives/entry.ts';
import { canonicals } from '../../src/commands/canonicals.ts';
import { content } from '../../src/fhir/content.ts';
import { findInPackages, readPackage } from '../../src/packages/package.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { type File, manifest, resource, tgz, writePackage } from './archive.ts';

const BASE = 'https://example.com/fhir';

const profile: StructureDefinition = {
  resourceType: 'StructureDefinition',
  id: 'ward',
  url: `${BASE}/StructureDefinition/ward`,
  version: '2.0.0',
  name: 'Ward',
  status: 'active',
  kind: 'resource',
  abstract: false,
  type: 'Organization',
  baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Organization',
  derivation: 'constraint',
  differential: {
    element: [
      { id: 'Organization', path: 'Organization' },
      {
        id: 'Organization.type',
        path: 'Organization.type',
        min: 1,
        binding: { strength: 'required', valueSet: `${BASE}/ValueSet/kinds` },
      },
    ],
  },
};
const kinds = (id: string, version: string, ...codes: readonly string[]) => ({
  resourceType: 'CodeSystem',
  id,
  url: `${BASE}/CodeSystem/kinds`,
  version,
  name: 'Kinds',
  status: 'active',
  content: 'complete',
  concept: codes.map((code) => ({ code })),
});
const valueSet = {
  resourceType: 'ValueSet',
  id: 'kinds',
  url: `${BASE}/ValueSet/kinds`,
  name: 'Kinds',
  status: 'active',
  compose: { include: [{ system: `${BASE}/CodeSystem/kinds` }] },
};

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'packages-'));
  file = join(folder, 'a.tgz');
});
afterAll(() => rmSync(folder, { recursive: true }));

const problemOf = async (bytes: Buffer): Promise<string> => {
  writeFileSync(file, bytes);
  const error = await readPackage(file).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(BrokenArchive);
  return (error as Error).message;
};

describe('a package', () => {
  test('gives its canonical resources, of any version or of the latest', async () => {
    await writePackage(file, [
      manifest(),
      resource(kinds('old', '1.9.0', 'a')),
      resource(kinds('new', '1.10.0', 'a', 'b')),
      ['package/example/CodeSystem-c.json', '{ no JSON'],
      ['package/.index.json', '{ no JSON'],
      ['package/notes.txt', 'words'],
      ['package/Patient-a.json', '{"resourceType":"Patient"}'],
    ]);
    const read = await readPackage(file);
    expect([read.name, read.version]).toEqual(['example.trials', '1.0.0']);
    const url = `${BASE}/CodeSystem/kinds`;
    expect(read.find('CodeSystem', url)).toMatchObject({ version: '1.10.0' });
    expect(read.find('CodeSystem', url, '1.9.0')).toMatchObject({ id: 'old' });
    expect(read.find('CodeSystem', url)).toBe(read.find('CodeSystem', url));
    expect(read.find('CodeSystem', url, '3')).toBeUndefined();
    expect(read.find('ValueSet', url)).toBeUndefined();
  });

  test('has its profiles and terminology used in validation, without a snapshot, too', async () => {
    await writePackage(file, [
      manifest(),
      resource(profile),
      resource(valueSet),
      resource(kinds('k', '1', 'ward')),
    ]);
    const packages = [await readPackage(file)];
    const validate = createValidator(canonicals([], findInPackages(packages)));
    const rules = (code?: string, claimed = profile.url): readonly string[] =>
      validate(
        content({
          resourceType: 'Organization',
          name: 'W',
          meta: { profile: [claimed] },
          ...(code && { type: [{ coding: [{ system: `${BASE}/CodeSystem/kinds`, code }] }] }),
        }),
      ).map(({ severity, rule }) => `${severity} ${rule}`);
    expect(rules('ward')).not.toContainEqual(expect.stringMatching(/^error/));
    expect(rules('wing')).toContain('error binding-required');
    expect(rules()).toContain('error cardinality-min');
    expect(rules('wing', `${BASE}/StructureDefinition/other`)).toContain('warning profile-unknown');
    expect(rules('ward', `${profile.url}|2.0.0`)).not.toContain('warning profile-unknown');
  });

  test('goes before those named after it', async () => {
    const [first, second] = await Promise.all(
      ['a', 'b'].map(async (id) => {
        const path = join(folder, `${id}.tgz`);
        await writePackage(path, [manifest(), resource(kinds(id, '1', id))]);
        return readPackage(path);
      }),
    );
    const find = findInPackages([first!, second!]);
    expect(find('CodeSystem', `${BASE}/CodeSystem/kinds`)).toMatchObject({ id: 'a' });
  });
});

describe('an archive is refused, with what is wrong,', () => {
  const link = { name: 'package/a.json', type: 'symlink', linkname: '/etc/passwd' } as const;
  const cases: readonly (readonly [string, readonly File[], string])[] = [
    ['without package.json', [resource(kinds('k', '1'))], 'package/package.json'],
    ['with a package.json elsewhere', [['other/package.json', '{}']], 'package/package.json'],
    ['without a name', [manifest({ name: 7 })], 'no name'],
    ['for another FHIR', [manifest({ fhirVersions: ['4.0.1'] })], '4.0.1'],
    [
      'with broken JSON',
      [manifest(), ['package/ValueSet-a.json', '{"a":']],
      '“package/ValueSet-a.json” is not JSON',
    ],
    ['with what is no object', [manifest(), ['package/ValueSet-a.json', '[]']], '“package/ValueSet-a.json”'],
    [
      'with what is not UTF-8',
      [manifest(), ['package/ValueSet-a.json', Buffer.from([0x22, 0xff, 0x22])]],
      'ValueSet-a',
    ],
    [
      'with a path that leads out',
      [manifest(), ['package/../../a.json', '{}']],
      '“package/../../a.json” leads out',
    ],
    ['with an absolute path', [manifest(), ['/etc/a.json', '{}']], '“/etc/a.json” leads out'],
    ['with a link', [manifest(), [link, '']], '“package/a.json” is a link'],
  ];
  test.each(cases)('%s', async (_, files, said) => {
    expect(await problemOf(await tgz(files))).toContain(said);
  });

  test('if it ends early, wherever that is', async () => {
    const whole = await tgz([
      manifest(),
      ...Array.from({ length: 20 }, (_, at) => resource(kinds(`k${at}`, `${at}`, `${at}`))),
    ]);
    for (const share of [0.01, 0.3, 0.6, 0.9, 0.99])
      expect(await problemOf(whole.subarray(0, Math.floor(whole.length * share)))).not.toBe('');
  });

  test('if its tar ends early', async () => {
    const { gunzipSync } = await import('node:zlib');
    const tar = gunzipSync(
      await tgz([manifest(), resource(kinds('k', '1', ...Array.from({ length: 99 }, String)))]),
    );
    expect(await problemOf(gzipSync(tar.subarray(0, 1800)))).not.toBe('');
  });

  test('if it is no archive', async () => {
    expect(await problemOf(Buffer.from('words'))).not.toBe('');
    expect(await problemOf(gzipSync('words'))).not.toBe('');
    expect(await problemOf(gzipSync(Buffer.alloc(4096, 'x')))).not.toBe('');
  });

  test('if it unpacks to more than any package holds', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    const files = Array.from({ length: 9 }, (_, at): File => [`package/other/${at}.bin`, zeros]);
    expect(await problemOf(await tgz([manifest(), ...files]))).toContain('more than 512 MB');
  }, 60_000);

  test('if there is no such file', async () => {
    await expect(readPackage(join(folder, 'none.tgz'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
