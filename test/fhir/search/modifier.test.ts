import { describe, expect, test } from 'vitest';
import { RESOURCE_TYPES } from '../../../src/fhir/resource-type.ts';
import { comparatorsOf, modifiersOf } from '../../../src/fhir/search/modifier.ts';
import type { SearchParameter } from '../../../src/fhir/search/search-parameter.ts';
import { builtInSearchParameters } from '../../../src/fhir/search/search-parameters.ts';
import { CONTEXT, search } from './context.ts';

const parameters = builtInSearchParameters();

const named = (name: string): SearchParameter => {
  const [type = '', code = ''] = name.split('.');
  const found = parameters.find(type, code);
  if (found === undefined) throw new Error(`${name} is not served`);
  return found;
};

const ofCodes = ['missing', 'not', 'text', 'code-text', 'text-advanced', 'in', 'not-in', 'above', 'below'];
const ofReferences = ['missing', 'type', 'identifier', 'text', 'code-text', 'text-advanced', 'in', 'not-in'];
const ofHierarchies = ['above', 'below', 'contains'];

describe('modifiers', () => {
  test.each([
    ['Patient.given', ['missing', 'exact', 'contains', 'text']],
    ['Patient.birthdate', ['missing']],
    ['RiskAssessment.probability', ['missing']],
    ['Observation.value-quantity', ['missing']],
    ['ValueSet.url', ['missing', 'contains', 'above', 'below']],
    ['Patient.gender', ofCodes],
    ['Condition.code', ofCodes],
    ['Patient.identifier', ['missing', 'not', 'text', 'code-text', 'text-advanced', 'of-type']],
    ['Patient.active', ['missing', 'not', 'text', 'code-text', 'text-advanced']],
    ['Patient.link', ofReferences],
    ['Observation.subject', [...ofReferences, ...ofHierarchies]],
    ['Location.partof', [...ofReferences, ...ofHierarchies]],
    ['PlanDefinition.composed-of', ['missing', 'below']],
    ['PlanDefinition.activity', ['missing', 'below']],
    ['QuestionnaireResponse.questionnaire', ['missing', 'below']],
    ['Evidence.study', ['missing', 'type']],
    ['Observation.code-value-quantity', []],
    ['Location.near', []],
    ['Patient._id', ['not']],
    ['Patient._lastUpdated', []],
    ['Patient._tag', ofCodes],
    ['Patient._profile', ['missing', 'below']],
    ['Patient._content', []],
    ['Patient._in', []],
  ])('%s takes %j', (name, modifiers) => {
    expect(modifiersOf(named(name))).toEqual(modifiers);
  });

  test('every parameter of every type takes the modifiers it is said to take, and no other', async () => {
    const VALUES: Readonly<Record<string, string>> = {
      missing: 'true',
      in: 'http://example.org/pomes',
      'not-in': 'http://example.org/pomes',
      'of-type': 'a|b|c',
      above: 'http://example.org/fruit|apple',
      below: 'http://example.org/fruit|pome',
    };
    const IN_REFERENCES: Readonly<Record<string, string>> = {
      in: 'Group/1',
      'not-in': 'Group/1',
      above: '1',
      contains: '1',
    };
    const inReferences = (modifier: string, taken: readonly string[]) =>
      modifier === 'below' ? (taken.includes('above') ? '1' : 'http://a|1') : IN_REFERENCES[modifier];
    const ALL = [...ofCodes, 'exact', 'contains', 'of-type', 'identifier', 'nonsense'];
    const wrong: string[] = [];
    for (const type of RESOURCE_TYPES.filter((_, at) => at % 10 === 0).concat(
      'Patient',
      'Observation',
      'PlanDefinition',
    )) {
      for (const parameter of parameters.of(type)) {
        const { code } = parameter;
        if (['_has', '_filter', '_type'].includes(code)) continue;
        const taken: readonly string[] = modifiersOf(parameter);
        for (const modifier of ALL) {
          const value =
            (parameter.type === 'reference' ? inReferences(modifier, taken) : undefined) ??
            (parameter.type === 'uri' && modifier !== 'missing' ? 'http://a' : VALUES[modifier]) ??
            (code === '_id' ? '1' : 'x');
          const parsed = await search(`${type}?${code}:${modifier}=${encodeURIComponent(value)}`);
          if ('request' in parsed !== taken.includes(modifier)) wrong.push(`${type}.${code}:${modifier}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test('every parameter of every type takes a value of its type', async () => {
    const VALUES: Readonly<Record<string, string>> = {
      number: '1',
      date: '2020',
      string: 'x',
      token: 'x',
      quantity: '1',
      uri: 'http://a',
      special: '1|2',
    };
    const sample = (type: string, target: readonly string[] | undefined): string =>
      type === 'reference' ? `${target?.[0] ?? 'Patient'}/1` : (VALUES[type] ?? '');
    const OWN: Readonly<Record<string, string>> = {
      _in: 'Group/1',
      _list: '1',
      _filter: '_id eq 1',
      _content: 'x',
      _text: 'x',
    };
    const wrong: string[] = [];
    for (const type of RESOURCE_TYPES) {
      for (const { code, type: kind, target, components = [] } of parameters.of(type)) {
        if (code === '_has' || code === '_type') continue;
        const value =
          OWN[code] ??
          (kind === 'composite'
            ? components.map((one) => sample(one.type, one.target)).join('$')
            : sample(kind, target));
        const parsed = await search(`${type}?${code}=${encodeURIComponent(value)}`);
        if (!('request' in parsed)) wrong.push(`${type}?${code}=${value}: ${parsed[0]?.text}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(CONTEXT.parameters.of('Patient').length).toBeGreaterThan(30);
  });
});

test('only ordered types take prefixes', () => {
  expect(comparatorsOf(named('Patient.birthdate'))).toEqual([
    'eq',
    'ne',
    'gt',
    'lt',
    'ge',
    'le',
    'sa',
    'eb',
    'ap',
  ]);
  expect(comparatorsOf(named('RiskAssessment.probability'))).toHaveLength(9);
  expect(comparatorsOf(named('Observation.value-quantity'))).toHaveLength(9);
  expect(comparatorsOf(named('Patient.gender'))).toEqual([]);
  expect(comparatorsOf(named('Observation.code-value-quantity'))).toEqual([]);
});
