import type { ElementDefinition, StructureDefinition } from 'fhir/r5.js';

/** Which elements of a profile are shown. */
export type View = 'differential' | 'snapshot';

/** An element in the tree: how deep it is, and by what name. */
export interface ElementRow {
  readonly depth: number;
  readonly name: string;
  readonly element: ElementDefinition;
}

const idOf = ({ id, path }: ElementDefinition): string => id ?? path;

const rowOf = (element: ElementDefinition): ElementRow => {
  const parts = idOf(element).split('.');
  return { depth: parts.length - 1, name: parts.at(-1) ?? '', element };
};

/** The elements that a profile changes, with those they are in, or all of them, as the snapshot has them. */
export const elementsOf = (
  { snapshot, differential }: StructureDefinition,
  view: View,
): readonly ElementRow[] => {
  const changed = (differential?.element ?? []).map(idOf);
  const all = snapshot?.element ?? differential?.element ?? [];
  const isShown = (element: ElementDefinition): boolean => {
    const id = idOf(element);
    return view === 'snapshot' || changed.some((one) => one === id || one.startsWith(`${id}.`));
  };
  return all.filter(isShown).map(rowOf);
};
