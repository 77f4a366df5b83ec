import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NOT_STATED } from '../../../src/model/fact.ts';
import * as get from '../../../src/sources/located/get.ts';
import { locateJson } from '../../../src/sources/located/json.ts';
import { mismatchesIn } from '../../../src/sources/located/mismatches.ts';
import type { BrokenTree, Located, Tree } from '../../../src/sources/located/tree.ts';
import { decoded } from '../../../src/sources/located/wording.ts';
import { locateXml } from '../../../src/sources/located/xml.ts';

const sound = (found: Tree | BrokenTree): Tree => {
  if (found.kind === 'broken') throw new Error(found.message);
  return found;
};
const json = (text: string): Tree => sound(locateJson(text));
const xml = (text: string): Tree => sound(locateXml(text));

/** What a leaf's span cuts out of the text, counted in code points. */
const cut = (tree: Tree, { from, to }: Located): string => {
  const { offset, length } = tree.span(from, to);
  return [...tree.text].slice(offset, offset + length).join('');
};

/** The plain value of a tree, for comparison with JSON.parse. */
const plain = (node: Located): unknown => {
  if (node.shape === 'object')
    return Object.fromEntries([...node.members].map(([name, [value]]) => [name, plain(value!)]));
  if (node.shape === 'list') return node.items.map(plain);
  if (node.shape === 'string') return node.words;
  return JSON.parse(node.words || 'null');
};

/** Blank strings state nothing, and are read as empty. */
const withoutBlanks = (value: unknown): unknown => {
  if (typeof value === 'string') return value.trim() === '' ? '' : value;
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutBlanks(one)]));
};

