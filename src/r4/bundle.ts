import { randomUUID } from 'node:crypto';
import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { type Issue, operationOutcome } from '../fhir/issue.ts';
import { textOf } from './item.ts';
import { converted, marked, type R4View } from './view.ts';

type ViewOf = (resource: Tree) => R4View | undefined;

/** An entry as R4 has it, and what of it is left out. */
interface Shown {
  readonly entry?: Tree;
  readonly left: readonly string[];
}

const withOutcome = (response: Tree, viewOf: ViewOf): Tree =>
  isTree(response.outcome) ? { ...response, outcome: viewOf(response.outcome)?.resource } : response;

const shownEntry = ({ resource, response, ...rest }: Tree, viewOf: ViewOf): Shown => {
  const entry = { ...rest, ...(isTree(response) && { response: withOutcome(response, viewOf) }) };
  if (!isTree(resource)) return { entry, left: [] };
  const view = viewOf(resource);
  if (view !== undefined) return { entry: { ...entry, resource: marked(view) }, left: view.left };
  const left = [textOf(resource.resourceType)];
  // What came of each request is told, whatever there is to show of it.
  return response === undefined ? { left } : { entry, left };
};

/** That a page says less than is stored. */
const leftOut = (left: readonly string[]): Tree => {
  const text = `FHIR 4.0 has no place for: ${[...new Set(left)].sort().join(', ')}`;
  const issue: Issue = { severity: 'information', code: 'incomplete', text };
  const outcome: Tree = { ...operationOutcome([issue]) };
  return {
    // It is known by no address, but R4 wants one of each entry.
    fullUrl: `urn:uuid:${randomUUID()}`,
    resource: converted(outcome, 'OperationOutcome'),
    search: { mode: 'outcome' },
  };
};

/** A Bundle, entry by entry; what R4 has no type for is not in it: https://hl7.org/fhir/R4/bundle.html */
export const bundleView = ({ entry, ...frame }: Tree, viewOf: ViewOf): R4View => {
  const shown = treesIn(entry).map((one) => shownEntry(one, viewOf));
  const left = [...new Set(shown.flatMap((one) => one.left))];
  const entries = shown.flatMap((one) => one.entry ?? []);
  const isSearch = frame.type === 'searchset';
  const all = isSearch && left.length > 0 ? [...entries, leftOut(left)] : entries;
  const resource = { ...converted(frame, 'Bundle'), ...(all.length > 0 && { entry: all }) };
  const isShort = !isSearch && entries.length < shown.length;
  return { resource, left: isShort ? left : [] };
};
