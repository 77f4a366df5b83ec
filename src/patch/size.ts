import { isTree } from '../fhir/exact-tree.ts';
import { notApplicable } from './patch-error.ts';

/** How large a tree is as JSON: characters, and levels of objects and lists. */
interface Size {
  readonly length: number;
  readonly depth: number;
}

const MAX: Size = { length: 16 * 1024 * 1024, depth: 200 };

/** Trees are not changed in place, so what was measured once stays as large. */
const measured = new WeakMap<object, Size>();

const sizeOf = (value: unknown): Size => {
  if (typeof value === 'string') return { length: value.length + 2, depth: 0 };
  if (!isTree(value) && !Array.isArray(value)) return { length: JSON.stringify(value).length, depth: 0 };
  let size = measured.get(value);
  if (size === undefined) {
    size = { length: 2, depth: 0 };
    for (const part of isTree(value) ? Object.entries(value).flat() : value) {
      const { length, depth } = sizeOf(part);
      size = { length: size.length + length + 1, depth: Math.max(size.depth, depth) };
    }
    size = { ...size, depth: size.depth + 1 };
    measured.set(value, size);
  }
  return size;
};

/** Refuses what a patch has made too large: copies of copies would grow without end. */
export const checkSize = (tree: unknown, expression: string): void => {
  const { length, depth } = sizeOf(tree);
  if (depth > MAX.depth)
    throw notApplicable(
      `The resource would be nested deeper than ${MAX.depth} levels`,
      expression,
      'too-long',
    );
  if (length > MAX.length)
    throw notApplicable(`The resource would be larger than ${MAX.length} characters`, expression, 'too-long');
};
