import { structureDefinition } from '../fhir/canonical.ts';
import { isTree, type Tree } from '../fhir/exact-tree.ts';

/** A value of a resource that came from a record, with its places there. */
export interface MarkedValue {
  /** FHIRPath of the element. */
  readonly expression: string;
  readonly paths: readonly [string, ...string[]];
  /** As the record writes it: its own words where the resource has them in another form. */
  readonly words: string;
}

const RECORD_PATH = structureDefinition('record-path');
const DERIVATION_REFERENCE = 'http://hl7.org/fhir/StructureDefinition/derivation-reference';
const ORIGINAL_TEXT = 'http://hl7.org/fhir/StructureDefinition/originalText';

const extensionsOf = (element: Tree): readonly Tree[] =>
  Array.isArray(element.extension) ? element.extension.filter(isTree) : [];

const isText = (value: unknown): value is string => typeof value === 'string';

/** A single value as text; of a type with several parts, the part that holds words. */
const wordsOf = (value: unknown): string | undefined => {
  if (!isTree(value)) return value === undefined ? undefined : isText(value) ? value : JSON.stringify(value);
  return [value.text, value.value, value.display, value.reference]
    .map((part) => part && wordsOf(part))
    .find(isText);
};

const referenceOf = ({ extension }: Tree): unknown => {
  const reference = extensionsOf({ extension }).find(({ url }) => url === 'reference')?.valueReference;
  return isTree(reference) ? reference.reference : undefined;
};

/** Gathers the values of a resource that came from one document; a person's correction stands for what it corrects. */
export const markedValues = (resource: Tree, document: string): readonly MarkedValue[] => {
  const found: MarkedValue[] = [];
  const take = (element: Tree, value: unknown, expression: string): void => {
    const marks = extensionsOf(element);
    const [first, ...others] = marks
      .filter(({ url }) => url === RECORD_PATH)
      .map((one) => one.valueString)
      .filter(isText);
    const isHere = marks.some((one) => one.url === DERIVATION_REFERENCE && referenceOf(one) === document);
    const original = marks.find(({ url }) => url === ORIGINAL_TEXT)?.valueString;
    const words = isText(original) ? original : wordsOf(value);
    if (first !== undefined && isHere && words !== undefined)
      found.push({ expression, paths: [first, ...others], words });
  };
  const walk = (node: unknown, expression: string): void => {
    if (Array.isArray(node)) {
      for (const [at, item] of node.entries()) walk(item, `${expression}[${at}]`);
      return;
    }
    if (!isTree(node)) return;
    take(node, node, expression);
    for (const [name, child] of Object.entries(node)) {
      if (!name.startsWith('_')) walk(child, `${expression}.${name}`);
      else if (isTree(child)) {
        take(child, node[name.slice(1)], `${expression}.${name.slice(1)}`);
        walk(extensionsOf(child), `${expression}.${name.slice(1)}.extension`);
      }
    }
  };
  walk(resource, String(resource.resourceType));
  return found;
};
