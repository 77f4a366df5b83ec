import { type Conforms, discriminates, resembles, urlOf } from './discriminator.ts';
import { asObject, type Instance } from './instance.ts';
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

/** Whether one slice is what another is sliced into again: `phone/home` of `phone`. */
const isReslice = (name: string, of: string): boolean => name.startsWith(`${of}/`);

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
  if (rules === 'open' && !ordered) return;
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

/** Sorts a list by what tells the slices apart, which is that for slices of slices, too; to be of two is an error. */
const byDiscriminators = (
  { run, definition }: Check,
  sliced: ElementDefinition,
  named: readonly (readonly [string, ElementDefinition])[],
  items: readonly Instance[],
  conforms: Conforms,
): readonly Slice[] => {
  const members = new Map(named.map(([name]): [string, Instance[]] => [name, []]));
  for (const item of items) {
    const names = named
      .filter(([, element]) => belongs(item, sliced, element, run, conforms))
      .map(([name]) => name);
    const [first, ...others] = names.filter((name) => !names.some((other) => isReslice(other, name)));
    if (first === undefined) continue;
    if (others.length > 0 && sliced.slicing?.discriminators.length) {
      const text = `This belongs to more than one slice: ${[first, ...others].join(', ')}`;
      run.report({ severity: 'error', code: 'structure', rule: 'slicing-ambiguous', text }, item, definition);
    }
    for (const name of names) if (name === first || isReslice(first, name)) members.get(name)!.push(item);
  }
  return named.map(([name, element]) => ({ name, element, items: members.get(name)! }));
};

const NONE: readonly never[] = [];

/** How a list is to be sorted. */
interface Sorting {
  readonly named: readonly (readonly [string, ElementDefinition])[];
  readonly isByPosition: boolean;
  /** Of extensions that are told apart by their urls: the place of the slice of each. */
  readonly places: ReadonlyMap<unknown, number> | undefined;
}

const placesByUrl = (
  { slicing }: ElementDefinition,
  named: Sorting['named'],
  run: Run,
): Sorting['places'] => {
  const [only, ...others] = slicing?.discriminators ?? [];
  if (only?.path !== 'url' || others.length > 0 || (only.type !== 'value' && only.type !== 'pattern')) return;
  const places = new Map(named.map(([, element], place) => [urlOf(element, run), place]));
  return places.size === named.length && !places.has(undefined) ? places : undefined;
};

const sortings = new WeakMap<ElementDefinition, Sorting>();

const sortingOf = (sliced: ElementDefinition, run: Run): Sorting => {
  let sorting = sortings.get(sliced);
  if (sorting === undefined) {
    const named = Object.entries(sliced.slices ?? {});
    sorting = {
      named,
      isByPosition: sliced.slicing?.discriminators.some(({ type }) => type === 'position') ?? false,
      places: placesByUrl(sliced, named, run),
    };
    sortings.set(sliced, sorting);
  }
  return sorting;
};

/** Sorts extensions by their urls. */
const byUrl = (
  named: Sorting['named'],
  places: ReadonlyMap<unknown, number>,
  items: readonly Instance[],
): readonly Slice[] => {
  const members: Instance[][] = [];
  for (const item of items) {
    const place = places.get(asObject(item.value)?.url);
    if (place === undefined) continue;
    const others = members[place];
    if (others) others.push(item);
    else members[place] = [item];
  }
  return named.map(([name, element], place) => ({ name, element, items: members[place] ?? NONE }));
};

/** Sorts a list into its slices; what none has is reported if the slicing is closed: https://hl7.org/fhir/R5/profiling.html#slicing */
export const slices = (
  check: Check,
  sliced: ElementDefinition,
  items: readonly Instance[],
  conforms: Conforms,
): readonly Slice[] => {
  const { named, isByPosition, places } = sortingOf(sliced, check.run);
  const found = isByPosition
    ? byPosition(named, items)
    : places && items.every(({ type }) => type === 'Extension')
      ? byUrl(named, places, items)
      : byDiscriminators(check, sliced, named, items, conforms);
  if (sliced.slicing) checkOrder(check, sliced.slicing, found, items);
  return found;
};
