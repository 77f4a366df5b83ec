import type { Tree } from '../fhir/exact-tree.ts';
import { isTree } from '../fhir/exact-tree.ts';
import { malformed } from './patch-error.ts';
import { type Path, parsePath } from './path.ts';

/** A part of an operation and its place in the patch. */
export interface Part {
  readonly tree: Tree;
  readonly expression: string;
}

/** The path of an operation, and its place in the patch. */
export interface Target {
  readonly text: string;
  readonly path: Path;
  readonly expression: string;
}

/** An operation of a FHIRPath Patch, and its place in it: https://hl7.org/fhir/R5/fhirpatch.html */
export type Operation = { readonly expression: string; readonly target: Target } & (
  | { readonly type: 'add'; readonly name: string; readonly value: Part }
  | { readonly type: 'insert'; readonly index: number; readonly value: Part }
  | { readonly type: 'delete' }
  | { readonly type: 'replace'; readonly value: Part }
  | { readonly type: 'move'; readonly source: number; readonly destination: number }
);

const NAMES = ['type', 'path', 'name', 'value', 'index', 'source', 'destination'];

/** The parameters or parts in a list, each with its name and place. */
export const partsOf = (list: unknown, expression: string): readonly (Part & { readonly name: string })[] => {
  if (list === undefined) return [];
  if (!Array.isArray(list)) throw malformed('This must be a list', expression);
  return list.map((tree: unknown, index) => {
    const at = `${expression}[${index}]`;
    if (!isTree(tree) || typeof tree.name !== 'string')
      throw malformed('Each parameter and part has a name', at);
    return { tree, expression: at, name: tree.name };
  });
};

/** What an operation is made of, by name. */
class Parts {
  readonly #expression: string;
  readonly #byName = new Map<string, Part>();

  constructor(operation: Part) {
    this.#expression = operation.expression;
    for (const part of partsOf(operation.tree.part, `${operation.expression}.part`)) {
      if (!NAMES.includes(part.name))
        throw malformed(
          `“${part.name}” is no part of an operation; choose one of: ${NAMES.join(', ')}`,
          part.expression,
        );
      if (this.#byName.has(part.name)) throw malformed(`“${part.name}” is given twice`, part.expression);
      this.#byName.set(part.name, part);
    }
  }

  part(name: string): Part {
    const part = this.#byName.get(name);
    if (part === undefined) throw malformed(`The operation needs a part “${name}”`, this.#expression);
    return part;
  }

  #value(name: string): unknown {
    const { tree } = this.part(name);
    return tree[Object.keys(tree).find((key) => key.startsWith('value')) ?? ''];
  }

  string(name: string): string {
    const value = this.#value(name);
    if (typeof value !== 'string') throw malformed(`“${name}” must be a string`, this.part(name).expression);
    return value;
  }

  integer(name: string): number {
    const written = JSON.stringify(this.#value(name)) ?? '';
    if (!/^\d{1,9}$/.test(written))
      throw malformed(`“${name}” must be a whole number from 0`, this.part(name).expression);
    return Number(written);
  }
}

const readOperation = (operation: Part): Operation => {
  const parts = new Parts(operation);
  const type = parts.string('type');
  const text = parts.string('path');
  const place = parts.part('path').expression;
  const { expression } = operation;
  const target = { text, path: parsePath(text, place), expression: place };
  switch (type) {
    case 'add':
      return { expression, target, type, name: parts.string('name'), value: parts.part('value') };
    case 'insert':
      return { expression, target, type, index: parts.integer('index'), value: parts.part('value') };
    case 'delete':
      return { expression, target, type };
    case 'replace':
      return { expression, target, type, value: parts.part('value') };
    case 'move':
      return {
        expression,
        target,
        type,
        source: parts.integer('source'),
        destination: parts.integer('destination'),
      };
    default:
      throw malformed('“type” is one of add, insert, delete, replace, move', parts.part('type').expression);
  }
};

/** The operations of a FHIRPath Patch: https://hl7.org/fhir/R5/fhirpatch.html#format */
export const readOperations = (parameters: Tree): readonly Operation[] => {
  if (parameters.resourceType !== 'Parameters') throw malformed('A FHIRPath Patch is a Parameters resource');
  return partsOf(parameters.parameter, 'Parameters.parameter').map((parameter) => {
    if (parameter.name !== 'operation')
      throw malformed('Each parameter of a FHIRPath Patch is named “operation”', parameter.expression);
    return readOperation(parameter);
  });
};
