import { describe, expect, test } from 'vitest';
import { jsonItems, xmlItems } from '../../src/sources/items.ts';

const list = (items: Iterable<string> | undefined): readonly string[] | undefined => items && [...items];

describe('a list of JSON', () => {
  test.each([
    ['[{"a":[1,"]"]}, {"b":2}]', ['{"a":[1,"]"]}', '{"b":2}']],
    [' [ "x" , 7 ] ', ['"x"', '7']],
    ['{"next":{"studies":[0]},"studies":[{"a":"\\"}"},{}]}', ['{"a":"\\"}"}', '{}']],
    ['{"a":1}\n{"b":2}\r\n\n{"c":', ['{"a":1}', '{"b":2}', '{"c":']],
    ['[]', []],
    ['{"studies":[{"a":1},{"b":[', ['{"a":1}', '{"b":[']],
  ])('%j is cut into its items', (text, expected) => {
    expect(list(jsonItems(text))).toEqual(expected);
  });

  test.each([
    '{"a":"studies"}',
    '{"a":{"studies":[1]}}',
    '{"studies":{"a":1}}',
    '{\n"a": 1\n}',
    '{"studies"',
    '7',
  ])('%j is none', (text) => {
    expect(jsonItems(text)).toBeUndefined();
  });
});

describe('a list of XML', () => {
  test.each([
    [
      '<trials><trial>a</trial><!-- <trial> --><trial x="1"><trial>b</trial></trial></trials>',
      ['<trial>a</trial>', '<trial x="1"><trial>b</trial></trial>'],
    ],
    [
      '<?xml version="1.0"?>\n<!-- c --><!DOCTYPE trials>\n<trials><trial><![CDATA[</trial>]]></trial></trials>',
      ['<trial><![CDATA[</trial>]]></trial>'],
    ],
    ['<trials><trialist>x</trialist><trial/></trials>', []],
    ['<trials><trial>a</trial><trial>b<c', ['<trial>a</trial>', '<trial>b<c']],
  ])('%j is cut into its items', (text, expected) => {
    expect(list(xmlItems(text))).toEqual(expected);
  });

  test.each(['<trial><a/></trial>', '<clinical_study/>', 'trials', ''])('%j is none', (text) => {
    expect(xmlItems(text)).toBeUndefined();
  });
});

test('what is never closed is read without delay', () => {
  const start = performance.now();
  for (const text of [
    '<!--a-->'.repeat(100_000),
    '<!--'.repeat(100_000),
    `<trials>${'<!--'.repeat(100_000)}`,
    `<trials>${'<trial>'.repeat(100_000)}`,
  ])
    list(xmlItems(text));
  for (const text of [
    `[${'[1,'.repeat(50_000)}`,
    `{"studies"${' '.repeat(200_000)}`,
    `{"a":1}\n{${' \n'.repeat(200_000)}`,
  ])
    list(jsonItems(text));
  expect(performance.now() - start).toBeLessThan(2000);
});
