import { RESOURCE_TYPES } from '../resource-type.ts';
import { hierarchyOf } from './hierarchy.ts';
import { typesOf } from './path-types.ts';
import type { SearchParameter, SearchParameterType } from './search-parameter.ts';
import type { Comparator } from './search-request.ts';
import { COMPARATORS } from './value/comparator.ts';
import { targetsOf } from './value/reference.ts';
import { listed, type Wrong, wrong } from './wrong.ts';

/** `type` stands for the name of a resource type: https://hl7.org/fhir/R5/valueset-search-modifier-code.html */
export type Modifier =
  | 'missing'
  | 'exact'
  | 'contains'
  | 'not'
  | 'text'
  | 'code-text'
  | 'text-advanced'
  | 'in'
  | 'not-in'
  | 'above'
  | 'below'
  | 'of-type'
  | 'identifier'
  | 'type';

const MODIFIERS: Readonly<Record<SearchParameterType, readonly Modifier[]>> = {
  number: ['missing'],
  date: ['missing'],
  quantity: ['missing'],
  string: ['missing', 'exact', 'contains', 'text'],
  token: [
    'missing',
    'not',
    'text',
    'code-text',
    'text-advanced',
    'in',
    'not-in',
    'above',
    'below',
    'of-type',
  ],
  reference: [
    'missing',
    'type',
    'identifier',
    'text',
    'code-text',
    'text-advanced',
    'in',
    'not-in',
    'above',
    'below',
    'contains',
  ],
  uri: ['missing', 'contains', 'above', 'below'],
  composite: [],
  special: [],
};

const REFERENCES = ['Reference', 'CodeableReference'];
const CANONICALS = ['canonical', 'uri', 'RelatedArtifact'];

/** The types of elements that some modifiers need, any of them. */
const ELEMENTS: Partial<Record<SearchParameterType, Partial<Record<Modifier, readonly string[]>>>> = {
  token: {
    'of-type': ['Identifier'],
    in: ['code', 'Coding', 'CodeableConcept', 'CodeableReference', 'uri', 'string'],
    'not-in': ['code', 'Coding', 'CodeableConcept', 'CodeableReference', 'uri', 'string'],
    above: ['code', 'Coding', 'CodeableConcept', 'CodeableReference'],
    below: ['code', 'Coding', 'CodeableConcept', 'CodeableReference'],
  },
  reference: {
    type: REFERENCES,
    identifier: REFERENCES,
    text: REFERENCES,
    'code-text': REFERENCES,
    'text-advanced': REFERENCES,
    in: REFERENCES,
    'not-in': REFERENCES,
    above: REFERENCES,
    below: [...REFERENCES, ...CANONICALS],
    contains: REFERENCES,
  },
};

/** Above, below and both: of what has a place in a hierarchy. */
const leadsToHierarchy = (parameter: SearchParameter): boolean =>
  targetsOf(parameter).some((type) => hierarchyOf(type).length > 0);

const neededOf = (parameter: SearchParameter, modifier: Modifier): readonly string[] | undefined => {
  const needed = ELEMENTS[parameter.type]?.[modifier];
  const asksHierarchy = parameter.type === 'reference' && ['above', 'below', 'contains'].includes(modifier);
  return asksHierarchy && !leadsToHierarchy(parameter)
    ? needed?.filter((type) => !REFERENCES.includes(type))
    : needed;
};

/** What is kept beside the index of elements, under rules of its own. */
const COMMON: Readonly<Record<string, readonly Modifier[]>> = {
  _id: ['not'],
  _lastUpdated: [],
  _text: [],
  _content: [],
  _list: [],
  _in: [],
};

const known = new WeakMap<SearchParameter, readonly Modifier[]>();

const found = (parameter: SearchParameter): readonly Modifier[] => {
  const { base, code, type, expression, via, through } = parameter;
  if (base === 'Resource' && COMMON[code] !== undefined) return COMMON[code];
  if (via !== undefined) return ['missing', 'type'];
  if (through !== undefined) return ['missing', 'not'];
  const elements = (expression === undefined ? undefined : typesOf(expression, [base])) ?? [];
  return MODIFIERS[type].filter((modifier) => {
    const needed = neededOf(parameter, modifier);
    // What the types of the elements are is not known of every expression.
    return needed === undefined || elements.length === 0 || elements.some((one) => needed.includes(one));
  });
};

/** The modifiers that a search parameter takes: https://hl7.org/fhir/R5/search.html#modifiers */
export const modifiersOf = (parameter: SearchParameter): readonly Modifier[] => {
  const modifiers = known.get(parameter) ?? found(parameter);
  known.set(parameter, modifiers);
  return modifiers;
};

/** The prefixes that the values of a search parameter take: https://hl7.org/fhir/R5/search.html#prefix */
export const comparatorsOf = ({ type }: Pick<SearchParameter, 'type'>): readonly Comparator[] =>
  type === 'number' || type === 'date' || type === 'quantity' ? COMPARATORS : [];

/** A modifier as it was understood; with `type` which resource type it is. */
export interface KnownModifier {
  readonly modifier: Modifier | undefined;
  readonly only?: string;
}

/** What a modifier is to a search parameter, or which ones it takes. */
export const knownModifier = (
  parameter: SearchParameter,
  sent: string | undefined,
): KnownModifier | Wrong => {
  if (sent === undefined) return { modifier: undefined };
  const modifiers = modifiersOf(parameter);
  const isTarget = parameter.target?.includes(sent) ?? RESOURCE_TYPES.some((one) => one === sent);
  if (isTarget && modifiers.includes('type')) return { modifier: 'type', only: sent };
  const modifier = modifiers.find((one) => one === sent && one !== 'type');
  if (modifier !== undefined) return { modifier };
  const choices = modifiers.map((one) => {
    if (one !== 'type') return one;
    return parameter.target === undefined ? 'a resource type' : `one of ${listed(parameter.target)}`;
  });
  return wrong(
    `${parameter.code} has no modifier “${sent}”; it takes ${choices.length > 0 ? choices.join(', ') : 'none'}`,
    'not-supported',
  );
};
