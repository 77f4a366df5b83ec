import type { FhirResource, Reference } from 'fhir/r5.js';
import fhirpath, { type Model } from 'fhirpath';
import r5 from 'fhirpath/fhir-context/r5/index.js';
import { STORED } from '../fixture/fixture.ts';

/** A value that FHIRPath finds, and its type. */
export interface Value {
  readonly type: string;
  readonly value: unknown;
}

type Node = { readonly data?: unknown } | string | number | boolean;

const model = r5 as unknown as Model;

/** What the fixture contains in other resources, each with an id that no other has. */
const CONTAINED = STORED.flatMap((one) =>
  'contained' in one ? (one.contained ?? []) : [],
) as FhirResource[];

/** The resource that a literal reference, a fragment or a canonical leads to. */
export const target = (reference: string): FhirResource | undefined => {
  if (reference.startsWith('#')) return CONTAINED.find(({ id }) => reference === `#${id}`);
  const [url, version] = reference.split('|');
  const [path] = reference.split('/_history/');
  return STORED.find(
    (one) =>
      `${one.resourceType}/${one.id}` === path ||
      ('url' in one &&
        one.url === url &&
        (version === undefined || ('version' in one && one.version === version))),
  );
};

const resolve = (inputs: readonly Node[]): readonly unknown[] =>
  inputs.flatMap((input) => {
    const { reference = '' } = ((input as { data?: unknown }).data ?? {}) as Reference;
    const found = target(reference);
    return found === undefined ? [] : nodes(found, '$this');
  });

const nodes = (resource: FhirResource, expression: string): readonly Node[] =>
  fhirpath.evaluate(resource, expression, {}, model, {
    resolveInternalTypes: false,
    userInvocationTable: { resolve: { fn: resolve, arity: { 0: [] }, internalStructures: true } },
  } as object) as readonly Node[];

const known = new Map<string, readonly Value[]>();

/** What an expression finds in a resource, by the library alone. */
export const valuesOf = (resource: FhirResource, expression: string): readonly Value[] => {
  const key = `${resource.resourceType}/${resource.id} ${expression}`;
  const found =
    known.get(key) ??
    nodes(resource, expression).flatMap((node) => {
      const [type = ''] = fhirpath.types([node]);
      const value = typeof node === 'object' ? node.data : node;
      return value === undefined || value === null
        ? []
        : [{ type: type.replace(/^(FHIR|System)\./, ''), value }];
    });
  known.set(key, found);
  return found;
};
