import type { Element, FhirResource } from 'fhir/r5.js';

/** An element of a resource: where it is, its value, and what stands on it: extensions. */
export interface Placed {
  readonly path: string;
  readonly value: unknown;
  readonly element: Pick<Element, 'extension'>;
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An element and all in it, the outer ones first; extensions are not gone into. */
export const within = (path: string, value: unknown, beside: unknown): Placed[] => {
  if (Array.isArray(value) || Array.isArray(beside)) {
    const values: readonly unknown[] = Array.isArray(value) ? value : [];
    const others: readonly unknown[] = Array.isArray(beside) ? beside : [];
    const count = Math.max(values.length, others.length);
    return Array.from({ length: count }, (_, at) => within(`${path}[${at}]`, values[at], others[at])).flat();
  }
  if (!isTree(value)) return [{ path, value, element: isTree(beside) ? beside : {} }];
  return [{ path, value, element: value }, ...children(path, value)];
};

const children = (path: string, tree: Tree): Placed[] => {
  const names = new Set(Object.keys(tree).map((name) => name.replace(/^_/, '')));
  names.delete('extension');
  return [...names].flatMap((name) => within(`${path}.${name}`, tree[name], tree[`_${name}`]));
};

/** Every element of a resource, the outer ones first; extensions are not gone into. */
export const elementsOf = (resource: FhirResource): Placed[] =>
  children(resource.resourceType, resource as unknown as Tree);
