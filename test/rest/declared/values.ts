import { hierarchyOf } from '../../../src/fhir/search/hierarchy.ts';
import { modifiersOf } from '../../../src/fhir/search/modifier.ts';
import type { SearchParameter, SearchParameterComponent } from '../../../src/fhir/search/search-parameter.ts';
import { targetsOf } from '../../../src/fhir/search/value/reference.ts';

const BY_TYPE = {
  number: '5.4',
  date: '2031-05',
  string: 'a',
  token: 'http://example.org/codes|a',
  quantity: '5.4|http://unitsofmeasure.org|mg',
  uri: 'http://example.org/a',
} as const;

/** Values of those that are unlike others of their type. */
const BY_CODE: Readonly<Record<string, string>> = {
  _id: 'a',
  _filter: '_id eq a',
  _has: 'a',
  _in: 'List/a',
  _list: 'a',
  _text: 'a',
  _content: 'a',
  _type: 'Patient',
  contains: '42.2|-83.6',
  near: '42.2|-83.6|11|km',
};

const valueOfType = ({ type, target }: Pick<SearchParameterComponent, 'type' | 'target'>): string =>
  type === 'reference' ? `${target?.[0] ?? 'Patient'}/a` : BY_TYPE[type];

/** A value that a search parameter takes. */
export const valueFor = ({ code, type, target, components = [] }: SearchParameter): string => {
  if (type === 'composite') return components.map(valueOfType).join('$');
  if (type === 'special' || code.startsWith('_')) {
    const value = BY_CODE[code];
    if (value !== undefined) return value;
  }
  if (type === 'special') throw new Error(`No value of ${code} is known`);
  return valueOfType({ type, ...(target && { target }) });
};

/** A resource, or code, that has a place in a hierarchy. */
const inHierarchy = (parameter: SearchParameter): string => {
  if (parameter.type === 'token') return 'http://hl7.org/fhir/administrative-gender|male';
  const type = targetsOf(parameter).find((one) => hierarchyOf(one).length > 0);
  return parameter.type === 'uri' || type === undefined || !modifiersOf(parameter).includes('above')
    ? BY_TYPE.uri
    : `${type}/a`;
};

/** A value that a search parameter takes with a modifier. */
export const modifiedValue = (parameter: SearchParameter, modifier: string): string => {
  const { type } = parameter;
  switch (modifier) {
    case 'missing':
      return 'true';
    case 'in':
    case 'not-in':
      return type === 'token' ? 'http://hl7.org/fhir/ValueSet/administrative-gender' : 'List/a';
    case 'above':
    case 'below':
      return inHierarchy(parameter);
    case 'contains':
      return type === 'reference' ? inHierarchy(parameter) : 'a';
    case 'of-type':
      return 'http://example.org/types|MR|a';
    case 'identifier':
      return BY_TYPE.token;
    case 'not':
      return valueFor(parameter);
    default:
      return 'a';
  }
};
