import { readFileSync } from 'node:fs';
import type { SearchParameter as Definition } from 'fhir/r5.js';
import { isResourceType } from '../elements.ts';
import { fhirPathEngine } from '../fhirpath-engine.ts';
import type { Issue } from '../issue.ts';
import { RESOURCE_TYPES } from '../resource-type.ts';
import { served } from './definition.ts';
import { isA } from './path-types.ts';
import type { SearchParameter, SearchParameters } from './search-parameter.ts';

const FILE = new URL('../../../profiles/generated/search-parameters.json', import.meta.url);

const registry = (all: readonly SearchParameter[]): SearchParameters => {
  const byKey = new Map(all.map((one) => [`${one.base} ${one.code}`, one]));
  const byBase = Map.groupBy(byKey.values(), ({ base }) => base);
  const ofAll = byBase.get('Resource') ?? [];
  const byType = new Map(
    [...byBase].filter(([base]) => base !== 'Resource').map(([base, own]) => [base, [...own, ...ofAll]]),
  );
  return {
    of: (type) => byType.get(type) ?? ofAll,
    find: (type, code) => byKey.get(`${type} ${code}`) ?? byKey.get(`Resource ${code}`),
  };
};

const all = (): readonly SearchParameter[] => JSON.parse(readFileSync(FILE, 'utf8'));

let builtIn: { readonly registry: SearchParameters; readonly byUrl: ReadonlyMap<string, SearchParameter> };

const builtInOnce = (): typeof builtIn => {
  if (builtIn === undefined) {
    const read = all();
    builtIn = {
      registry: registry(read),
      byUrl: new Map(read.flatMap((one) => (one.url === undefined ? [] : [[one.url, one]]))),
    };
  }
  return builtIn;
};

/** The search parameters of R5 and our own: https://hl7.org/fhir/R5/searchparameter-registry.html */
export const builtInSearchParameters = (): SearchParameters => builtInOnce().registry;

/** These search parameters and more; one more of the same type and code takes the place of the other. */
export const withMore = (base: SearchParameters, more: readonly SearchParameter[]): SearchParameters => {
  if (more.length === 0) return base;
  const added = registry(more);
  const byType = new Map<string, readonly SearchParameter[]>();
  const merged = (type: string): readonly SearchParameter[] => {
    const own = added.of(type);
    const codes = new Set(own.map(({ code }) => code));
    return [...base.of(type).filter(({ code }) => !codes.has(code)), ...own];
  };
  return {
    of: (type) => {
      const known = byType.get(type) ?? merged(type);
      // Names of types that are unknown may come from outside: they are not kept.
      if (isResourceType(type)) byType.set(type, known);
      return known;
    },
    find: (type, code) => added.find(type, code) ?? base.find(type, code),
  };
};

const TYPES: ReadonlySet<string> = new Set([
  'number',
  'date',
  'string',
  'token',
  'reference',
  'composite',
  'quantity',
  'uri',
]);

/** The types a base stands for: itself, or those that specialise it (`DomainResource`); `Resource` for all. */
const typesOfBase = (base: string): readonly string[] =>
  base === 'Resource' ? [base] : RESOURCE_TYPES.filter((type) => isA(type, base));

const isFhirPath = (expression: string): boolean => {
  try {
    fhirPathEngine().fhirpath.parse(expression);
    return true;
  } catch {
    return false;
  }
};

const refused = (element: string, text: string): Issue => ({
  severity: 'error',
  code: 'not-supported',
  rule: 'search-parameter-not-served',
  text: `This search parameter cannot be served: ${text}`,
  expression: `SearchParameter.${element}`,
});

const wholeFaults = ({ code, type, expression, base, component = [] }: Definition): readonly Issue[] => {
  const issues: Issue[] = [];
  if (!/^[A-Za-z][\w-]*$/.test(code))
    issues.push(
      refused(
        'code',
        `its code “${code}” is no name of letters, digits and hyphens; those that begin with “_” are FHIR's own`,
      ),
    );
  if (!TYPES.has(type)) issues.push(refused('type', `of type ${type} are only parameters known beforehand`));
  if (expression === undefined)
    issues.push(refused('expression', 'it has no expression that finds the values'));
  for (const [path, text] of [
    ['expression', expression ?? '$this'],
    ...component.map((one, index) => [`component[${index}].expression`, one.expression]),
  ] as const) {
    if (!isFhirPath(text)) issues.push(refused(path, `“${text}” is no FHIRPath`));
  }
  if (type === 'composite' && component.length < 2)
    issues.push(refused('component', 'a composite has at least two components'));
  for (const [index, one] of base.entries()) {
    if (typesOfBase(one).length === 0)
      issues.push(refused(`base[${index}]`, `there are no resources of type ${one}`));
  }
  return issues;
};

const ofType = (definition: Definition, type: string): SearchParameter | Issue => {
  const { registry: known, byUrl } = builtInOnce();
  const types = type === 'Resource' ? RESOURCE_TYPES : [type];
  const same = types.map((one) => known.find(one, definition.code)).find((one) => one !== undefined);
  if (same !== undefined && same.url !== definition.url)
    return refused('code', `${same.url} is ${definition.code} of ${type} already`);
  const one = served(definition, type, (url) => byUrl.get(url));
  return 'element' in one ? refused(one.element, one.text) : one;
};

/** A stored definition as the parameters that are served, one for each type; or why it is not. */
export const searchParametersOf = (definition: Definition): readonly SearchParameter[] | readonly Issue[] => {
  const faults = wholeFaults(definition);
  if (faults.length > 0) return faults;
  const found = [...new Set(definition.base.flatMap(typesOfBase))].map((type) => ofType(definition, type));
  const issues = found.filter((one): one is Issue => 'severity' in one);
  return issues.length > 0 ? issues : found.filter((one): one is SearchParameter => !('severity' in one));
};
