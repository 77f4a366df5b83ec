import { asObject, asString, type Instance } from './instance.ts';
import type { Check } from './run.ts';

/** Adds the fragments (`#id`) that a value and what is in it refer to. */
const addFragments = (value: unknown, fragments: Set<string>): void => {
  if (typeof value === 'string') {
    if (value.startsWith('#')) fragments.add(value);
    else if (value.startsWith('<'))
      for (const [, link] of value.matchAll(/\ssrc="(#[^"]+)"/g)) fragments.add(link!);
  } else if (typeof value === 'object' && value !== null) {
    for (const child of Object.values(value)) addFragments(child, fragments);
  }
};

/** Checks that contained resources have ids of their own and are referred to, or refer to what contains them (rule dom-3): https://hl7.org/fhir/R5/references.html#contained */
export const checkContained = ({ run, instance, definition }: Check): void => {
  const contained = instance.children('contained');
  if (contained.length === 0) return;
  const fragments = new Set<string>();
  addFragments(instance.value, fragments);
  const ids = new Set<string>();
  for (const resource of contained) {
    const id = asString(asObject(resource.value)?.id);
    const issue = (rule: string, text: string, at: Instance): void =>
      run.report({ severity: 'error', code: 'invariant', rule, text }, at, definition);
    if (id === undefined) issue('contained-id', 'A contained resource has an id', resource);
    else if (ids.has(id))
      issue('contained-id', `Another contained resource has the id "${id}", too`, resource);
    else ids.add(id);
    const own = new Set<string>();
    addFragments(resource.value, own);
    if (fragments.has(`#${id}`) || own.has('#')) continue;
    const text = `The contained resource ${id === undefined ? 'without an id' : `"${id}"`} is not referred to (dom-3)`;
    issue('dom-3', text, instance);
  }
};
