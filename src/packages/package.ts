import { basename } from 'node:path';
import type { FhirResource } from 'fhir/r5.js';
import { BrokenArchive } from '../archives/entry.ts';
import { readArchive } from './archive.ts';

/** A FHIR package: https://hl7.org/fhir/R5/packages.html */
export interface FhirPackage {
  readonly name: string;
  readonly version: string;
  /** Its canonical resources, read when they are asked for: the latest version where none is named. */
  readonly find: (type: string, url: string, version?: string) => FhirResource | undefined;
}

interface Manifest {
  readonly name?: unknown;
  readonly version?: unknown;
  readonly fhirVersions?: unknown;
  readonly 'fhir-version-list'?: unknown;
}

/** Resources lie in the folder itself; what is in folders of it is for other uses. */
const RESOURCE = /^(?:\.\/)?package\/[^/]+\.json$/;
const MANIFEST = /^(?:\.\/)?package\/package\.json$/;

/** A resource as far as it has to be known before it is asked for. */
interface Entry {
  readonly version: string;
  readonly bytes: Buffer;
  resource?: FhirResource;
}

type Json = Readonly<Record<string, unknown>>;

const parsed = (name: string, bytes: Buffer): Json => {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new BrokenArchive(`“${name}” is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BrokenArchive(`“${name}” holds no JSON object`);
  return value as Json;
};

/** Checks that it is a package, and one for R5. */
const identity = (manifest: Manifest | undefined): { readonly name: string; readonly version: string } => {
  if (manifest === undefined) throw new BrokenArchive('it has no package/package.json');
  const { name, version } = manifest;
  if (typeof name !== 'string' || typeof version !== 'string')
    throw new BrokenArchive('its package.json has no name or no version');
  const versions = manifest.fhirVersions ?? manifest['fhir-version-list'];
  if (Array.isArray(versions) && !versions.some((one) => String(one).startsWith('5.')))
    throw new BrokenArchive(`it is for FHIR ${versions.join(', ')}, not for R5`);
  return { name, version };
};

const latest = (a: Entry, b: Entry): number => b.version.localeCompare(a.version, 'en', { numeric: true });

/** Finds a canonical resource in the first package that has it. */
export const findInPackages =
  (packages: readonly FhirPackage[]): FhirPackage['find'] =>
  (type, url, version) => {
    for (const { find } of packages) {
      const found = find(type, url, version);
      if (found !== undefined) return found;
    }
    return undefined;
  };

/** Reads a package from a `.tgz`. Throws BrokenArchive, and what the operating system refuses. */
export const readPackage = async (path: string): Promise<FhirPackage> => {
  const entries = new Map<string, Entry[]>();
  let manifest: Manifest | undefined;
  await readArchive(
    path,
    (name) => RESOURCE.test(name) && !basename(name).startsWith('.'),
    (name, bytes) => {
      const value = parsed(name, bytes);
      if (MANIFEST.test(name)) manifest = value;
      const { resourceType, url, version } = value;
      if (typeof resourceType !== 'string' || typeof url !== 'string') return;
      const key = `${resourceType} ${url}`;
      const entry = { version: typeof version === 'string' ? version : '', bytes };
      entries.set(key, [...(entries.get(key) ?? []), entry].sort(latest));
    },
  );
  return {
    ...identity(manifest),
    find: (type, url, version) => {
      const entry = entries
        .get(`${type} ${url}`)
        ?.find((one) => version === undefined || one.version === version);
      if (entry === undefined) return undefined;
      entry.resource ??= JSON.parse(entry.bytes.toString('utf8')) as FhirResource;
      return entry.resource;
    },
  };
};
