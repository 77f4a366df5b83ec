import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactTree, type Tree } from '../../src/fhir/exact-tree.ts';
import { diff } from '../../src/patch/diff.ts';
import { exactKey } from '../../src/patch/exact-key.ts';
import { fhirPathPatch } from '../../src/patch/fhirpath-patch.ts';
import { twoResources } from './arbitrary.ts';
import { resource } from './resource.ts';

const patchBetween = (from: string, to: string): string => {
  const found = diff(resource(from), resource(to));
  if (typeof found !== 'string') throw new Error(found[0]?.text);
  return found;
};

const applied = (patch: string, to: string): string => {
  const result = fhirPathPatch(resource(patch), resource(to));
  if (!('text' in result)) throw new Error(`${result[0]?.expression} ${result[0]?.text} in ${patch}`);
  return result.text;
};

/** A resource in a form in which equal ones are equal, whatever their ids. */
const withoutId = (text: string): string => {
  const { id: _, ...rest } = exactTree(text) as Tree;
  return exactKey(rest);
};

/** The operations, one a line: type, path and what else there is. */
const lines = (patch: string): readonly string[] =>
  ((exactTree(patch) as Tree).parameter as readonly { part: readonly Tree[] }[] | undefined)?.map(
    ({ part }) =>
      part.map(({ name: _, ...value }) => Object.values(value).map((one) => JSON.stringify(one))).join(' '),
  ) ?? [];

describe('diff', () => {
  test.each([
    ['nothing', '{"name":"a"}', '{"name":"a"}', []],
    ['nothing but an order of properties', '{"name":"a","title":"b"}', '{"title":"b","name":"a"}', []],
    [
      'a decimal written with another precision',
      '{"statistic":[{"quantity":{"value":1.50}}]}',
      '{"statistic":[{"quantity":{"value":1.5}}]}',
      ['"replace" "Evidence.statistic[0].quantity.value" 1.5'],
    ],
    [
      'a primitive that has an extension now',
      '{"title":"a"}',
      '{"title":"a","_title":{"id":"t"}}',
      ['"replace" "Evidence.title" "a",{"id":"t"}'],
    ],
    [
      'a choice of another type',
      '{"citeAsMarkdown":"a"}',
      '{"citeAsReference":{"display":"a"}}',
      ['"replace" "Evidence.citeAs" {"display":"a"}'],
    ],
    [
      'what is new before what is gone',
      '{"name":"a"}',
      '{"title":"b"}',
      ['"add" "Evidence" "title" "b"', '"delete" "Evidence.name"'],
    ],
    [
      'an element in parts',
      '{}',
      '{"variableDefinition":[{"variableRole":{"text":"a"},"note":[{"text":"b"},{"text":"c"}]}]}',
      [
        '"add" "Evidence" "variableDefinition" [{"name":"note","valueAnnotation":{"text":"b"}},{"name":"note","valueAnnotation":{"text":"c"}},{"name":"variableRole","valueCodeableConcept":{"text":"a"}}]',
      ],
    ],
    [
      'a resource in the resource',
      '{}',
      '{"contained":[{"resourceType":"Group","quantity":1}]}',
      ['"add" "Evidence" "contained" {"resourceType":"Group","quantity":1}'],
    ],
    [
      'items that are another one by their ids',
      '{"note":[{"id":"1","text":"a"},{"id":"2","text":"b"}]}',
      '{"note":[{"id":"2","text":"b"},{"id":"3","text":"a"},{"id":"1","text":"c"}]}',
      [
        '"move" "Evidence.note" 1 0',
        '"insert" "Evidence.note" 1 {"id":"3","text":"a"}',
        '"replace" "Evidence.note[2].text" "c"',
      ],
    ],
    [
      'a list that is gone, from its end',
      '{"name":"x","note":[{"text":"a"},{"text":"b"}]}',
      '{"name":"x"}',
      ['"delete" "Evidence.note[1]"', '"delete" "Evidence.note[0]"'],
    ],
    [
      'everything but the id',
      '{"id":"1","meta":{"versionId":"1"}}',
      '{"id":"2","meta":{"versionId":"2"}}',
      ['"replace" "Evidence.meta.versionId" "2"'],
    ],
  ])('%s', (_, from, to, expected) => {
    const [first, second] = [from, to].map((text) =>
      text === '{}' ? '{"resourceType":"Evidence"}' : text.replace('{', '{"resourceType":"Evidence",'),
    ) as [string, string];
    const patch = patchBetween(first, second);
    expect(lines(patch)).toEqual(expected);
    expect(withoutId(applied(patch, first))).toBe(withoutId(second));
  });

  test('finds none between resources of different types', () => {
    expect(diff(resource('{"resourceType":"Group"}'), resource('{"resourceType":"Patient"}'))).toEqual([
      expect.objectContaining({ severity: 'error', text: 'There is no patch from a Group to a Patient' }),
    ]);
  });

  test('finds none for an element that is not defined', () => {
    expect(diff(resource('{"resourceType":"Group"}'), resource('{"resourceType":"Group","x":1}'))).toEqual([
      expect.objectContaining({ severity: 'error', text: 'Group has no element “x”' }),
    ]);
  });
});

describe('a patch that diff finds makes the second resource of the first', () => {
  test('of any two of a type', () => {
    fc.assert(
      fc.property(twoResources(), ([from, to]) => {
        expect(withoutId(applied(patchBetween(from, to), from))).toBe(withoutId(to));
      }),
      { numRuns: 100 },
    );
  });

  test('where lists are in another order', () => {
    const rotated = (text: string, by: number): string =>
      JSON.stringify(exactTree(text), (_, value) =>
        Array.isArray(value)
          ? [...value.slice(by % value.length), ...value.slice(0, by % value.length)]
          : value,
      );
    fc.assert(
      fc.property(twoResources(), fc.integer({ min: 1, max: 3 }), ([from], by) => {
        const to = rotated(from, by);
        expect(withoutId(applied(patchBetween(from, to), from))).toBe(withoutId(to));
      }),
      { numRuns: 100 },
    );
  });
});
