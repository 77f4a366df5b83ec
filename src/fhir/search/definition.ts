import type { SearchParameterComponent as DefinedComponent, SearchParameter as Definition } from 'fhir/r5.js';
import { RESOURCE_TYPES } from '../resource-type.ts';
import { parsePath } from './path.ts';
import { isA, typesOf } from './path-types.ts';
import type { SearchParameter, SearchParameterComponent, SearchParameterType } from './search-parameter.ts';

/** The parts of a union, as they are written. */
const parts = (expression: string): readonly string[] => {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: sign, index } of expression.matchAll(/'(?:[^'\\]|\\.)*'|[()|]/g)) {
    if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === '|' && depth === 0) {
      found.push(expression.slice(start, index).trim());
      start = index + 1;
    }
  }
  return [...found, expression.slice(start).trim()];
};

const start = (part: string): string => /^[\s(]*(\w+)/.exec(part)?.[1] ?? '';

/**
 * An expression for many types is a union; only the parts that start at this type, or name none, can find anything
 * in it. Undefined if no part does.
 */
const expressionFor = (expression: string, base: string): string | undefined => {
  const all = parts(expression);
  const own = all.filter((part) => isA(base, start(part)));
  if (own.length > 0) return own.join(' | ');
  const relative = all.filter((part) => !/^[A-Z]/.test(start(part)));
  return relative.length > 0 ? relative.join(' | ') : undefined;
};

/** The search parameter type that fits a type of value best: https://hl7.org/fhir/R5/search.html#ptypes */
const FITTING: Readonly<Record<SearchParameterComponent['type'], readonly string[]>> = {
  token: ['code', 'id', 'boolean', 'Coding', 'CodeableConcept', 'Identifier', 'ContactPoint'],
  reference: ['canonical', 'Reference', 'CodeableReference'],
  uri: ['uri'],
  string: ['string', 'HumanName', 'Address'],
  date: ['date', 'dateTime', 'instant', 'Period', 'Timing'],
  number: ['integer', 'decimal', 'integer64'],
  quantity: ['Quantity', 'Money', 'Range', 'SampledData'],
};

const fitting = (type: string | undefined): SearchParameterComponent['type'] | undefined =>
  (Object.keys(FITTING) as SearchParameterComponent['type'][]).find((one) =>
    FITTING[one].some((fit) => type !== undefined && isA(type, fit)),
  );

const isPlain = (type: string): type is SearchParameterComponent['type'] => Object.hasOwn(FITTING, type);

/** What has to be known of a component's own search parameter. */
interface Own {
  readonly code: string;
  readonly type: string;
  readonly target?: readonly string[] | undefined;
}

/** Looks up a search parameter by its canonical URL. */
type Known = (url: string) => Own | undefined;

/** The types a reference may lead to, where not any may. */
const targetOf = ({ target }: Pick<Own, 'target'>): { readonly target?: readonly string[] } =>
  target === undefined || RESOURCE_TYPES.every((type) => target.some((one) => one === type))
    ? {}
    : { target };

const component = (
  { definition, expression }: DefinedComponent,
  types: readonly string[],
  known: Known,
): SearchParameterComponent | undefined => {
  const found = known(definition);
  // Some of R5's components name a parameter that there is not; then the element says what it is.
  const type = found === undefined ? fitting(typesOf(expression, types)[0]) : found.type;
  if (type === undefined || !isPlain(type)) return undefined;
  return {
    code: found?.code ?? expression,
    type,
    expression,
    ...(found && targetOf(found)),
  };
};

/** Why a definition cannot be served: its element, and what is wrong with it. */
export interface Fault {
  readonly element: string;
  readonly text: string;
}

/** A definition as it is served for one of its types, or what keeps it from that. */
export const served = (definition: Definition, base: string, known: Known): SearchParameter | Fault => {
  const expression = expressionFor(definition.expression ?? '', base);
  const types = expression === undefined ? [] : typesOf(expression, [base]);
  if (!expression || (types.length === 0 && parsePath(expression) !== undefined))
    return { element: 'expression', text: `it leads to no element of ${base}` };
  const components = definition.component?.map((one) => component(one, types, known));
  const unknown = components?.indexOf(undefined) ?? -1;
  if (unknown >= 0)
    return {
      element: `component[${unknown}].definition`,
      text: `${definition.component?.[unknown]?.definition} is not served, and its expression leads to no element that tells its type`,
    };
  return {
    base,
    code: definition.code,
    type: definition.type as SearchParameterType,
    url: definition.url,
    description: definition.description,
    expression,
    ...targetOf(definition),
    ...(components && { components: components.filter((one) => one !== undefined) }),
  };
};
