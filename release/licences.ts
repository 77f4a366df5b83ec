// Checks that every package that the program runs with may be passed on with it: node release/licences.ts
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isLicensedBy } from './spdx.ts';

/** Licences that ask for no more than their own text to be kept. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Python-2.0',
]);

/** Packages with terms of their own, which were read and ask for no more either, by the hash of these terms. */
const READ: Readonly<Record<string, string>> = {
  fhirpath: 'e3845fb19fe87896d697d9f350e90ad1c00255ffbf2882d843d3009e589a4dac',
  '@lhncbc/ucum-lhc': 'ce376744b303732fd459938dd06ae943bec8384310d7cf0e46250d10d96ac140',
};

interface Locked {
  readonly dev?: boolean;
  readonly license?: string;
}

interface Manifest {
  readonly license?: string | { readonly type: string };
}

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

const { packages } = json<{ readonly packages: Readonly<Record<string, Locked>> }>('package-lock.json');

/** The licence of a package that is installed, else as the lock has it, of another platform. */
const licenceOf = (path: string, locked: Locked): string => {
  if (!existsSync(`${path}/package.json`)) return locked.license ?? 'none';
  const { license = 'none' } = json<Manifest>(`${path}/package.json`);
  return typeof license === 'string' ? license : license.type;
};

const hasTermsThatWereRead = (path: string, name: string): boolean =>
  READ[name] !== undefined &&
  existsSync(`${path}/LICENSE.md`) &&
  createHash('sha256')
    .update(readFileSync(`${path}/LICENSE.md`))
    .digest('hex') === READ[name];

const used = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
const refused = used.flatMap(([path, locked]) => {
  const name = path.replace(/^.*node_modules\//, '');
  const licence = licenceOf(path, locked);
  return isLicensedBy(licence, ALLOWED) || hasTermsThatWereRead(path, name) ? [] : [`${name}: ${licence}`];
});
for (const one of refused) console.error(one);
console.log(`${used.length} packages, ${refused.length} with a licence that is not allowed`);
process.exitCode = refused.length === 0 ? 0 : 1;
