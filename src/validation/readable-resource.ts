import { asObject } from './instance.ts';
import type { Run } from './run.ts';
import { StructureReader } from './structure.ts';

/** Rules on JSON that is of another kind than its type has it. */
const WRONG_KIND = new Set(['structure-type', 'structure-null', 'structure-resource-type']);

const verdicts = new WeakMap<object, boolean>();

/** Whether a resource that was found elsewhere is of a type and can be read by rules: nothing in it is of another kind than its type has it. */
export const isReadableResource = <R extends object>(
  resource: unknown,
  type: string,
  { definitions }: Run,
): resource is R => {
  const value = asObject(resource);
  if (value?.resourceType !== type) return false;
  let isReadable = verdicts.get(value);
  if (isReadable === undefined) {
    isReadable = true;
    const reader = new StructureReader(definitions, ({ rule }) => {
      if (WRONG_KIND.has(rule)) isReadable = false;
    });
    reader.root(value, type);
    verdicts.set(value, isReadable);
  }
  return isReadable;
};
