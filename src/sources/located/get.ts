import type { Derivation, Fact, Stated } from '../../model/fact.ts';
import { NOT_STATED } from '../../model/fact.ts';
import { wholeNumber } from '../whole-number.ts';
import type { Located } from './tree.ts';
import { partOf, wordingOf } from './wording.ts';

const ARTICLES: Readonly<Record<Located['shape'], string>> = {
  object: 'an object',
  list: 'a list',
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  element: 'an element',
  attribute: 'an attribute',
  text: 'a text',
};

const NONE: readonly never[] = [];

const mismatch = (node: Located, expected: string): undefined => {
  node.tree.mismatches.push({ path: node.path, expected, found: ARTICLES[node.shape] });
  return undefined;
};

/** Whether there is anything in a node: null, blank strings, empty objects and lists state nothing. */
const isEmpty = (node: Located): boolean =>
  node.words === '' && node.members.size === 0 && node.items.length === 0;

const member = (node: Located | undefined, name: string): readonly Located[] => {
  if (node === undefined) return NONE;
  const found = node.members.get(name);
  if (found !== undefined) return found;
  if (node.tree.format === 'json' && node.shape !== 'object' && !isEmpty(node)) mismatch(node, 'an object');
  return NONE;
};

const split = (path: string): readonly [parent: string, name: string] => {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? ['', path] : [path.slice(0, dot), path.slice(dot + 1)];
};

/** The node at a path of names joined by dots, the first where siblings share a name; the node itself at ''. */
export const at = (node: Located | undefined, path = ''): Located | undefined => {
  if (path === '' || node === undefined) return node === undefined || isEmpty(node) ? undefined : node;
  const [parent, name] = split(path);
  return at(member(parent === '' ? node : at(node, parent), name)[0]);
};

/** A fact of a node's words; it is *stated* where the value equals them. */
export const factOf = <T>(node: Located, value: T, derivation?: Derivation): Fact<T> => ({
  value,
  derivation: derivation ?? (String(value) === node.words ? 'stated' : 'normalised'),
  spans: [node.tree.span(node.from, node.to)],
  words: node.words,
  path: node.path,
});

/** The node at a path if it has words of its own, those of elements among them included. What has none is a mismatch. */
const worded = (node: Located | undefined, path: string): Located | undefined => {
  const found = at(node, path);
  if (found === undefined || found.words !== '') return found;
  if (found.shape === 'element' && found.items.length === 0) return undefined;
  if (found.members.has('text()')) return { ...found, words: wordingOf(found).text.trim() };
  return mismatch(found, 'a value');
};

/** What a conversion makes of the words at a path; where it makes nothing, they are left for the remarks. */
export const as = <T>(
  node: Located | undefined,
  path: string,
  convert: (words: string) => T | undefined,
): Stated<T> => {
  const found = worded(node, path);
  const value = found && convert(found.words);
  return found === undefined || value === undefined ? NOT_STATED : factOf(found, value);
};

/** The words at a path. */
export const text = (node: Located | undefined, path = ''): Stated<string> => {
  const found = worded(node, path);
  return found === undefined ? NOT_STATED : factOf(found, found.words, 'stated');
};

/** The whole number at a path, in JSON or in digits. */
export const count = (node: Located | undefined, path = ''): Stated<number> => as(node, path, wholeNumber);

const FLAGS: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };

/** The yes or no at a path. */
export const flag = (node: Located | undefined, path = ''): Stated<boolean> =>
  as(node, path, (words) => FLAGS[words.toLowerCase()]);

/** The value that a table has for the words at a path, in its letters or in lower case. */
export const coded = <T>(node: Located | undefined, path: string, table: ReadonlyMap<string, T>): Stated<T> =>
  as(node, path, (words) => table.get(words) ?? table.get(words.toLowerCase()));

/** The items of the list at a path; in XML the elements of that name. Anything else in JSON is a mismatch. */
export const list = (node: Located | undefined, path = ''): readonly Located[] => {
  if (node?.tree.format === 'xml' && path !== '') {
    const [parent, name] = split(path);
    return member(at(node, parent), name).filter((one) => !isEmpty(one));
  }
  const found = at(node, path);
  if (found === undefined) return NONE;
  if (found.tree.format === 'xml') return [found];
  if (found.shape !== 'list') return mismatch(found, 'a list') ?? NONE;
  return found.items.filter((one) => !isEmpty(one));
};

/** The same where a record writes a list of one without brackets. */
export const oneOrMore = (node: Located | undefined, path = ''): readonly Located[] => {
  const found = node?.tree.format === 'json' ? at(node, path) : undefined;
  return found === undefined || found.shape === 'list' ? list(node, path) : [found];
};

/** The words of each item of the list at a path. */
export const texts = (node: Located | undefined, path = ''): readonly Fact<string>[] =>
  list(node, path).flatMap((item) => {
    const fact = text(item);
    return fact === NOT_STATED ? [] : [fact];
  });

/** The whole text within an element, that of the elements in it included: a sentence with emphasised words. */
export const inner = (node: Located | undefined, path = ''): Stated<string> => {
  const found = at(node, path);
  if (found === undefined || found.items.length === 0) return text(found);
  if (found.shape !== 'element') return mismatch(found, 'a text') ?? NOT_STATED;
  const { text: whole, starts } = wordingOf(found);
  const words = whole.trim();
  if (words === '') return NOT_STATED;
  const from = whole.length - whole.trimStart().length;
  return partOf(found, { text: whole, starts }, from, from + words.length);
};
