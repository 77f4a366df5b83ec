import type { Reference } from 'fhir/r5.js';
import fhirpath, { type Model } from 'fhirpath';
import r5 from 'fhirpath/fhir-context/r5/index.js';
import { isResourceType } from '../../fhir/elements.ts';
import { elements, type Found } from './found.ts';
import { referencedType } from './literal-reference.ts';
import type { Find } from './walk.ts';

/** A value of fhirpath.js: of an element with its path and data, or one that was calculated. */
type Node = { readonly path?: string | null; readonly data?: unknown } | string | number | boolean;

// The R5 model's own declaration misses undefined in an optional property.
const model = r5 as unknown as Model;

const self = fhirpath.compile('$this', model, { resolveInternalTypes: false });

/** Says of which type a reference leads to a resource; nothing is looked up. */
const resolve = (inputs: readonly Node[]): readonly unknown[] =>
  inputs.flatMap((input) => {
    const type = referencedType(elements<Reference>(elements<{ data: unknown }>(input).data));
    return type === undefined || !isResourceType(type) ? [] : (self({ resourceType: type }) as unknown[]);
  });

/** The name of a FHIR type as it is, of a type of FHIRPath's own as FHIR calls it. */
const typeName = (node: Node): string => {
  const [, own, name = ''] = /^(?:FHIR\.|(System\.))?(.*)$/.exec(fhirpath.types([node])[0] ?? '') ?? [];
  return own === undefined || name === 'Quantity' ? name : name.charAt(0).toLowerCase() + name.slice(1);
};

const found = (node: Node): readonly Found[] => {
  const value = typeof node === 'object' ? node.data : node;
  // Of a primitive that has only extensions there is no value.
  if (value === undefined || value === null) return [];
  const type = typeName(node);
  // Elements that have no type of their own are known by their path.
  const path = typeof node === 'object' ? node.path : undefined;
  return [{ type: /^(?:Backbone)?Element$/.test(type) ? (path ?? type) : type, value }];
};

type Compiled = (value: unknown) => readonly Node[];

/**
 * An expression of any kind as the library evaluates it. What it cannot be evaluated on it finds nothing in: an
 * expression that was stored must not keep resources from being so.
 */
export const compileFhirPath = (expression: string): Find => {
  const compiled = new Map<string, Compiled>();
  const compile = (type: string): Compiled =>
    fhirpath.compile(isResourceType(type) ? expression : { base: type, expression }, model, {
      resolveInternalTypes: false,
      userInvocationTable: { resolve: { fn: resolve, arity: { 0: [] }, internalStructures: true } },
    }) as Compiled;
  return ({ type, value }) => {
    const evaluate = compiled.get(type) ?? compile(type);
    compiled.set(type, evaluate);
    try {
      return evaluate(value).flatMap(found);
    } catch {
      return [];
    }
  };
};
