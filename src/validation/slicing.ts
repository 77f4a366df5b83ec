import { type Conforms, discriminates, resembles } from './discriminator.ts';
import type { Instance } from './instance.ts';
import type { Check, Run } from './run.ts';
import type { ElementDefinition } from './structure-definition.ts';

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

/** Sorts a list into its slices; an item of none is reported if the slicing is closed: https://hl7.org/fhir/R5/profiling.html#slicing */
export const slices = (
  check: Check,
  sliced: ElementDefinition,
  items: readonly Instance[],
  conforms: Conforms,
): readonly Slice[] => {
  const { run, definition } = check;
  const found = Object.entries(sliced.slices ?? {}).map(([name, element]) => ({
    name,
    element,
    items: items.filter((item) => belongs(item, sliced, element, run, conforms)),
  }));
  if (sliced.slicing?.rules === 'closed') {
    const taken = new Set(found.flatMap((slice) => slice.items));
    for (const item of items.filter((candidate) => !taken.has(candidate))) {
      const text = `This ${sliced.name} is none of those allowed here: ${found.map(({ name }) => name).join(', ')}`;
      run.report({ severity: 'error', code: 'structure', rule: 'slicing-closed', text }, item, definition);
    }
  }
  return found;
};