describe('JSON', () => {
  const values = fc
    .json({ stringUnit: 'binary', maxDepth: 6 })
    .filter((text) => text.isWellFormed() && !/\\ud[89a-f]/i.test(text));
  const spaced = fc
    .tuple(values, fc.nat(3))
    .map(([text, indent]) => JSON.stringify(JSON.parse(text), undefined, indent));

  test('is read as JSON.parse reads it', () => {
    fc.assert(
      fc.property(spaced, (text) => {
        const expected = withoutBlanks(JSON.parse(text));
        expect(plain(json(text).root)).toEqual(expected === '' ? '' : expected);
      }),
      { numRuns: 300 },
    );
  });

  test('knows where each value stands', () => {
    fc.assert(
      fc.property(spaced, (text) => {
        const tree = json(text);
        for (const leaf of tree.leaves) {
          const raw = cut(tree, leaf);
          expect(JSON.parse(leaf.shape === 'string' ? `"${raw}"` : raw)).toEqual(plain(leaf));
          expect(decoded('json', raw, 0).text).toBe(leaf.words);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('names each place', () => {
    const tree = json('{"a":{"b":[1,{"c d":"x"}]},"e":true}');
    expect(tree.leaves.map(({ path }) => path)).toEqual(['a.b[0]', 'a.b[1]["c d"]', 'e']);
  });

  test.each([
    ['{"a": "b', 1, 9, 'the text ends where a string’s closing quote is expected'],
    ['{"a":\n [1,', 2, 5, 'the text ends where a value is expected'],
    ['{"a": 1}\nx', 2, 1, 'nothing more is expected, "x" found'],
    ['{"a": 1, "a": 2}', 1, 10, 'the name "a" comes twice'],
    ['{"a": 01}', 1, 8, '“,” or “}” is expected, "1" found'],
    ['{a: 1}', 1, 2, 'a name in quotes is expected, "a" found'],
    ['["\\x"]', 1, 2, 'a string has an escape that JSON does not know'],
    ['["\\ud83d"]', 1, 2, 'a string has half a character (a lone surrogate)'],
    ['', 1, 1, 'the text ends where a value is expected'],
  ])('tells where %j breaks', (text, line, column, message) => {
    expect(locateJson(text)).toEqual({ kind: 'broken', message, line, column });
  });

  test('has bounds', () => {
    expect(locateJson('['.repeat(100) + ']'.repeat(100))).toMatchObject({ kind: 'tree' });
    expect(locateJson('['.repeat(200_000))).toMatchObject({ message: 'nested deeper than 100 levels' });
    expect(locateJson(`"${'x'.repeat(100_000_001)}`)).toMatchObject({
      kind: 'broken',
      message: /longer than/,
    });
  });

  test('ends somewhere for every beginning of a text', () => {
    const text = '{"a": ["\\u00e9😀", -1.5e3, {"b": null}], "c": false}';
    for (let end = 0; end < text.length; end++) expect(locateJson(text.slice(0, end)).kind).toBe('broken');
  });
});

describe('XML', () => {
  const word = fc.string({
    unit: fc.constantFrom(
      'a',
      'é',
      '😀',
      '&amp;',
      '&#13;',
      '&lt;',
      ' ',
      '\n',
      '\r\n',
      '<!-- c -->',
      '<![CDATA[<x> &amp;]]>',
      '"',
    ),
  });
  const texts = fc.letrec<{ element: string; content: string }>((tie) => ({
    element: fc
      .tuple(
        fc.constantFrom('a', 'b', 'c'),
        fc.option(
          word.filter((one) => !/["<]/.test(one)),
          { nil: undefined },
        ),
        tie('content'),
      )
      .map(
        ([name, attribute, content]) =>
          `<${name}${attribute === undefined ? '' : ` x = "${attribute}"`}>${content}</${name}>`,
      ),
    content: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.array(tie('element')).map((all) => all.join('')),
      fc.tuple(word, tie('element'), word).map((all) => all.join('')),
    ),
  })).element;

  test('knows where each value stands', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const tree = xml(text);
        for (const leaf of tree.leaves) {
          const raw = cut(tree, leaf);
          if (leaf.shape === 'attribute')
            expect(decoded('xml', raw.replace(/\r\n|[\n\t]/g, ' '), 0).text).toBe(leaf.words);
          else expect(decoded('xml', raw, 0).text.trim()).toBe(leaf.words);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('names each place, with an index only where siblings share a name', () => {
    const tree = xml('<?xml version="1.0"?><a xmlns="urn:x"><b n="1">x</b><b>y</b><c><d>z</d></c></a>');
    expect(tree.leaves.map(({ path, words }) => [path, words])).toEqual([
      ['/a/b[1]/@n', '1'],
      ['/a/b[1]', 'x'],
      ['/a/b[2]', 'y'],
      ['/a/c/d', 'z'],
    ]);
  });

  test('keeps text beside elements, in pieces or as a whole', () => {
    const text = '<a>\n It is <i>very</i>  small &lt; 5.\n</a>';
    expect(xml(text).leaves.map(({ path, words }) => [path, words])).toEqual([
      ['/a/text()[1]', 'It is'],
      ['/a/i', 'very'],
      ['/a/text()[2]', 'small < 5.'],
    ]);
    const tree = xml(text);
    expect(get.inner(tree.root)).toMatchObject({
      value: 'It is very  small < 5.',
      spans: [{ offset: 5, length: 32 }],
      path: '/a',
    });
  });

  test('takes a value with elements among its words as one', () => {
    const { root } = xml('<r><a> 12 <i>mg</i> &amp; more</a></r>');
    expect(get.text(root, 'a')).toMatchObject({ value: '12 mg & more', derivation: 'stated', path: '/r/a' });
    expect(mismatchesIn(root.tree)).toBeUndefined();
  });

  test.each([
    ['<a><b></a>', 'not well-formed XML'],
    ['<a>text', 'not well-formed XML'],
    ['<a>&b;</a>', 'not well-formed XML'],
    ['', 'not well-formed XML'],
    ['<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>', 'declares entities'],
    ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'declares entities'],
    ['<a>'.repeat(101) + '</a>'.repeat(101), 'nested deeper than 100 levels'],
  ])('refuses %.60s', (text, message) => {
    expect(locateXml(text)).toMatchObject({ kind: 'broken', message: expect.stringContaining(message) });
  });

  test('fetches no document type', () => {
    const text = '<!DOCTYPE a PUBLIC "-//NLM//DTD" "https://dtd.invalid/a.dtd"><a>b</a>';
    expect(get.text(xml(text).root)).toMatchObject({ value: 'b' });
    expect(locateXml(text.replace('>b<', '>&nbsp;<'))).toMatchObject({ kind: 'broken' });
  });
});

describe('what is asked of a tree', () => {
  const tree = () =>
    json(
      '{"a":{"t":"😀 \\"x\\"","n":12,"s":"1.50","f":true,"y":"Yes","l":["p",null,"","q"],"o":[{"k":"v"}]},"null":null}',
    );

  test('is a fact with words, place and path', () => {
    expect(get.text(tree().root, 'a.t')).toEqual({
      value: '😀 "x"',
      words: '😀 "x"',
      derivation: 'stated',
      spans: [{ offset: 11, length: 7 }],
      path: 'a.t',
    });
    expect(get.count(tree().root, 'a.n')).toMatchObject({ value: 12, derivation: 'stated' });
    expect(get.flag(tree().root, 'a.f')).toMatchObject({ value: true, derivation: 'stated' });
    expect(get.flag(tree().root, 'a.y')).toMatchObject({
      value: true,
      derivation: 'normalised',
      words: 'Yes',
    });
    expect(get.texts(tree().root, 'a.l').map(({ value }) => value)).toEqual(['p', 'q']);
    expect(get.coded(tree().root, 'a.y', new Map([['yes', 1]]))).toMatchObject({ value: 1 });
  });

  test.each(['b', 'null', 'null.x', 'a.z', 'a.l.x'])('is not stated at %s', (path) => {
    expect(get.text(tree().root, path)).toBe(NOT_STATED);
  });

  test('is not stated where its words are none of what is asked for', () => {
    const one = tree();
    expect(get.count(one.root, 'a.y')).toBe(NOT_STATED);
    expect(get.count(one.root, 'a.s')).toBe(NOT_STATED);
    expect(get.flag(one.root, 'a.s')).toBe(NOT_STATED);
    expect(get.coded(one.root, 'a.s', new Map())).toBe(NOT_STATED);
    expect(mismatchesIn(one)).toBeUndefined();
  });

  test('and is built otherwise is told by its path', () => {
    const one = tree();
    get.text(one.root, 'a');
    get.list(one.root, 'a.t');
    get.at(one.root, 'a.n.x');
    expect(mismatchesIn(one)).toBe(
      'a value at a, where an object stands; a list at a.t, where a string stands; an object at a.n, where a number stands',
    );
    expect(get.oneOrMore(one.root, 'a.t').map(({ words }) => words)).toEqual(['😀 "x"']);
  });

  test('may be siblings in XML', () => {
    const { root } = xml('<r><a k="1">x</a><b><c>y</c></b><a/><a>z</a></r>');
    expect(get.texts(root, 'a').map(({ value, path }) => [value, path])).toEqual([
      ['x', '/r/a[1]'],
      ['z', '/r/a[3]'],
    ]);
    expect(get.text(root, 'a.@k')).toMatchObject({
      value: '1',
      path: '/r/a[1]/@k',
      spans: [{ offset: 9, length: 1 }],
    });
    expect(get.text(root, 'b.c')).toMatchObject({ value: 'y' });
    expect(get.text(root, 'b')).toBe(NOT_STATED);
    expect(mismatchesIn(root.tree)).toBe('a value at /r/b, where an element stands');
  });
});
