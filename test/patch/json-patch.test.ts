import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../src/fhir/json.ts';
import { jsonPatch } from '../../src/patch/json-patch.ts';
import { resource } from './resource.ts';

const GROUP =
  '{"resourceType":"Group","id":"a","quantity":1.50,"name":"b","__proto__":{"p":1},"member":[{"x":1},{"x":2.0}],"a/b":{"m~n":0}}';

const patch = (...operations: readonly (object | string)[]): string =>
  `[${operations.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join(',')}]`;

const patched = (text: string, patchText: string): string => {
  const result = jsonPatch(patchText, resource(text));
  if (!('text' in result)) throw new Error(result[0]?.text);
  return result.text;
};

describe('jsonPatch applies', () => {
  test.each([
    ['nothing', '[]', GROUP],
    [
      'decimals as they are written in the patch',
      patch(
        '{"op":"add","path":"/member/0/x","value":0.10}',
        '{"op":"replace","path":"/quantity","value":1e2}',
      ),
      GROUP.replace('{"x":1}', '{"x":0.10}').replace('1.50', '1e2'),
    ],
    [
      'an insertion before an item',
      patch({ op: 'add', path: '/member/1', value: 3 }),
      GROUP.replace('},{"x":2.0}', '},3,{"x":2.0}'),
    ],
    [
      'an addition at the end',
      patch({ op: 'add', path: '/member/2', value: 3 }, { op: 'add', path: '/member/-', value: null }),
      GROUP.replace('2.0}]', '2.0},3,null]'),
    ],
    ['a removal', patch({ op: 'remove', path: '/member/0' }), GROUP.replace('{"x":1},', '')],
    [
      'a move within a list',
      patch({ op: 'move', from: '/member/0', path: '/member/1' }),
      GROUP.replace('{"x":1},{"x":2.0}', '{"x":2.0},{"x":1}'),
    ],
    ['a copy', patch({ op: 'copy', from: '/member/1/x', path: '/name' }), GROUP.replace('"b"', '2.0')],
    [
      'escaped names',
      patch({ op: 'replace', path: '/a~1b/m~0n', value: 'v' }),
      GROUP.replace('"m~n":0', '"m~n":"v"'),
    ],
    [
      'tests that compare numbers by value and objects without order',
      patch(
        { op: 'test', path: '/quantity', value: 1.5 },
        '{"op":"test","path":"/member/1/x","value":20e-1}',
        '{"op":"test","path":"/a~1b","value":{"m~n":-0.00}}',
        { op: 'test', path: '/member', value: [{ x: 1 }, { x: 2 }] },
      ),
      GROUP,
    ],
    [
      'the whole resource, with its type and id',
      patch({ op: 'replace', path: '', value: { id: 'a', resourceType: 'Group' } }),
      '{"id":"a","resourceType":"Group"}',
    ],
  ])('%s', (_, patchText, expected) => {
    expect(patched(GROUP, patchText)).toBe(expected);
  });
});

describe('jsonPatch refuses as malformed', () => {
  test.each([
    ['{"op":"remove","path":"/name"}', undefined],
    ['[3]', 'patch[0]'],
    [patch({ op: 'delete', path: '/name' }), 'patch[0].op'],
    [patch({ path: '/name' }), 'patch[0].op'],
    [patch({ op: 'test', path: '/name', value: 'b' }, { op: 'remove' }), 'patch[1].path'],
    [patch({ op: 'remove', path: 'name' }), 'patch[0].path'],
    [patch({ op: 'remove', path: '/na~2me' }), 'patch[0].path'],
    [patch({ op: 'remove', path: ['name'] }), 'patch[0].path'],
    [patch({ op: 'add', path: '/name' }), 'patch[0]'],
    [patch({ op: 'copy', path: '/name' }), 'patch[0].from'],
    [patch({ op: 'move', from: '/member', path: '/member/0/y' }), 'patch[0].path'],
  ])('%s', (patchText, expression) => {
    const result = jsonPatch(patchText, resource(GROUP));
    expect(result).toEqual([expect.objectContaining({ rule: 'patch-malformed', severity: 'error' })]);
    expect('text' in result ? undefined : result[0]?.expression).toBe(expression);
  });

  test.each([
    ['[', 1, 1],
    ['[{"op":"remove","path":"/name",\n"path":"/id"}]', 2, 1],
    ['['.repeat(100_000), 1, 201],
  ])('text that is no JSON %#', (patchText, line, column) => {
    expect(jsonPatch(patchText, resource(GROUP))).toEqual([
      expect.objectContaining({ rule: 'patch-malformed', line, column }),
    ]);
  });
});

