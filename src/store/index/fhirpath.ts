import type { Reference } from 'fhir/r5.js';
import { isResourceType } from '../../fhir/elements.ts';
import { fhirPathEngine } from '../../fhir/fhirpath-engine.ts';
import { elements, type Found } from './found.ts';
import { type Fragments, referencedType } from './literal-reference.ts';
import type { Find } from './walk.ts';

/** A value of fhirpath.js: of an element with its path and data, or one that was calculated. */
type Node = { readonly path?: string | null; readonly data?: unknown } | string | number | boolean;

/** Says of which type a reference leads to a resource. */
const resolve = (inputs: readonly Node[], fragments: Fragments | undefined): readonly unknown[] => {
  const { fhirpath, model } = fhirPathEngine();
  const self = fhirpath.compile('$this', model, { resolveInternalTypes: false });
  return inputs.flatMap((input) => {
    const type = referencedType(elements<Reference>(elements<{ data: unknown }>(input).data), fragments);
    return type === undefined || !isResourceType(type) ? [] : (self({ resourceType: type }) as unknown[]);
  });
};

/** The name of a FHIR type as it is, of a type of FHIRPath's own as FHIR calls it. */
const typeName = (node: Node): string => {
  const [, own, name = ''] =
    /^(?:FHIR\.|(System\.))?(.*)$/.exec(fhirPathEngine().fhirpath.types([node])[0] ?? '') ?? [];
  return own === undefined || name === 'Quantity' ? name : name.charAt(0).toLowerCase() + name.slice(1);
};

const found = (node: Node, fragments: Fragments | undefined): readonly Found[] => {
  const value = typeof node === 'object' ? node.data : node;
  // Of a primitive that has only extensions there is no value.
  if (value === undefined || value === null) return [];
  const type = typeName(node);
  // Elements that have no type of their own are known by their path.
  const path = typeof node === 'object' ? node.path : undefined;
  return [
    {
      type: /^(?:Backbone)?Element$/.test(type) ? (path ?? type) : type,
      value,
      ...(fragments !== undefined && { fragments }),
    },
  ];
};

type Compiled = (value: unknown) => readonly Node[];

/**
 * An expression of any kind as the library evaluates it. What it cannot be evaluated on it finds nothing in: an
 * expression that was stored must not keep resources from being so.
 */
export const compileFhirPath = (expression: string): Find => {
  const compiled = new Map<string, Compiled>();
  // Those of what is being evaluated: the library does not hand them on.
  let within: Fragments | undefined;
  const compile = (type: string): Compiled => {
    const { fhirpath, model } = fhirPathEngine();
    return fhirpath.compile(isResourceType(type) ? expression : { base: type, expression }, model, {
      resolveInternalTypes: false,
      userInvocationTable: {
        resolve: {
          fn: (inputs: readonly Node[]) => resolve(inputs, within),
          arity: { 0: [] },
          internalStructures: true,
        },
      },
    }) as Compiled;
  };
  return ({ type, value, fragments }) => {
    const evaluate = compiled.get(type) ?? compile(type);
    compiled.set(type, evaluate);
    within = fragments;
    try {
      return evaluate(value).flatMap((node) => found(node, fragments));
    } catch {
      return [];
    }
  };
};
