import type { CodeSystem, FhirResource, ValueSet } from 'fhir/r5.js';
import { packaged } from '../fhir/terminology/packaged.ts';
import { canonicalParts, type TerminologyResources } from '../fhir/terminology/resources.ts';
import { type Result, refusal } from './result.ts';

/** Finds a stored resource by its canonical URL; without a version, the latest. */
export type Stored = (
  type: 'ValueSet' | 'CodeSystem',
  url: string,
  version?: string,
) => Promise<FhirResource | undefined>;

const key = (url: string, version?: string): string => (version === undefined ? url : `${url}|${version}`);

/** A stored or, if there is none, packaged resource. */
const find = async (
  stored: Stored,
  type: 'ValueSet' | 'CodeSystem',
  url: string,
  version: string | undefined,
): Promise<FhirResource | undefined> => {
  const own = await stored(type, url, version);
  if (own?.resourceType === type) return own;
  return type === 'ValueSet' ? packaged.valueSet(url, version) : packaged.codeSystem(url, version);
};

/** Code systems and value sets that a request needs, stored ones before packaged ones. */
export class StoredResources implements TerminologyResources {
  readonly #stored: Stored;
  readonly #valueSets = new Map<string, ValueSet>();
  readonly #codeSystems = new Map<string, CodeSystem>();
  readonly #asked = new Set<string>();

  constructor(stored: Stored) {
    this.#stored = stored;
  }

  valueSet(url: string, version?: string): ValueSet | undefined {
    return this.#valueSets.get(key(url, version));
  }

  codeSystem(url: string, version?: string): CodeSystem | undefined {
    return this.#codeSystems.get(key(url, version));
  }

  /** Puts in a code system that comes with the request, in place of a stored one. */
  add(codeSystem: CodeSystem): void {
    const { url = '', version } = codeSystem;
    for (const name of [key(url), key(url, version)]) {
      this.#asked.add(`CodeSystem ${name}`);
      this.#codeSystems.set(name, codeSystem);
    }
  }

  /** Looks up a code system. */
  async loadCodeSystem(url: string, version?: string): Promise<CodeSystem | undefined> {
    const name = key(url, version);
    if (!this.#asked.has(`CodeSystem ${name}`)) {
      this.#asked.add(`CodeSystem ${name}`);
      const found = await find(this.#stored, 'CodeSystem', url, version);
      if (found?.resourceType === 'CodeSystem') {
        this.#codeSystems.set(name, found);
        // Where any version will do, one that is needed anyway does.
        if (!this.#codeSystems.has(url)) this.#codeSystems.set(url, found);
      }
    }
    return this.codeSystem(url, version);
  }

  /** Looks up a value set and all that it refers to. */
  async loadValueSet(url: string, version?: string): Promise<ValueSet | undefined> {
    const name = key(url, version);
    if (!this.#asked.has(`ValueSet ${name}`)) {
      this.#asked.add(`ValueSet ${name}`);
      const found = await find(this.#stored, 'ValueSet', url, version);
      if (found?.resourceType === 'ValueSet') {
        this.#valueSets.set(name, found);
        await this.loadReferred(found);
      }
    }
    return this.valueSet(url, version);
  }

  /** Looks up all that a value set refers to. */
  async loadReferred({ compose }: ValueSet): Promise<void> {
    for (const { system, version, valueSet } of [...(compose?.include ?? []), ...(compose?.exclude ?? [])]) {
      if (system !== undefined) await this.loadCodeSystem(system, version);
      for (const canonical of valueSet ?? []) {
        const { url, version: pinned } = canonicalParts(canonical);
        await this.loadValueSet(url, pinned);
      }
    }
  }
}

/** A value set that is asked for: by canonical URL, or as it comes with the request. */
export interface ValueSetRequest {
  readonly url?: string;
  readonly valueSet?: ValueSet;
  readonly valueSetVersion?: string;
}

/** The value set of a request, with all that it refers to looked up. */
export const requestedValueSet = async (
  { url, valueSet, valueSetVersion }: ValueSetRequest,
  resources: StoredResources,
): Promise<Result<ValueSet>> => {
  if (valueSet !== undefined) {
    await resources.loadReferred(valueSet);
    return { value: valueSet };
  }
  if (url === undefined)
    return refusal('required', 'value-set-missing', 'A value set is to be named by its url');
  const parts = canonicalParts(url);
  const version = valueSetVersion ?? parts.version;
  const found = await resources.loadValueSet(parts.url, version);
  if (found) return { value: found };
  const name = `${parts.url}${version === undefined ? '' : `, version ${version},`}`;
  return refusal('not-found', 'value-set-unknown', `The value set ${name} is not known here`);
};
