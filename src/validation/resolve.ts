import type { Definitions } from './definitions.ts';
import { asObject, asString, Instance } from './instance.ts';
import type { Run } from './run.ts';
import { rootProperty } from './shape.ts';
import { StructureReader } from './structure.ts';

/** `[base/]Type/id[/_history/version]`: https://hl7.org/fhir/R5/references.html#literal */
const LITERAL =
  /^(?:https?:\/\/\S+\/)?([A-Z]\w*)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;

/** The type a literal reference names. */
export const namedType = (reference: string, definitions: Definitions): string | undefined => {
  const type = LITERAL.exec(reference)?.[1];
  return type !== undefined && definitions.isResourceType(type) ? type : undefined;
};

/** What can be referred to in a resource: contained resources by `#id`, those of a Bundle by address and by type and id. */
const readTargets = (owner: Instance): ReadonlyMap<string, Instance> => {
  const targets = new Map<string, Instance>();
  const add = (key: string, target: Instance): void => {
    if (!targets.has(key)) targets.set(key, target);
  };
  for (const resource of owner.children('contained'))
    add(`#${asString(asObject(resource.value)?.id)}`, resource);
  for (const entry of owner.type === 'Bundle' ? owner.children('entry') : []) {
    const fullUrl = asString(asObject(entry.value)?.fullUrl);
    for (const resource of entry.children('resource')) {
      if (fullUrl !== undefined) add(fullUrl, resource);
      add(`${resource.type}/${asString(asObject(resource.value)?.id)}`, resource);
    }
  }
  return targets;
};

const known = new WeakMap<Instance, ReadonlyMap<string, Instance>>();

const targetsIn = (owner: Instance): ReadonlyMap<string, Instance> => {
  let targets = known.get(owner);
  if (targets === undefined) {
    targets = readTargets(owner);
    known.set(owner, targets);
  }
  return targets;
};

/** What a reference leads to. */
interface Target {
  readonly instance: Instance;
  /** Whether the resource itself is at hand; otherwise the address tells its type. */
  readonly isAtHand: boolean;
}

const outside = (reference: string, run: Run): Target | undefined => {
  const value = run.elsewhere?.resource(reference);
  if (value !== undefined && run.definitions.isResourceType(value.resourceType)) {
    const reader = new StructureReader(run.definitions, () => {});
    return { instance: reader.root(value, value.resourceType), isAtHand: true };
  }
  const type = run.elsewhere === undefined ? namedType(reference, run.definitions) : undefined;
  if (!type || !run.definitions.type(type)) return undefined;
  const property = rootProperty(type, run.definitions);
  // With its id, so that it is another than those that other references lead to.
  const stub = { resourceType: type, id: LITERAL.exec(reference)?.[2] };
  const instance = new Instance(stub, undefined, type, run.root, property, 0, false);
  return { instance, isAtHand: false };
};

const outsiders = new WeakMap<Instance, Map<string, Target | undefined>>();

/** What is outside is looked for once in a validation. */
const outsideOnce = (reference: string, run: Run): Target | undefined => {
  const known = outsiders.get(run.root) ?? new Map<string, Target | undefined>();
  outsiders.set(run.root, known);
  if (!known.has(reference)) known.set(reference, outside(reference, run));
  return known.get(reference);
};

/** Finds the resource a reference means among the contained ones or in the Bundle. */
const inside = (reference: string, from: Instance, run: Run): Instance | undefined => {
  // Contained resources are referred to by fragments only.
  if (!reference.startsWith('#'))
    return run.root.type === 'Bundle' ? targetsIn(run.root).get(reference) : undefined;
  const owner = from.rootResource;
  return reference === '#' && owner !== from.resource ? owner : targetsIn(owner).get(reference);
};

/** Finds the resource a reference means: among the contained ones, in the Bundle, or elsewhere; of others only the type is known. */
export const resolveReference = (reference: string, from: Instance, run: Run): Target | undefined => {
  const found = inside(reference, from, run);
  if (found) return { instance: found, isAtHand: true };
  return reference.startsWith('#') ? undefined : outsideOnce(reference, run);
};

/** Finds the resource a reference means if that itself is at hand. */
export const resolveAtHand = (reference: string, from: Instance, run: Run): Instance | undefined => {
  const found = inside(reference, from, run);
  if (found || run.elsewhere === undefined || reference.startsWith('#')) return found;
  const outsider = outsideOnce(reference, run);
  return outsider?.isAtHand ? outsider.instance : undefined;
};
