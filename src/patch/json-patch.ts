import type { Content } from '../fhir/content.ts';
import { exactTree, isTree, type Tree } from '../fhir/exact-tree.ts';
import type { Issue } from '../fhir/issue.ts';
import { jsonIssues } from '../fhir/json.ts';
import {
  type Pointer,
  PointerError,
  parsePointer,
  valueAt,
  withAdded,
  withRemoved,
  withReplaced,
} from './json-pointer.ts';
import { malformed, notApplicable } from './patch-error.ts';
import { patched } from './patched.ts';
import { sameJson } from './same-json.ts';

/** An operation and its place in the patch: https://www.rfc-editor.org/rfc/rfc6902#section-4 */
type Operation = { readonly expression: string; readonly path: Pointer } & (
  | { readonly op: 'add' | 'replace' | 'test'; readonly value: unknown }
  | { readonly op: 'remove' }
  | { readonly op: 'move' | 'copy'; readonly from: Pointer }
);

const readPointer = (entry: Tree, name: 'path' | 'from', expression: string): Pointer => {
  const text = Object.hasOwn(entry, name) ? entry[name] : undefined;
  const pointer = typeof text === 'string' ? parsePointer(text) : undefined;
  if (pointer === undefined)
    throw malformed(`“${name}” must be a JSON Pointer like /name/0/family`, `${expression}.${name}`);
  return pointer;
};

const isWithin = (inner: Pointer, outer: Pointer): boolean =>
  inner.length > outer.length && outer.every((token, index) => token === inner[index]);

const readOperation = (entry: unknown, index: number): Operation => {
  const expression = `patch[${index}]`;
  if (!isTree(entry)) throw malformed('An operation is an object', expression);
  const op = Object.hasOwn(entry, 'op') ? entry.op : undefined;
  switch (op) {
    case 'add':
    case 'replace':
    case 'test': {
      const path = readPointer(entry, 'path', expression);
      if (!Object.hasOwn(entry, 'value')) throw malformed(`${op} needs a “value”`, expression);
      return { expression, op, path, value: entry.value };
    }
    case 'remove':
      return { expression, op, path: readPointer(entry, 'path', expression) };
    case 'move':
    case 'copy': {
      const path = readPointer(entry, 'path', expression);
      const from = readPointer(entry, 'from', expression);
      if (op === 'move' && isWithin(path, from))
        throw malformed('A value cannot be moved into itself', `${expression}.path`);
      return { expression, op, path, from };
    }
    default:
      throw malformed('“op” is one of add, remove, replace, move, copy, test', `${expression}.op`);
  }
};

const readPatch = (text: string): readonly Operation[] => {
  const entries = exactTree(text);
  if (!Array.isArray(entries)) throw malformed('A JSON Patch is a list of operations');
  return entries.map(readOperation);
};

const apply = (tree: unknown, operation: Operation): unknown => {
  const { path } = operation;
  switch (operation.op) {
    case 'add':
      return withAdded(tree, path, operation.value);
    case 'replace':
      return withReplaced(tree, path, operation.value);
    case 'remove':
      return withRemoved(tree, path);
    case 'copy':
      return withAdded(tree, path, valueAt(tree, operation.from));
    case 'move':
      return withAdded(withRemoved(tree, operation.from), path, valueAt(tree, operation.from));
    case 'test':
      if (!sameJson(valueAt(tree, path), operation.value)) throw new PointerError('The test failed');
      return tree;
  }
};

const applyOrRefuse = (tree: unknown, operation: Operation): unknown => {
  try {
    return apply(tree, operation);
  } catch (error) {
    if (error instanceof PointerError) throw notApplicable(error.message, `${operation.expression}.path`);
    throw error;
  }
};

/**
 * The resource with a JSON Patch (its text) applied as a whole, or why it is not; decimals keep their written form.
 * Issues are of rule `patch-malformed` or `patch-not-applicable`. https://www.rfc-editor.org/rfc/rfc6902
 */
export const jsonPatch = (patch: string, resource: Content): Content | readonly Issue[] => {
  const issues = jsonIssues(patch);
  return issues.length > 0
    ? issues.map((issue) => ({ ...issue, rule: 'patch-malformed' }))
    : patched(resource, patch, { read: readPatch, apply: applyOrRefuse });
};
