import type { Fact } from '../../src/model/fact.ts';
import { protocolPage } from '../../src/sources/euctr/page.ts';
import { textExport } from '../../src/sources/euctr/text-export.ts';
import { locateJson } from '../../src/sources/located/json.ts';
import type { BrokenTree, Tree } from '../../src/sources/located/tree.ts';
import { decoded } from '../../src/sources/located/wording.ts';
import { locateXml } from '../../src/sources/located/xml.ts';
import { readAll } from '../../src/sources/read.ts';

const isFact = (value: object): value is Fact<unknown> => 'spans' in value && 'words' in value;

/** All facts anywhere in a record, its remarks included. */
export const factsIn = (value: unknown): readonly Fact<unknown>[] => {
  if (typeof value !== 'object' || value === null) return [];
  return isFact(value) ? [value] : Object.values(value).flatMap(factsIn);
};

const between = (points: readonly string[], offset: number, length: number): string =>
  points.slice(offset, offset + length).join('');

/**
 * What a record has lost or misplaced of the tree it was read from: leaves of which there is no fact, facts whose
 * place does not say their words. Empty where nothing is.
 */
const lossesOf = (tree: Tree, record: unknown): readonly string[] => {
  const facts = factsIn(record);
  const points = [...tree.text];
  const places = new Set(
    facts.flatMap(({ spans }) => spans.map(({ offset, length }) => `${offset}+${length}`)),
  );
  const lost = tree.leaves.filter(({ from, to }) => {
    const { offset, length } = tree.span(from, to);
    return !places.has(`${offset}+${length}`);
  });
  const misplaced = facts.filter(({ spans, words }) => {
    const { offset, length } = spans[0];
    return decoded(tree.format, between(points, offset, length), 0).text.trim() !== words.trim();
  });
  const unnamed = facts.filter(({ path }) => path === undefined);
  return [
    ...lost.map(({ path, words }) => `no fact of ${path}: ${words}`),
    ...misplaced.map(({ path, words }) => `${path} does not say: ${words}`),
    ...unnamed.map(({ words }) => `no path: ${words}`),
  ];
};

const treeOf = (text: string): Tree => {
  const form = textExport(text) ?? protocolPage(text);
  if (form && 'tree' in form) return form.tree;
  const tree: Tree | BrokenTree = /^\s*[{[]/.test(text) ? locateJson(text) : locateXml(text);
  if (tree.kind === 'broken') throw new Error(tree.message);
  return tree;
};

/** What each record of a document has lost; why others are refused. */
export const losses = (bytes: Uint8Array): readonly string[] =>
  [...readAll(bytes)].flatMap((found) => {
    if (found.kind === 'record') return lossesOf(treeOf(found.document.text), found.record);
    return [found.kind === 'refused' ? `refused: ${found.takenFor}, ${found.missing}` : found.kind];
  });
