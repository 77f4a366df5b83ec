import type { FhirVersion } from './fhir-version.ts';
import { R4 } from './r4.ts';
import { R5 } from './r5.ts';

/** The versions of FHIR that are spoken. */
export const VERSIONS: readonly FhirVersion[] = [R5, R4];

/** The version that a media type names, as `4.0` or `4.0.1`: https://hl7.org/fhir/R5/http.html#version-parameter */
export const versionNamed = (name: string): FhirVersion | undefined =>
  VERSIONS.find((one) => name === one.name || name === one.number);

/** Where FHIR is served, and the version that is spoken there where the client names none. */
const BASE_VERSIONS: Readonly<Record<string, FhirVersion>> = { '/fhir': R5, '/r5': R5, '/r4': R4 };

/** The paths under which FHIR is served. */
export const BASES: readonly string[] = Object.keys(BASE_VERSIONS);

/** An address as the table of routes has it, under `/fhir`, with the base under which it stands. */
interface Based {
  readonly url: string;
  readonly base: string;
  /** What is spoken there where the client names no version. */
  readonly fhirVersion: FhirVersion;
}

/** Finds the base of an address, without its host; what is no part of FHIR is as it stands. */
export const based = (address: string): Based => {
  const [base = '/fhir'] = /^\/r[45](?=[/?]|$)/.exec(address) ?? [];
  return {
    url: base === '/fhir' ? address : `/fhir${address.slice(base.length)}`,
    base,
    fhirVersion: BASE_VERSIONS[base] ?? R5,
  };
};
