import { SaxesParser } from 'saxes';
import {
  Broken,
  type BrokenTree,
  type Draft,
  type DraftTree,
  draft,
  type Located,
  locate,
  MAX_DEPTH,
  type Tree,
} from './tree.ts';
import { decoded } from './wording.ts';

const DECLARES_NAMESPACE = /^xmlns(?::|$)/;

interface Open extends Draft {
  readonly name: string;
  readonly items: Draft[];
  readonly members: Map<string, Draft[]>;
}

/** The bounds of a text without the white space at both its ends, written plainly or by reference. */
const trimmed = (text: string, from: number, to: number): readonly [from: number, to: number] => {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const end = Math.max(start, from + raw.trimEnd().length);
  if (!/^&|;$/.test(text.slice(start, end))) return [start, end];
  const wording = decoded('xml', text.slice(start, end), start);
  const first = wording.text.length - wording.text.trimStart().length;
  return [wording.starts[first] ?? start, wording.starts[wording.text.trimEnd().length] ?? end];
};

/** Where each attribute's value stands in an open tag, without its quotes. */
const attributePlaces = (
  text: string,
  from: number,
  to: number,
): ReadonlyMap<string, readonly [number, number]> => {
  const places = new Map<string, readonly [number, number]>();
  for (const { index, groups = {} } of text
    .slice(from, to)
    .matchAll(/(?<name>[^\s=<>"'/]+)(?<is>\s*=\s*)(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g)) {
    const { name = '', is = '', double, single } = groups;
    const start = from + index + name.length + is.length + 1;
    places.set(name, [start, start + (double ?? single ?? '').length]);
  }
  return places;
};

/** Gives every node its path; only now is it known which siblings share a name. */
const setPaths = (node: Draft, path: string): void => {
  node.path = path;
  for (const [name, all] of node.members as ReadonlyMap<string, Draft[]>)
    for (const [index, one] of all.entries())
      setPaths(one, all.length > 1 ? `${path}/${name}[${index + 1}]` : `${path}/${name}`);
};

const build = (tree: DraftTree): Located => {
  const { text } = tree;
  const open: Open[] = [];
  let root: Open | undefined;
  let said = '';
  let markupEnd = 0;
  const parser = new SaxesParser();

  const fail = (message: string): never => {
    throw new Broken(message, Math.min(parser.position, text.length));
  };
  const add = (around: Open, name: string, node: Draft): void => {
    const siblings = around.members.get(name);
    if (siblings === undefined) around.members.set(name, [node]);
    else siblings.push(node);
  };
  /** What was said since the last tag becomes a text of the element around it. */
  const flush = (tagStart: number): void => {
    const around = open.at(-1);
    const words = said.trim();
    said = '';
    if (around === undefined || words === '') return;
    const node = draft(tree, 'text', '', markupEnd);
    [node.from, node.to] = trimmed(text, markupEnd, tagStart);
    node.words = words;
    around.items.push(node);
  };

  parser.on('error', ({ message }) => fail(message.replace(/^(?:\d+:\d+: )?/, 'not well-formed XML: ')));
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) fail('a document type that declares entities is not read');
  });
  const onText = (found: string): void => {
    said += found;
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === MAX_DEPTH) fail(`nested deeper than ${MAX_DEPTH} levels`);
    const end = parser.position;
    const start = text.lastIndexOf('<', end - 1);
    flush(start);
    const node: Open = Object.assign(draft(tree, 'element', '', end), {
      name,
      items: [],
      members: new Map(),
    });
    const names = Object.keys(attributes).filter((one) => !DECLARES_NAMESPACE.test(one));
    if (names.length > 0) {
      const places = attributePlaces(text, start + 1 + name.length, end);
      for (const one of names) {
        const [from, to] = places.get(one) ?? fail(`the place of the attribute ${one} is not found`);
        const attribute = draft(tree, 'attribute', '', from);
        attribute.to = to;
        attribute.words = (attributes[one] ?? '').trim() === '' ? '' : attributes[one]!;
        add(node, `@${one}`, attribute);
        if (attribute.words !== '') tree.leaves.push(attribute);
      }
    }
    const around = open.at(-1);
    if (around !== undefined) {
      add(around, name, node);
      around.items.push(node);
    }
    root ??= node;
    open.push(node);
    markupEnd = end;
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    const end = parser.position;
    const start = isSelfClosing ? end : text.lastIndexOf('<', end - 1);
    flush(start);
    const node = open.pop()!;
    node.to = Math.max(start, node.from);
    const texts = node.items.filter(({ shape }) => shape === 'text');
    const [only] = texts;
    if (only !== undefined && node.items.length === 1) {
      // The element itself stands for its only text.
      node.from = only.from;
      node.to = only.to;
      node.words = only.words;
      node.items.length = 0;
      tree.leaves.push(node);
    } else if (texts.length > 0) {
      node.members.set('text()', texts);
      tree.leaves.push(...texts);
    }
    markupEnd = end;
  });
  parser.write(text).close();
  if (root === undefined) return fail('not well-formed XML: no element');
  setPaths(root, `/${root.name}`);
  tree.leaves.sort((a, b) => a.from - b.from);
  return root;
};

/**
 * Parses XML (https://www.w3.org/TR/xml/) to nodes that know their places. No document type is read or fetched, so
 * there are no entities but XML's own five, and a text that declares others is refused.
 */
export const locateXml = (text: string): Tree | BrokenTree => locate('xml', text, build);
