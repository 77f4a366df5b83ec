import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, position } from '../../src/fhir/json.ts';

describe('parse', () => {
  test('keeps the text and gives the value', () => {
    const text = '{ "resourceType": "Group", "quantity": 3, "name": "a\\u00e9\\n" }';
    expect(parse(text)).toEqual({ text, value: { resourceType: 'Group', quantity: 3, name: 'aé\n' } });
  });

  test.each([
    ['', 'json-syntax', 1, 1],
    ['{"resourceType":"Group"', 'json-syntax', 1, 23],
    ['{"resourceType":\n "Group",}', 'json-syntax', 2, 10],
    ['{"resourceType":"Group"} {}', 'json-syntax', 1, 26],
    ['{"resourceType":"Group","name":"a\nb"}', 'json-syntax', 1, 34],
    ['{"resourceType":"Group","name":"\\x"}', 'json-syntax', 1, 32],
    ['{"resourceType":"Group","quantity":012}', 'json-syntax', 1, 37],
    ["{'resourceType':'Group'}", 'json-syntax', 1, 2],
    [`{"resourceType":"Group","x":${'['.repeat(100_000)}`, 'json-syntax', 1, 228],
    ['[1]', 'json-object', 1, 1],
    ['"Group"', 'json-object', 1, 1],
    ['{"id":"a"}', 'json-resource-type', 1, 1],
    ['\n {"resourceType":3}', 'json-resource-type', 2, 2],
    ['{"resourceType":"Group",\n"name":"a",\n  "name":"b"}', 'json-duplicate-key', 3, 3],
    ['{"resourceType":"Group","a":[{"b":1,"\\u0062":2}]}', 'json-duplicate-key', 1, 37],
  ])('refuses %#: %s', (text, rule, line, column) => {
    expect(parse(text)).toEqual([expect.objectContaining({ rule, line, column })]);
  });

  test('agrees with the language on what is JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const text = `{"resourceType":"Group","x":${json}}`;
        expect(parse(text)).toMatchObject({ text });
      }),
    );
  });
});

describe('position', () => {
  const text = `{
  "resourceType": "Evidence",
  "_title": {
    "extension": [{ "url": "a" },
      { "url": "b", "valueQuantity": { "value": 1 } }]
  },
  "statistic": [{}, { "numberAffected": 3 }]
}`;

  test.each([
    ['Evidence', 1, 1],
    ['Evidence.title', 3, 3],
    ['Evidence.title.extension[1]', 5, 7],
    ['Evidence.title.extension[1].value.ofType(Quantity).value', 5, 40],
    ['Evidence.statistic[1].numberAffected', 7, 23],
    ['Evidence.statistic[1].quantity', 7, 21],
    ['Evidence.description', 1, 1],
  ])('%s', (expression, line, column) => {
    expect(position(text, expression)).toEqual({ line, column });
  });
});
