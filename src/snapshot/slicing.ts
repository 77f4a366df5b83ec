import type { ElementDefinition, ElementDefinitionSlicing } from 'fhir/r5.js';
import { choiceType, isChoice, slicedChoice } from './choice.ts';
import type { ElementNode } from './element-tree.ts';
import { asAnyExtension, isExtension } from './type-profile.ts';

const EXTENSION_SLICING: ElementDefinitionSlicing = {
  discriminator: [{ type: 'value', path: 'url' }],
  ordered: false,
  rules: 'open',
};

/** The slices a differential speaks of, a reslice `a/b` below the slice `a` even where that goes unmentioned. */
export const withResliced = (base: ElementNode, slices: readonly ElementNode[]): readonly ElementNode[] => {
  const found: ElementNode[] = [];
  for (const slice of slices) {
    const owner = base.slices.find(
      ({ sliceName }) => slice.sliceName !== sliceName && slice.sliceName?.startsWith(`${sliceName}/`),
    );
    if (owner === undefined) {
      found.push(slice);
      continue;
    }
    const at = found.findIndex(({ sliceName }) => sliceName === owner.sliceName);
    const holder = found[at] ?? { ...owner, element: undefined, children: [], slices: [] };
    const added = { ...holder, position: slice.position, slices: [...holder.slices, slice] };
    if (at < 0) found.push(added);
    else found[at] = added;
  }
  return found;
};

/** What a new slice starts from: its element as the base has it, or for a reslice the slice it divides. */
export const newSlice = (base: ElementNode, entry: ElementNode, own: ElementNode): ElementNode => {
  const from = base.sliceName === undefined ? base : entry;
  const { slicing: _, ...element } = from.element ?? { path: base.name };
  const type = isChoice(base.name) ? choiceType(from, own.sliceName) : undefined;
  const isOnly = type !== undefined && entry.element?.type?.length === 1;
  return {
    name: base.name,
    sliceName: own.sliceName,
    position: own.position,
    element: {
      ...(isExtension(base.name) && base.sliceName === undefined ? asAnyExtension(element) : element),
      ...(own.sliceName !== undefined && { sliceName: own.sliceName }),
      min: isOnly ? (element.min ?? 0) : 0,
      ...(type && { type: [type] }),
    },
    children: from.children,
    slices: [],
  };
};

/** The entry of a slicing with what the slices mean for it, as far as the differential does not say it. */
export const withSlicing = (entry: ElementNode, isStated: boolean): ElementDefinition => {
  const element = entry.element ?? { path: entry.name };
  if (isChoice(entry.name)) {
    // An extension whose value is only spoken of by type has no other types.
    const isWhole = !isStated && element.base?.path === 'Extension.value[x]';
    return slicedChoice(entry.name, element, entry.slices, isWhole);
  }
  if (isStated && element.slicing !== undefined) return element;
  const least = entry.slices.reduce((sum, slice) => sum + (slice.element?.min ?? 0), 0);
  return {
    ...(isExtension(entry.name) && !isStated && element.slicing === undefined
      ? asAnyExtension(element)
      : element),
    ...(least > (element.min ?? 0) && { min: least }),
    ...(isExtension(entry.name) &&
      entry.sliceName === undefined && { slicing: element.slicing ?? EXTENSION_SLICING }),
  };
};
