import { readFileSync } from 'node:fs';
import type { CodeSystem, ValueSet } from 'fhir/r5.js';
import type { TerminologyResources } from './resources.ts';

const FOLDER = new URL('../../../profiles/generated/core/', import.meta.url);

const NEW_LINE = 0x0a;

/** The entries of a JSON object that has one a line, by key; each is parsed when first asked for. */
const lazyEntries = <R>(file: string): ((key: string) => R | undefined) => {
  let places: Map<string, readonly [start: number, end: number]> | undefined;
  let bytes: Buffer;
  const read = new Map<string, R>();
  const index = (): Map<string, readonly [start: number, end: number]> => {
    bytes = readFileSync(new URL(file, FOLDER));
    const found = new Map<string, readonly [number, number]>();
    for (let start = 0, end = 0; start < bytes.length; start = end + 1) {
      end = bytes.indexOf(NEW_LINE, start);
      const value = bytes.indexOf('": ', start) + 3;
      if (value > 2 && value < end)
        found.set(bytes.toString('utf8', start + 1, value - 3), [
          value,
          bytes[end - 1] === 0x2c ? end - 1 : end,
        ]);
    }
    return found;
  };
  return (key) => {
    places ??= index();
    const place = places.get(key);
    if (place === undefined) return undefined;
    const known = read.get(key) ?? (JSON.parse(bytes.toString('utf8', ...place)) as R);
    read.set(key, known);
    return known;
  };
};

const codeSystems = lazyEntries<CodeSystem>('code-systems.json');
const valueSets = lazyEntries<ValueSet>('value-sets.json');

const ofVersion = <R extends { version?: string | undefined }>(
  resource: R | undefined,
  version: string | undefined,
): R | undefined => (version === undefined || resource?.version === version ? resource : undefined);

/** The code systems and value sets of R5, of HL7 Terminology, of R5's extensions and our own, one version of each. */
export const packaged: TerminologyResources = {
  codeSystem: (url, version) => ofVersion(codeSystems(url), version),
  valueSet: (url, version) => ofVersion(valueSets(url), version),
};
