import { readFileSync } from 'node:fs';
import { CANONICAL } from '../fhir/canonical.ts';
import type { SearchParameter, SearchParameters } from '../fhir/search/search-parameter.ts';
import { R4_TYPES } from './types.ts';

/** A search parameter of R4 and the one of R5 that finds the same. */
export interface R4SearchParameter {
  /** The resource type in R4. */
  readonly type: string;
  readonly code: string;
  readonly url: string;
  readonly description: string;
  /** The code of the one of R5. */
  readonly r5: string;
  /** The codes that stand for a code of R4, where they are others. */
  readonly codes?: NonNullable<SearchParameter['codes']>;
}

const FILE = new URL('../../profiles/generated/r4-search-parameters.json', import.meta.url);

let byType: ReadonlyMap<string, readonly R4SearchParameter[]> | undefined;

const rowsOf = (type: string): readonly R4SearchParameter[] => {
  byType ??= Map.groupBy(
    JSON.parse(readFileSync(FILE, 'utf8')) as readonly R4SearchParameter[],
    (one) => one.type,
  );
  return byType.get(type) ?? [];
};

/** A parameter with those of the types it leads to that R4 has; none if it leads nowhere then. */
const inR4 = (parameter: SearchParameter): readonly SearchParameter[] => {
  const target = parameter.target?.filter((type) => R4_TYPES.get(type) === type);
  return target?.length === 0 ? [] : [{ ...parameter, ...(target && { target }) }];
};

const isOwn = ({ url }: SearchParameter): boolean => url?.startsWith(CANONICAL) === true;

/** Those of all types; what R4 defines in words alone has no definition there. */
const commonParameters = (served: SearchParameters): readonly SearchParameter[] => {
  const defined = new Set(rowsOf('Resource').map(({ url }) => url));
  return served
    .of('Resource')
    .filter(({ base }) => base === 'Resource')
    .map(({ url, ...one }) => ({ ...one, ...(url !== undefined && defined.has(url) && { url }) }));
};

/** Those of R4's definitions, of all types, and of this project that R4 has no other for. */
const parametersOf = (type: string, served: SearchParameters): readonly SearchParameter[] => {
  const stored = R4_TYPES.get(type) ?? type;
  const own = served.of(stored);
  const renamed = rowsOf(type).flatMap(({ code, url, description, r5, codes }) => {
    const found = served.find(stored, r5);
    return found ? [{ ...found, code, indexedAs: r5, url, description, ...(codes && { codes }) }] : [];
  });
  const known = new Set(renamed.map(({ code }) => code));
  const others = own.filter((one) => one.base === stored && isOwn(one) && !known.has(one.code));
  return [...renamed, ...commonParameters(served), ...others].flatMap(inR4);
};

const made = new WeakMap<SearchParameters, SearchParameters>();

/** The search parameters that are served, by R4's names: https://hl7.org/fhir/R4/searchparameter-registry.html */
export const searchParametersOfR4 = (served: SearchParameters): SearchParameters => {
  const already = made.get(served);
  if (already !== undefined) return already;
  const all = new Map([...R4_TYPES.keys()].map((type) => [type, parametersOf(type, served)] as const));
  const common = commonParameters(served);
  const of = (type: string): readonly SearchParameter[] => all.get(type) ?? common;
  const parameters: SearchParameters = {
    of,
    find: (type, code) =>
      // The way of a parameter may lead over what R4 has no type for.
      all.has(type) || type === 'Resource'
        ? of(type).find((one) => one.code === code)
        : served.find(type, code),
  };
  made.set(served, parameters);
  return parameters;
};
