import {
  Broken,
  type BrokenTree,
  type DraftTree,
  draft,
  type Located,
  locate,
  MAX_DEPTH,
  type Tree,
} from './tree.ts';

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;
const PLAIN_NAME = /^[\w$-]+$/;

const memberPath = (path: string, name: string): string => {
  if (!PLAIN_NAME.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === '' ? name : `${path}.${name}`;
};

const build = (tree: DraftTree): Located => {
  const { text, leaves } = tree;
  let at = 0;

  const fail = (expected: string): never => {
    if (at >= text.length) throw new Broken(`the text ends where ${expected} is expected`, text.length);
    throw new Broken(`${expected} is expected, ${JSON.stringify(text.charAt(at))} found`, at);
  };
  const match = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  };
  const space = (): void => {
    if (text.charCodeAt(at) <= 0x20) match(SPACE);
  };
  /** The decoded string whose opening quote is at `at`; run by run, as a pattern would exhaust the stack. */
  const string = (): string => {
    const start = at;
    let escaped = false;
    let next = at + 1;
    for (;;) {
      const unit = text.charCodeAt(next);
      if (unit === 0x22) break;
      if (unit === 0x5c) {
        escaped = true;
        next += 2;
      } else if (unit >= 0x20) next += 1;
      else {
        at = Math.min(next, text.length);
        fail('a string’s closing quote');
      }
    }
    at = next + 1;
    if (!escaped) return text.slice(start + 1, next);
    let decoded = '';
    try {
      decoded = JSON.parse(text.slice(start, at)) as string;
    } catch {
      throw new Broken('a string has an escape that JSON does not know', start);
    }
    if (!decoded.isWellFormed()) throw new Broken('a string has half a character (a lone surrogate)', start);
    return decoded;
  };

  const separated = (close: string, item: (index: number) => void): void => {
    at += 1;
    space();
    if (text.charAt(at) === close) {
      at += 1;
      return;
    }
    for (let index = 0; ; index++) {
      item(index);
      space();
      const next = text.charAt(at);
      if (next !== ',' && next !== close) fail(`“,” or “${close}”`);
      at += 1;
      if (next === close) return;
      space();
    }
  };

  const value = (path: string, depth: number): Located => {
    if (depth > MAX_DEPTH) throw new Broken(`nested deeper than ${MAX_DEPTH} levels`, at);
    const first = text.charAt(at);
    if (first === '{') {
      const node = draft(tree, 'object', path, at);
      const members = new Map<string, Located[]>();
      separated('}', () => {
        const start = at;
        if (text.charAt(at) !== '"') fail('a name in quotes');
        const name = string();
        if (members.has(name)) throw new Broken(`the name ${JSON.stringify(name)} comes twice`, start);
        space();
        if (text.charAt(at) !== ':') fail('“:”');
        at += 1;
        space();
        members.set(name, [value(memberPath(path, name), depth + 1)]);
      });
      node.members = members;
      node.to = at;
      return node;
    }
    if (first === '[') {
      const node = draft(tree, 'list', path, at);
      const items: Located[] = [];
      separated(']', (index) => {
        items.push(value(`${path}[${index}]`, depth + 1));
      });
      node.items = items;
      node.to = at;
      return node;
    }
    if (first === '"') {
      const node = draft(tree, 'string', path, at + 1);
      node.words = string();
      node.to = at - 1;
      if (node.words.trim() === '') node.words = '';
      else leaves.push(node);
      return node;
    }
    const start = at;
    const number = match(NUMBER);
    const words = number || match(WORD) || fail('a value');
    const node = draft(tree, number ? 'number' : words === 'null' ? 'null' : 'boolean', path, start);
    node.to = at;
    if (words !== 'null') {
      node.words = words;
      leaves.push(node);
    }
    return node;
  };

  space();
  const root = value('', 1);
  space();
  if (at < text.length) fail('nothing more');
  return root;
};

/** Parses JSON (https://www.rfc-editor.org/rfc/rfc8259) to nodes that know their places; names must be distinct. */
export const locateJson = (text: string): Tree | BrokenTree => locate('json', text, build);
