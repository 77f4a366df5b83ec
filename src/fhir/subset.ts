import type { ElementTable } from './element-table.ts';
import { R5 } from './elements.ts';
import { exactTree, isTree, type Tree } from './exact-tree.ts';

/** How much of a resource is wanted: https://hl7.org/fhir/R5/search.html#_summary, https://hl7.org/fhir/R5/search.html#_elements */
export type Subset =
  | { readonly summary: 'true' | 'text' | 'data' }
  | { readonly elements: readonly string[] };

/** The tag of a resource of which something is left out: https://hl7.org/fhir/R5/search.html#summary */
export const SUBSETTED = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'SUBSETTED',
};

const ALWAYS = new Set(['resourceType', 'id', 'meta']);

/** An element's own name, whether it stands for the primitive's value or for its extensions. */
const ownName = (name: string): string => name.replace(/^_/, '');

/** Whether the summary has but parts of an element: a backbone element, or an attachment, whose data may be large. */
const isInParts = (type: string): boolean => type.includes('.') || type === 'Attachment';

/** Whether of an element, or of all of a list, nothing is left. */
const isNothing = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isNothing) : isTree(value) && Object.keys(value).length === 0;

/** What the summary keeps of an element: other data types whole, of its parts what is in the summary again. */
const inSummary = (from: ElementTable, value: unknown, path: string): unknown => {
  if (Array.isArray(value))
    return value.map((item) => inSummary(from, item, path)).filter((item) => !isNothing(item));
  if (!isTree(value) || !isInParts(path)) return value;
  return kept(from, value, path, (name) => {
    const { isSummary = false, min = 0 } = from.element(path, name)?.element ?? {};
    return isSummary || min > 0;
  });
};

const kept = (from: ElementTable, tree: Tree, type: string, keeps: (name: string) => boolean): Tree =>
  Object.fromEntries(
    Object.entries(tree)
      .filter(([name]) => keeps(ownName(name)))
      .map(([name, value]) => [name, inSummary(from, value, from.element(type, name)?.type ?? '')] as const)
      .filter(([, value]) => !isNothing(value)),
  );

const filtered = (from: ElementTable, tree: Tree, type: string, subset: Subset): Tree => {
  const mandatory = new Set(from.elementsOf(type).flatMap(({ name, min }) => (min > 0 ? [name] : [])));
  const of = (name: string) => from.element(type, name)?.element;
  const only = (keeps: (name: string) => boolean): Tree =>
    Object.fromEntries(Object.entries(tree).filter(([name]) => ALWAYS.has(name) || keeps(ownName(name))));
  if ('elements' in subset) {
    const wanted = new Set(
      subset.elements.flatMap((one) => {
        const [first = '', second] = one.split('.');
        return second === undefined ? [first] : first === type ? [second] : [];
      }),
    );
    return only((name) => {
      const base = of(name)?.name ?? name;
      return wanted.has(base) || wanted.has(name) || mandatory.has(base) || of(name)?.isModifier === true;
    });
  }
  switch (subset.summary) {
    case 'data':
      return only((name) => name !== 'text');
    case 'text':
      return only((name) => name === 'text' || mandatory.has(of(name)?.name ?? name));
    case 'true':
      return kept(from, tree, type, (name) => {
        const info = of(name);
        return ALWAYS.has(name) || info?.isSummary === true || mandatory.has(info?.name ?? name);
      });
  }
};

const marked = (meta: unknown): Tree => {
  const { tag, ...rest } = isTree(meta) ? meta : {};
  const tags = Array.isArray(tag) ? tag : [];
  const already = tags.some((one) => isTree(one) && one.code === SUBSETTED.code);
  return { ...rest, tag: already ? tags : [...tags, SUBSETTED] };
};

/** The JSON text of a part of a resource, tagged as such; `from` has the elements of its version. */
export const subsetText = (text: string, subset: Subset, from: ElementTable = R5): string => {
  const tree = exactTree(text) as Tree;
  const { resourceType, id, meta, ...rest } = filtered(from, tree, String(tree.resourceType), subset);
  return JSON.stringify({ resourceType, id, meta: marked(meta), ...rest });
};
