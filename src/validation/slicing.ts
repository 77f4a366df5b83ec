import { type Conforms, discriminates, resembles } from './discriminator.ts';
import type { Instance } from './instance.ts';
import type { Check, Run } from './run.ts';
import type { ElementDefinition, Slicing } from './structure-definition.ts';

/** A slice of a list and the items that belong to it. */
interface Slice {
  readonly name: string;
  readonly element: ElementDefinition;
  readonly items: readonly Instance[];
}

/** Whether an item belongs to a slice of the list it is in. */
export const belongs = (
  item: Instance,
  sliced: ElementDefinition,
  slice: ElementDefinition,
  run: Run,
  conforms: Conforms,
): boolean => {
  const discriminators = sliced.slicing?.discriminators ?? [];
  return discriminators.length === 0
    ? resembles(item, slice, run)
    : discriminators.every((discriminator) => discriminates(discriminator, item, slice, run, conforms));
};

/** The slices of an element, or those that one of them is sliced into again: `phone/home` of `phone`. */
const slicesOf = (
  all: Readonly<Record<string, ElementDefinition>>,
  resliced?: string,
): readonly (readonly [string, ElementDefinition])[] =>
  Object.entries(all).filter(([name]) => {
    const end = name.lastIndexOf('/');
    const parent = end > 0 && Object.hasOwn(all, name.slice(0, end)) ? name.slice(0, end) : undefined;
    return parent === resliced;
  });

/** Sorts a list by place: the first slice has the first items, as many as it may have. */
const byPosition = (
  named: readonly (readonly [string, ElementDefinition])[],
  items: readonly Instance[],
): readonly Slice[] => {
  let next = 0;
  return named.map(([name, element]) => {
    const start = next;
    next += element.max ?? items.length;
    return { name, element, items: items.slice(start, next) };
  });
};

/** Checks that there are only items that the slicing allows, and in the order of the slices if it has one. */
const checkOrder = (
  { run, definition }: Check,
  { rules, ordered }: Slicing,
  found: readonly Slice[],
  items: readonly Instance[],
): void => {
  const issue = (rule: string, text: string, item: Instance): void =>
    run.report({ severity: 'error', code: 'structure', rule, text }, item, definition);
  const names = found.map(({ name }) => name).join(', ');
  let last = 0;
  let end: Instance | undefined;
  for (const item of items) {
    const place = found.findIndex((slice) => slice.items.includes(item));
    if (place < 0) {
      end ??= item;
      if (rules === 'closed')
        issue('slicing-closed', `This ${item.name} is none of those allowed here: ${names}`, item);
      continue;
    }
    if (rules === 'openAtEnd' && end) issue('slicing-end', `Others may only stand after ${names}`, end);
    if (ordered && place < last)
      issue('slicing-order', `${found[place]!.name} stands before ${found[last]!.name}`, item);
    last = Math.max(last, place);
    end = undefined;
  }
};

/** Sorts a list into its slices, and into those of slices; what none has is reported if the slicing is closed: https://hl7.org/fhir/R5/profiling.html#slicing */
export const slices = (
  check: Check,
  sliced: ElementDefinition,
  items: readonly Instance[],
  conforms: Conforms,
): readonly Slice[] => {
  const all = sliced.slices ?? {};
  const sort = (
    entry: ElementDefinition,
    among: readonly Instance[],
    resliced?: string,
  ): readonly Slice[] => {
    const named = slicesOf(all, resliced);
    if (named.length === 0) return [];
    const found = entry.slicing?.discriminators.some(({ type }) => type === 'position')
      ? byPosition(named, among)
      : named.map(([name, element]) => ({
          name,
          element,
          items: among.filter((item) => belongs(item, entry, element, check.run, conforms)),
        }));
    if (entry.slicing) checkOrder(check, entry.slicing, found, among);
    return found.flatMap((slice) => [slice, ...sort(slice.element, slice.items, slice.name)]);
  };
  return sort(sliced, items);
};
