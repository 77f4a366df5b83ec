import { exactValue, isTree, type Tree } from '../../fhir/exact-tree.ts';
import { type Issue, operationOutcome } from '../../fhir/issue.ts';
import { SUBSETTED } from '../../fhir/subset.ts';
import { toR4 } from '../../r4/to-r4.ts';
import type { R4Resource } from '../../r4/types.ts';
import type { R4View } from '../../r4/view.ts';

/** A resource of which something is left out says so, as a summary does: https://hl7.org/fhir/R4/search.html#summary */
const marked = ({ resource, left }: R4View): R4Resource => {
  if (left.length === 0) return resource;
  const { resourceType, id, meta, ...rest } = resource;
  const { tag, ...more } = isTree(meta) ? meta : ({} as Tree);
  return {
    resourceType,
    ...(id !== undefined && { id }),
    meta: { ...more, tag: [...(Array.isArray(tag) ? tag : []), SUBSETTED] },
    ...rest,
  };
};

const view = (resource: unknown, as?: string): R4View | undefined =>
  toR4(resource as Parameters<typeof toR4>[0], as);

/** An entry as R4 has it, and what of it is left out. */
interface Shown {
  readonly entry?: Tree;
  readonly left: readonly string[];
}

const withOutcome = (response: unknown): unknown =>
  isTree(response) && response.outcome !== undefined
    ? { ...response, outcome: view(response.outcome)?.resource }
    : response;

/** The type under which a resource is shown; `as` stands for Evidence alone. */
const typeOf = ({ resourceType }: Tree, as: string | undefined): string =>
  resourceType === 'Evidence' && as !== undefined ? as : String(resourceType);

const shownEntry = ({ resource, response, ...entry }: Tree, as?: string): Shown => {
  const answered = response === undefined ? {} : { response: withOutcome(response) };
  if (!isTree(resource)) return { entry: { ...entry, ...answered }, left: [] };
  const found = view(resource, typeOf(resource, as));
  if (found === undefined) return { left: [String(resource.resourceType)] };
  return { entry: { ...entry, resource: marked(found), ...answered }, left: found.left };
};

/** That a page says less than is stored. */
const leftOut = (left: readonly string[]): Tree => {
  const text = `FHIR 4.0 has no place for: ${[...new Set(left)].sort().join(', ')}`;
  const issue: Issue = { severity: 'information', code: 'incomplete', text };
  return { resource: view(operationOutcome([issue]))?.resource, search: { mode: 'outcome' } };
};

/** A Bundle, entry by entry; what R4 has no type for is not in it. */
const shownBundle = ({ entry, ...frame }: Tree, as?: string): R4Resource | undefined => {
  const shell = view(frame);
  if (shell === undefined || !Array.isArray(entry)) return shell?.resource;
  const shown = entry.map((one) => shownEntry(one as Tree, as));
  const left = shown.flatMap((one) => one.left);
  const entries = shown.flatMap((one) => one.entry ?? []);
  const isSearch = frame.type === 'searchset';
  const told = isSearch && left.length > 0 ? [leftOut(left)] : [];
  const isShort = !isSearch && entries.length < entry.length;
  const whole = isShort ? marked({ resource: shell.resource, left }) : shell.resource;
  const all = [...entries, ...told];
  return all.length === 0 ? whole : { ...whole, entry: all };
};

const shown = (tree: Tree, as?: string): R4Resource | undefined => {
  if (tree.resourceType === 'Bundle') return shownBundle(tree, as);
  const found = view(tree, typeOf(tree, as));
  return found && marked(found);
};

/**
 * Writes the JSON text of a resource in R5 as R4 says it, Evidence `as` another type where one is named; undefined where
 * R4 has no form for it.
 */
export const shownInR4 =
  (as?: string) =>
  (text: string): string | undefined => {
    const resource = shown(exactValue(text) as Tree, as);
    return resource && JSON.stringify(resource);
  };
