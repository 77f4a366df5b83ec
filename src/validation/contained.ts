import { asObject, asString } from './instance.ts';
import type { Check } from './run.ts';

/** Adds the fragments (`#id`) that a value and what is in it refer to. */
const addFragments = (value: unknown, fragments: Set<string>): void => {
  if (typeof value === 'string') {
    if (value.startsWith('#')) fragments.add(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const child of Object.values(value)) addFragments(child, fragments);
  }
};

/** Checks that contained resources are referred to, or refer to what contains them (rule dom-3): https://hl7.org/fhir/R5/references.html#contained */
export const checkContained = ({ run, instance, definition }: Check): void => {
  const contained = asObject(instance.value)?.contained;
  if (!Array.isArray(contained)) return;
  const fragments = new Set<string>();
  addFragments(instance.value, fragments);
  for (const resource of contained) {
    const id = asString(asObject(resource)?.id);
    const own = new Set<string>();
    addFragments(resource, own);
    if (fragments.has(`#${id}`) || own.has('#')) continue;
    const text = `The contained resource ${id === undefined ? 'without an id' : `"${id}"`} is not referred to (dom-3)`;
    run.report({ severity: 'error', code: 'invariant', rule: 'dom-3', text }, instance, definition);
  }
};
