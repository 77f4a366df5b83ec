import type { Span } from '../../model/fact.ts';
import { codePointSpans } from './code-points.ts';

export type Shape =
  | 'object'
  | 'list'
  | 'string'
  | 'number'
  | 'boolean'
  | 'null'
  | 'element'
  | 'attribute'
  | 'text';

/** A value, object, list, element or attribute of a record, with its place in the record's text. */
export interface Located {
  readonly tree: Tree;
  readonly shape: Shape;
  /** `protocolSection.designModule.phases[0]`, `/trials/trial[1]/main/phase`, `/a/b/@name`. */
  readonly path: string;
  /** The decoded value; empty where it states none of its own. */
  readonly words: string;
  /** Bounds of the value as written, in UTF-16 units: between a string's quotes, within an element's tags. */
  readonly from: number;
  readonly to: number;
  /** What it has under a name: one node in JSON, in XML all siblings of that name; attributes as `@name`. */
  readonly members: ReadonlyMap<string, readonly Located[]>;
  /** The items of a list; an element's elements and texts in their order. */
  readonly items: readonly Located[];
}

/** What was expected of a node, and what was found there. */
interface Mismatch {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

/** What a record is written in; `text` stands for itself. */
export type Format = 'json' | 'xml' | 'html' | 'text';

/** A record's text, and what stands where in it. */
export interface Tree {
  readonly kind: 'tree';
  readonly format: Format;
  readonly text: string;
  readonly root: Located;
  /** All nodes with words of their own, in the order of the text. */
  readonly leaves: readonly Located[];
  /** Where the record is not built as its reader expects. */
  readonly mismatches: Mismatch[];
  /** The span in code points between two UTF-16 indices. */
  readonly span: (from: number, to: number) => Span;
}

/** Why a text is no tree: line and column count from 1, in UTF-16 units. */
export interface BrokenTree {
  readonly kind: 'broken';
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** A tree in the making. */
export type Draft = { -readonly [K in keyof Located]: Located[K] };
export type DraftTree = { -readonly [K in keyof Tree]: Tree[K] } & { leaves: Located[] };

/** Deeper than any registry's record goes; what is deeper would only exhaust the stack. */
export const MAX_DEPTH = 100;

/** In UTF-16 units; ten times the longest record there is. */
const MAX_LENGTH = 100_000_000;

/** Ends the reading of a broken text; never leaves this folder. */
export class Broken extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const NONE: ReadonlyMap<string, readonly Located[]> = new Map();
const NO_ITEMS: readonly Located[] = [];

/** A node without members, items or words. */
export const draft = (tree: Tree, shape: Shape, path: string, from: number): Draft => ({
  tree,
  shape,
  path,
  words: '',
  from,
  to: from,
  members: NONE,
  items: NO_ITEMS,
});

/** Builds a tree; what breaks is told with its line and column. */
export const locate = (
  format: Format,
  text: string,
  build: (tree: DraftTree) => Located,
): Tree | BrokenTree => {
  try {
    if (text.length > MAX_LENGTH) throw new Broken(`longer than ${MAX_LENGTH} characters`, MAX_LENGTH);
    const tree: Omit<DraftTree, 'root'> = {
      kind: 'tree',
      format,
      text,
      leaves: [],
      mismatches: [],
      span: codePointSpans(text),
    };
    return Object.assign(tree, { root: build(tree as DraftTree) });
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    const before = text.slice(0, error.offset);
    return {
      kind: 'broken',
      message: error.message,
      line: before.split('\n').length,
      column: before.length - before.lastIndexOf('\n'),
    };
  }
};
