import type { CodeSystem, ValueSet } from 'fhir/r5.js';
import { type Place, piecesOf } from '../pieces.ts';
import type { TerminologyResources } from './resources.ts';

const FOLDER = new URL('../../../profiles/generated/core/', import.meta.url);

const NEW_LINE = 0x0a;

/** The entries of a JSON object that has one a line, by key. */
const entriesIn = (bytes: Buffer): ReadonlyMap<string, Place> => {
  const found = new Map<string, Place>();
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

/** The entries of a file, each parsed when first asked for. */
const lazyEntries = <R>(file: string): ((key: string) => R | undefined) => {
  const entry = piecesOf(new URL(file, FOLDER), entriesIn);
  const parsed = new Map<string, R>();
  return (key) => {
    const known = parsed.get(key);
    if (known !== undefined) return known;
    const text = entry(key);
    if (text === undefined) return undefined;
    const value = JSON.parse(text) as R;
    parsed.set(key, value);
    return value;
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
