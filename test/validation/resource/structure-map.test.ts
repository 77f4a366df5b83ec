import type { StructureMap, StructureMapGroupRule } from 'fhir/r5.js';
import { expect, test } from 'vitest';
import { canonicals } from '../../../src/commands/canonicals.ts';
import { createValidator } from '../../../src/validation/validate.ts';
import { errors, sent, shownErrors } from '../found.ts';

const map = (rule: StructureMapGroupRule, group: object = {}, more: object = {}): StructureMap =>
  ({
    resourceType: 'StructureMap',
    url: 'https://example.com/StructureMap/m',
    name: 'M',
    status: 'draft',
    structure: [
      { url: 'http://hl7.org/fhir/StructureDefinition/Patient', alias: 'From', mode: 'source' },
      { url: 'http://hl7.org/fhir/StructureDefinition/Basic', alias: 'To', mode: 'target' },
      { url: 'https://example.com/StructureDefinition/Unknown', alias: 'Other', mode: 'queried' },
    ],
    group: [
      {
        name: 'G',
        input: [
          { name: 'src', type: 'From', mode: 'source' },
          { name: 'tgt', type: 'To', mode: 'target' },
          { name: 'other', type: 'Other', mode: 'source' },
        ],
        rule: [{ name: 'r', ...rule }],
        ...group,
      },
    ],
    ...more,
  }) as StructureMap;

const RULE = 'StructureMap.group[0].rule[0]';

test.each<[what: string, rule: StructureMapGroupRule]>([
  [
    'elements',
    {
      source: [{ context: 'src', element: 'name' }],
      target: [{ context: 'tgt', element: 'code', transform: 'create' }],
    },
  ],
  ['a choice', { source: [{ context: 'src', element: 'deceased' }] }],
  ['elements of what is not known', { source: [{ context: 'other', element: 'anything' }] }],
  [
    'elements below variables',
    {
      source: [{ context: 'src', element: 'name', variable: 'n' }],
      rule: [{ name: 's', source: [{ context: 'n', element: 'family' }] }],
    },
  ],
  [
    'elements of what is created',
    {
      source: [{ context: 'src' }],
      target: [
        { context: 'tgt', element: 'extension', variable: 'e' },
        {
          context: 'e',
          element: 'value',
          variable: 'v',
          transform: 'create',
          parameter: [{ valueString: 'Period' }],
        },
        { context: 'v', element: 'start' },
      ],
    },
  ],
])('a map may speak of %s', (_, rule) => {
  expect(errors(map(rule))).toEqual([]);
});

test.each<[what: string, rule: StructureMapGroupRule, expected: string]>([
  [
    'an element that the source has not',
    { source: [{ context: 'src', element: 'nameX' }] },
    `map-path ${RULE}.source[0]`,
  ],
  [
    'one that the target has not',
    { source: [{ context: 'src' }], target: [{ context: 'tgt', element: 'name' }] },
    `map-path ${RULE}.target[0]`,
  ],
  [
    'one that a variable has not',
    {
      source: [{ context: 'src', element: 'name', variable: 'n' }],
      rule: [{ name: 's', source: [{ context: 'n', element: 'gender' }] }],
    },
    `map-path ${RULE}.rule[0].source[0]`,
  ],
  [
    'a variable that is none',
    { source: [{ context: 'x', element: 'name' }] },
    `map-variable ${RULE}.source[0]`,
  ],
])('a map may not speak of %s', (_, rule, expected) => {
  expect(errors(map(rule))).toEqual([expected]);
});

const NONE = { source: [{ context: 'src' }] };

test('an input is of the mode of its structure', () => {
  const input = [{ name: 'src', type: 'From', mode: 'target' }];
  expect(errors(map(NONE, { input }))).toEqual(['map-mode StructureMap.group[0].input[0]']);
});

test('a group extends one of this map, or of those that it imports', () => {
  expect(errors(map(NONE, { extends: 'G' }))).toEqual([]);
  expect(errors(map(NONE, { extends: 'H' }))).toEqual(['map-group StructureMap.group[0]']);
  const other = { ...map(NONE, { name: 'H' }), url: 'https://example.com/StructureMap/other' };
  const importing = map(NONE, { extends: 'H' }, { import: [other.url] });
  expect(shownErrors(createValidator(canonicals([other]))(sent(importing)))).toEqual([]);
});