describe('jsonPatch refuses as not applicable', () => {
  test.each([
    ['a parent that is not there', { op: 'add', path: '/text/div', value: 'x' }],
    ['a parent that holds nothing', { op: 'add', path: '/name/x', value: 1 }],
    ['removing what is not there', { op: 'remove', path: '/active' }],
    ['replacing what is not there', { op: 'replace', path: '/active', value: true }],
    ['removing the whole', { op: 'remove', path: '' }],
    ['an index beyond the end', { op: 'add', path: '/member/3', value: 1 }],
    ['replacing beyond the end', { op: 'replace', path: '/member/2', value: 1 }],
    ['replacing after the end', { op: 'replace', path: '/member/-', value: 1 }],
    ['an index with a leading zero', { op: 'remove', path: '/member/01' }],
    ['a negative index', { op: 'remove', path: '/member/-1' }],
    ['a name in a list', { op: 'add', path: '/member/length', value: 9 }],
    ['copying what is not there', { op: 'copy', from: '/active', path: '/name' }],
    ['a test of another value', { op: 'test', path: '/name', value: 'B' }],
    ['a test of a number as a string', { op: 'test', path: '/quantity', value: '1.50' }],
    ['a test of a list with more in it', { op: 'test', path: '/member', value: [{ x: 1 }] }],
    ['a test of an object with more in it', { op: 'test', path: '/member/0', value: {} }],
    ['a test of what is not there', { op: 'test', path: '/active', value: null }],
    ['what is inherited', { op: 'add', path: '/constructor/prototype/p', value: 1 }],
    ['what is inherited by lists', { op: 'test', path: '/member/length', value: 2 }],
    ['another resource type', { op: 'replace', path: '/resourceType', value: 'Patient' }],
    ['no resource type', { op: 'remove', path: '/resourceType' }],
    ['another id', { op: 'replace', path: '/id', value: 'b' }],
    ['no id', { op: 'remove', path: '/id' }],
    ['a resource that is a list', { op: 'replace', path: '', value: [] }],
  ])('%s', (_, operation) => {
    expect(jsonPatch(patch(operation), resource(GROUP))).toEqual([
      expect.objectContaining({ rule: 'patch-not-applicable', severity: 'error' }),
    ]);
  });

  test('with the place of the operation', () => {
    expect(
      jsonPatch(patch({ op: 'remove', path: '/name' }, { op: 'remove', path: '/name' }), resource(GROUP)),
    ).toEqual([expect.objectContaining({ expression: 'patch[1].path' })]);
  });

  test('copies of copies without end', () => {
    const double = Array.from({ length: 60 }, () => ({ op: 'copy', from: '/member', path: '/member/-' }));
    expect(jsonPatch(patch(...double), resource(GROUP))).toEqual([
      expect.objectContaining({ rule: 'patch-not-applicable', code: 'too-long' }),
    ]);
  });
});

test('jsonPatch refuses more work than is good for others', () => {
  const large = JSON.stringify({ resourceType: 'Group', name: 'x'.repeat(1_000_000) });
  const operations = Array.from({ length: 1000 }, () => ({
    op: 'test',
    path: '/resourceType',
    value: 'Group',
  }));
  expect(jsonPatch(patch(...operations), resource(large))).toEqual([
    expect.objectContaining({ rule: 'patch-not-applicable', code: 'too-costly' }),
  ]);
});

test('jsonPatch makes own properties only', () => {
  const text = patched(
    '{"resourceType":"Group"}',
    patch('{"op":"add","path":"/__proto__","value":{"polluted":1}}', {
      op: 'add',
      path: '/__proto__/more',
      value: 2,
    }),
  );
  expect(text).toBe('{"resourceType":"Group","__proto__":{"polluted":1,"more":2}}');
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

describe('properties of jsonPatch', () => {
  const json = fc.jsonValue({ maxDepth: 3 });

  test('what was added is found by test, and removing it gives back what was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.string(), json, (members, name, value) => {
        const path = `/x/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        const text = JSON.stringify({ resourceType: 'Group', x: members });
        const add = { op: 'add', path, value };
        expect(jsonPatch(patch(add, { op: 'test', path, value }), resource(text))).toHaveProperty('text');
        const { [name]: _, ...rest } = members;
        const expected = JSON.stringify({ resourceType: 'Group', x: rest });
        expect(JSON.parse(patched(text, patch(add, { op: 'remove', path })))).toEqual(JSON.parse(expected));
      }),
    );
  });

  test('any list of operations gives a resource or an issue', () => {
    const pointer = fc.oneof(
      fc.constantFrom('', '/id', '/member', '/member/0', '/member/-', '/member/1/x', '/__proto__', '/name'),
      fc.json(),
    );
    const operation = fc.record(
      {
        op: fc.constantFrom('add', 'remove', 'replace', 'move', 'copy', 'test', 'x'),
        path: pointer,
        from: pointer,
        value: json,
      },
      { requiredKeys: ['op', 'path'] },
    );
    fc.assert(
      fc.property(fc.array(operation), (operations) => {
        const result = jsonPatch(JSON.stringify(operations), resource(GROUP));
        if ('text' in result) expect(parse(result.text)).toEqual(result);
        else expect(result[0]?.rule).toMatch(/^patch-/);
      }),
    );
  });
});
