import type { CapabilityStatement } from 'fhir/r5.js';
import type { Answer } from './answer.ts';
import { call } from './api.ts';
import { request } from './client.ts';

/** A search parameter as the server takes it. */
export interface SearchChoice {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly modifiers: readonly string[];
  /** What may stand before its values: `ge`, `lt`, … */
  readonly prefixes: readonly string[];
}

const listed = (documentation: string, name: string): readonly string[] =>
  new RegExp(`^${name}: (.*)\\.$`, 'm').exec(documentation)?.[1]?.split(', ') ?? [];

/** Asks the server what it can do: https://hl7.org/fhir/R5/http.html#capabilities */
export const capabilities = (signal?: AbortSignal): Promise<Answer<CapabilityStatement>> =>
  request<CapabilityStatement>(call('GET', '/fhir/metadata', {}), signal);

/** The types that the server stores. */
export const typesOf = ({ rest = [] }: CapabilityStatement): readonly string[] =>
  (rest[0]?.resource ?? []).map(({ type }) => type);

/** What a type can be searched by, the parameters of every type included. */
export const searchChoices = ({ rest = [] }: CapabilityStatement, type: string): readonly SearchChoice[] => {
  const resource = rest[0]?.resource?.find((one) => one.type === type);
  return [...(resource?.searchParam ?? []), ...(rest[0]?.searchParam ?? [])].map(
    ({ name, type: kind, documentation = '' }) => ({
      name,
      type: kind,
      description: documentation.split('\n')[0] ?? '',
      modifiers: listed(documentation, 'Modifiers'),
      prefixes: listed(documentation, 'Prefixes'),
    }),
  );
};

/** What can be included with what is found of a type, by the parameter that asks for it. */
export const includesOf = (
  { rest = [] }: CapabilityStatement,
  type: string,
): Readonly<Record<string, readonly string[]>> => {
  const resource = rest[0]?.resource?.find((one) => one.type === type);
  return { _include: resource?.searchInclude ?? [], _revinclude: resource?.searchRevInclude ?? [] };
};
