import { choiceName, choiceType, isChoice } from './choice.ts';
import { type Derivation, report } from './derivation.ts';
import type { ElementNode } from './element-tree.ts';
import { isExtension } from './type-profile.ts';

/** Reports a new slice that the base leaves no place for, or that cannot be told from others. */
export const checkSlice = (
  base: ElementNode,
  entry: ElementNode,
  own: ElementNode,
  derivation: Derivation,
): void => {
  if (isChoice(base.name)) {
    if (choiceType(base, own.sliceName) === undefined) {
      const allowed = base.element?.type?.map(({ code }) => choiceName(base.name, code)).join(', ');
      report(
        derivation,
        own,
        'snapshot-type-slice',
        `${own.sliceName} is no slice by type; these are: ${allowed}`,
      );
    }
  } else if (base.element?.slicing?.rules === 'closed' && base.slices.length > 0) {
    report(derivation, own, 'snapshot-closed-slicing', 'the base has closed the slicing');
  } else if (entry.element?.slicing === undefined && !isExtension(base.name) && entry.element?.max !== '1') {
    report(derivation, own, 'snapshot-no-slicing', 'it is not said how the slices are told apart');
  }
};

/** How an element that cannot repeat may be sliced: by what it is, not by what it holds. */
const BY_KIND: readonly string[] = ['type', 'profile', 'exists', 'position'];

/** Reports slices of an element that is there once and that leave each other no place. */
export const checkSlicing = (
  base: ElementNode,
  node: ElementNode,
  slices: ReadonlyMap<string | undefined, ElementNode>,
  derivation: Derivation,
): void => {
  if (base.element?.max !== '1') return;
  const byContent = node.element?.slicing?.discriminator?.find(({ type }) => !BY_KIND.includes(type));
  if (byContent && !isChoice(base.name)) {
    report(
      derivation,
      node,
      'snapshot-single-slicing',
      `there is only one, to be sliced by ${byContent.path}`,
    );
  }
  const demanded = [...slices.values()].find(({ element }) => (element?.min ?? 0) > 0);
  const other = node.slices.find(
    ({ sliceName }) => sliceName !== demanded?.sliceName && slices.get(sliceName)?.element?.max !== '0',
  );
  if (isChoice(base.name) && demanded && other) {
    report(
      derivation,
      other,
      'snapshot-type-slice',
      `${demanded.sliceName} leaves no place for another type`,
    );
  }
};
