import type { ElementDefinition, StructureDefinition } from 'fhir/r5.js';
import { type ElementNode, elementTree } from './element-tree.ts';
import { inheritedElement } from './inherited-extension.ts';

/** Finds a StructureDefinition by its canonical URL, with or without version. */
export type Find = (canonicalUrl: string) => StructureDefinition | undefined;

const TYPE = 'http://hl7.org/fhir/StructureDefinition/';

/** A type's name as the URL of its definition; logical models are named by it. */
export const typeUrl = (code: string): string => (code.includes(':') ? code : TYPE + code);

const TEXTS = ['definition', 'comment', 'requirements', 'meaningWhenMissing'] as const;

/** Links of R5's own pages are relative to where R5 is published. */
const absoluteLinks = (text: string): string =>
  text.replace(/\]\((?![a-z]+:|#|\/)([^)\s]+)\)/g, '](http://hl7.org/fhir/R5/$1)');

const withAbsoluteLinks = (element: ElementDefinition): ElementDefinition => {
  const changed = TEXTS.flatMap((name) => {
    const text = element[name];
    return text?.includes('](') ? [[name, absoluteLinks(text)] as const] : [];
  });
  return changed.length > 0 ? { ...element, ...Object.fromEntries(changed) } : element;
};

const isOfR5 = ({ url, derivation }: StructureDefinition): boolean =>
  derivation !== 'constraint' && url.startsWith(TYPE);

const inherited = (element: ElementDefinition, definition: StructureDefinition): ElementDefinition => {
  const { contentReference, constraint, ...rest } = inheritedElement(
    isOfR5(definition) ? withAbsoluteLinks(element) : element,
  );
  const base = element.base ?? { path: element.path, min: element.min ?? 0, max: element.max ?? '*' };
  return {
    ...rest,
    base,
    ...(contentReference !== undefined && {
      contentReference: contentReference.startsWith('#')
        ? definition.url + contentReference
        : contentReference,
    }),
    ...(constraint && {
      constraint: constraint.map((one) => (one.source ? one : { ...one, source: definition.url })),
    }),
  };
};

const inheritedNode = (node: ElementNode, definition: StructureDefinition): ElementNode => ({
  ...node,
  element: inherited(node.element ?? { path: node.name }, definition),
  children: node.children.map((child) => inheritedNode(child, definition)),
  slices: node.slices.map((slice) => inheritedNode(slice, definition)),
});

const trees = new WeakMap<StructureDefinition, ElementNode | null>();

/** The snapshot of a definition as the tree that others derive from; `undefined` if its list is broken. */
export const inheritedTree = (definition: StructureDefinition): ElementNode | undefined => {
  let tree = trees.get(definition);
  if (tree === undefined) {
    const parsed = elementTree(definition.snapshot?.element ?? []);
    tree = 'misplaced' in parsed ? null : inheritedNode(parsed, definition);
    trees.set(definition, tree);
  }
  return tree ?? undefined;
};
