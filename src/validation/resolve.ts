import type { Definitions } from './definitions.ts';
import { asObject, asString, Instance } from './instance.ts';
import type { Run } from './run.ts';

/** `[base/]Type/id[/_history/version]`: https://hl7.org/fhir/R5/references.html#literal */
const LITERAL =
  /^(?:https?:\/\/\S+\/)?([A-Z]\w*)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[A-Za-z0-9.-]{1,64})?$/;

/** The type a literal reference names. */
export const namedType = (reference: string, definitions: Definitions): string | undefined => {
  const type = LITERAL.exec(reference)?.[1];
  return type !== undefined && definitions.isResourceType(type) ? type : undefined;
};

const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** What can be referred to in a resource: contained resources by `#id`, those of a Bundle by address and by type and id. */
const readTargets = (owner: Instance): ReadonlyMap<string, Instance> => {
  const targets = new Map<string, Instance>();
  const add = (key: string, value: unknown, step: string): void => {
    const type = asString(asObject(value)?.resourceType);
    if (type === undefined || targets.has(key)) return;
    targets.set(key, new Instance({ value, type, path: type, parent: owner, step, name: step, index: 0 }));
  };
  const { contained, entry } = asObject(owner.value) ?? {};
  for (const [index, resource] of items(contained).entries()) {
    add(`#${asObject(resource)?.id}`, resource, `contained[${index}]`);
  }
  for (const [index, { fullUrl, resource }] of items(owner.type === 'Bundle' ? entry : undefined)
    .map((item) => asObject(item) ?? {})
    .entries()) {
    const { resourceType, id } = asObject(resource) ?? {};
    add(String(fullUrl), resource, `entry[${index}].resource`);
    add(`${resourceType}/${id}`, resource, `entry[${index}].resource`);
  }
  return targets;
};

const known = new WeakMap<Instance, ReadonlyMap<string, Instance>>();

const targetsIn = (owner: Instance): ReadonlyMap<string, Instance> => {
  const targets = known.get(owner) ?? readTargets(owner);
  known.set(owner, targets);
  return targets;
};

/** The nearest resource around one that can have contained resources. */
const container = (instance: Instance): Instance => {
  let at = instance.resource;
  while (at.parent && at.step.startsWith('contained')) at = at.parent.resource;
  return at;
};

/** Finds the resource a reference means among the contained ones and in the Bundle; of others only the type is known. */
export const resolveReference = (reference: string, from: Instance, run: Run): Instance | undefined => {
  const owner = container(from);
  if (reference === '#') return owner;
  if (reference.startsWith('#')) return targetsIn(owner).get(reference);
  const found = targetsIn(run.root).get(reference);
  if (found) return found;
  const type = namedType(reference, run.definitions);
  if (type === undefined) return undefined;
  const value = { resourceType: type };
  return new Instance({ value, type, path: type, parent: run.root, step: type, name: type, index: 0 });
};
