import { isTree, type Tree } from '../../src/fhir/exact-tree.ts';

/** A value in FHIR with the place in its document that it names. */
export interface Placed {
  readonly path: string;
  readonly words: string;
  /** In code points. */
  readonly offset: number;
  readonly length: number;
}

const listOf = (value: unknown): readonly Tree[] => (Array.isArray(value) ? value.filter(isTree) : []);
const ending = (element: Tree, end: string): readonly Tree[] =>
  listOf(element.extension).filter(({ url }) => String(url).endsWith(`/${end}`));
const numberIn = (extension: Tree, name: string): number =>
  Number(JSON.stringify(listOf(extension.extension).find(({ url }) => url === name)?.valueInteger));
const written = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : value === undefined ? undefined : JSON.stringify(value);

const wordsOf = (value: unknown): string | undefined =>
  isTree(value)
    ? [value.text, value.value, value.display, value.reference].map(written).find((one) => one !== undefined)
    : written(value);

/** Every value in a resource or Bundle that names a place in a record. */
export const placedValues = (root: Tree): readonly Placed[] => {
  const found: Placed[] = [];
  const take = (element: Tree, value: unknown): void => {
    const original = ending(element, 'originalText')[0]?.valueString;
    const words = typeof original === 'string' ? original : wordsOf(value);
    const spans = ending(element, 'derivation-reference');
    for (const [at, path] of ending(element, 'record-path').entries()) {
      const span = spans[at];
      if (words !== undefined && span !== undefined)
        found.push({
          path: String(path.valueString),
          words,
          offset: numberIn(span, 'offset'),
          length: numberIn(span, 'length'),
        });
    }
  };
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) walk(item);
    if (!isTree(node)) return;
    take(node, node);
    for (const [name, child] of Object.entries(node)) {
      if (name.startsWith('_') && isTree(child)) {
        take(child, node[name.slice(1)]);
        walk(child.extension);
      } else walk(child);
    }
  };
  walk(root);
  return found;
};
