import { isTree, type Tree } from '../fhir/exact-tree.ts';
import {
  DERIVATION,
  DERIVATION_REFERENCE,
  extensionsOf,
  ORIGINAL_TEXT,
  RECORD_PATH,
} from '../fhir/source-mark.ts';
import { wordsOf } from '../fhir/words.ts';
import { said } from '../joining/said.ts';

/** A value of a resource that came from a record, with its places there. */
export interface MarkedValue {
  /** FHIRPath of the element. */
  readonly expression: string;
  readonly paths: readonly [string, ...string[]];
  /** As the record writes it: its own words where the resource has them in another form. */
  readonly words: string;
  /** What stands in the element, to be compared. */
  readonly said: string;
  /** How the value came of the record's: `stated` is that very value. */
  readonly derivation: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const referenceOf = ({ extension }: Tree): unknown => {
  const reference = extensionsOf({ extension }).find(({ url }) => url === 'reference')?.valueReference;
  return isTree(reference) ? reference.reference : undefined;
};

/** The documents that an element names as where its value came from, as references. */
export const documentsOf = (element: Tree): readonly string[] =>
  extensionsOf(element)
    .filter(({ url }) => url === DERIVATION_REFERENCE)
    .map(referenceOf)
    .filter(isText);

/** Visits each element of a resource that can be marked: what stands in it, and the object that holds its extensions. */
export const visitMarkable = (
  resource: Tree,
  visit: (element: Tree, value: unknown, expression: string) => void,
): void => {
  const walk = (node: unknown, expression: string): void => {
    if (Array.isArray(node)) {
      for (const [at, item] of node.entries()) walk(item, `${expression}[${at}]`);
      return;
    }
    if (!isTree(node)) return;
    visit(node, node, expression);
    for (const [name, child] of Object.entries(node)) {
      if (!name.startsWith('_')) walk(child, `${expression}.${name}`);
      else if (isTree(child)) {
        visit(child, node[name.slice(1)], `${expression}.${name.slice(1)}`);
        walk(extensionsOf(child), `${expression}.${name.slice(1)}.extension`);
      }
    }
  };
  walk(resource, String(resource.resourceType));
};

/** Gathers the values of a resource that came from one document. */
export const markedValues = (resource: Tree, document: string): readonly MarkedValue[] => {
  const found: MarkedValue[] = [];
  visitMarkable(resource, (element, value, expression) => {
    const marks = extensionsOf(element);
    const [first, ...others] = marks
      .filter(({ url }) => url === RECORD_PATH)
      .map((one) => one.valueString)
      .filter(isText);
    if (first === undefined || !documentsOf(element).includes(`DocumentReference/${document}`)) return;
    const original = marks.find(({ url }) => url === ORIGINAL_TEXT)?.valueString;
    const words = isText(original) ? original : wordsOf(value);
    if (words === undefined) return;
    const derivation = String(marks.find(({ url }) => url === DERIVATION)?.valueCode);
    found.push({ expression, paths: [first, ...others], words, said: said(value), derivation });
  });
  return found;
};
