import { asObject, asString, type Instance } from './instance.ts';
import { hasPattern } from './pattern.ts';
import { resolveReference } from './resolve.ts';
import type { Run } from './run.ts';
import type { Discriminator, ElementDefinition, StructureDefinition } from './structure-definition.ts';

/** Whether an element conforms to a profile or type; by trial, without a report. */
export type Conforms = (instance: Instance, definition: StructureDefinition, run: Run) => boolean;

/** `extension('url')`, `resolve()`, `ofType(Quantity)`, `$this` or a name. */
const SEGMENT = /extension\('([^']*)'\)|ofType\((\w+)\)|(resolve\(\))|(\$this)|(\w+)/g;

const NONE: readonly never[] = [];

const known = new Map<string, readonly string[]>();

/** The steps of a discriminator's path; paths come from definitions, so there is an end to them. */
const segments = (path: string): readonly string[] => {
  const steps = known.get(path) ?? path.match(SEGMENT) ?? [];
  known.set(path, steps);
  return steps;
};

/** The children of an element: its own in the profile, else those of its type or of the profile of its type. */
const childrenOf = (element: ElementDefinition, run: Run): readonly ElementDefinition[] => {
  if (element.children) return element.children;
  const [type] = element.types;
  if (type === undefined) return [];
  const definition = type.profiles?.[0] ?? `http://hl7.org/fhir/StructureDefinition/${type.code}`;
  return run.definitions.structureDefinition(definition)?.root.children ?? [];
};

const childNamed = (element: ElementDefinition, name: string, run: Run): ElementDefinition | undefined =>
  childrenOf(element, run).find((child) => child.name === name || child.name === `${name}[x]`);

/** What a definition says at the end of a discriminator's path. */
const definedAt = (
  element: ElementDefinition,
  path: readonly string[],
  run: Run,
): readonly ElementDefinition[] => {
  const [segment, ...rest] = path;
  if (segment === undefined) return [element];
  const next = (elements: readonly (ElementDefinition | undefined)[]): readonly ElementDefinition[] =>
    elements.flatMap((found) => (found ? definedAt(found, rest, run) : []));
  if (segment === '$this') return next([element]);
  if (segment.startsWith('ofType(')) {
    const slice = Object.values(element.slices ?? {}).find(
      ({ types }) => segment === `ofType(${types[0]?.code})`,
    );
    return next([slice ?? element]);
  }
  if (segment === 'resolve()') {
    const targets = element.types.flatMap(({ targetProfiles }) => targetProfiles ?? []);
    return next(targets.map((url) => run.definitions.structureDefinition(url)?.root));
  }
  if (segment.startsWith('extension(')) {
    const url = segment.slice(11, -2);
    const extensions = Object.values(childNamed(element, 'extension', run)?.slices ?? {});
    return next([extensions.find(({ types }) => types[0]?.profiles?.includes(url))]);
  }
  const child = childNamed(element, segment, run);
  return next(child ? [child, ...requiredSlices(child)] : []);
};

/** Slices that every such list has: what they fix, the list's owner is told apart by. */
const requiredSlices = ({ slices }: ElementDefinition): readonly ElementDefinition[] =>
  slices === undefined ? NONE : Object.values(slices).filter(({ min }) => min > 0);

/** The elements at the end of a discriminator's path. */
const instancesAt = (
  instance: Instance,
  element: ElementDefinition,
  path: readonly string[],
  run: Run,
): readonly Instance[] => {
  const [segment, ...rest] = path;
  if (segment === undefined) return [instance];
  if (segment === '$this') return instancesAt(instance, element, rest, run);
  if (segment.startsWith('ofType(')) {
    return segment === `ofType(${instance.type})` ? instancesAt(instance, element, rest, run) : [];
  }
  if (segment === 'resolve()') {
    const reference = asString(asObject(instance.value)?.reference);
    const target = reference === undefined ? undefined : resolveReference(reference, instance, run)?.instance;
    const type = target && run.definitions.type(target.type);
    return type ? instancesAt(target, type.root, rest, run) : [];
  }
  const name = segment.startsWith('extension(') ? 'extension' : segment;
  const base = run.definitions.type(instance.type)?.root;
  const child = childNamed(element, name, run) ?? (base && childNamed(base, name, run));
  if (child === undefined) return [];
  return instance
    .children(child.name)
    .filter(({ value }) => name === segment || asObject(value)?.url === segment.slice(11, -2))
    .flatMap((found) => instancesAt(found, child, rest, run));
};

/** Whether one of some elements has the values that the definition fixes; undefined if it fixes none of them any. */
const oneHasFixedValues = (
  instances: readonly Instance[],
  element: ElementDefinition,
  run: Run,
): boolean | undefined => {
  let verdict: boolean | undefined;
  for (const instance of instances) {
    const has = hasFixedValues(instance, element, run);
    if (has) return true;
    verdict ??= has;
  }
  return verdict;
};

/** Whether an element has the values that the definition fixes, on it or below it; undefined if it fixes none. */
const hasFixedValues = (instance: Instance, element: ElementDefinition, run: Run): boolean | undefined => {
  const { fixed, pattern, binding, children } = element;
  // That there is more than what is fixed is wrong in the slice, and no reason to be none of it.
  if (fixed !== undefined && !hasPattern(instance.value, fixed)) return false;
  if (pattern !== undefined && !hasPattern(instance.value, pattern)) return false;
  const isBoundTo =
    fixed === undefined && pattern === undefined && binding?.strength === 'required' && binding.valueSet;
  if (isBoundTo && !isBound(instance, isBoundTo, run)) return false;
  let verdict = fixed !== undefined || pattern !== undefined || Boolean(isBoundTo) || undefined;
  for (const child of children ?? NONE) {
    const found = instance.children(child.name);
    const below = oneHasFixedValues(found, child, run);
    if (below === false || (below === undefined && child.min > 0 && found.length === 0)) return false;
    verdict = below ?? verdict;
    for (const slice of requiredSlices(child)) {
      const inSlice = oneHasFixedValues(found, slice, run);
      if (inSlice === false) return false;
      verdict = inSlice ?? verdict;
    }
  }
  return verdict;
};

const isBound = ({ type, value }: Instance, valueSet: string, run: Run): boolean => {
  const codings: readonly unknown[] =
    type === 'CodeableConcept'
      ? [asObject(value)?.coding].flat()
      : type === 'Coding'
        ? [value]
        : [{ code: value }];
  return codings.some((coding) => {
    const { system, code } = asObject(coding) ?? {};
    return typeof code === 'string' && run.terminology.isMember(valueSet, asString(system), code) === 'yes';
  });
};

const isOfType = (instance: Instance, element: ElementDefinition, { definitions }: Run): boolean => {
  const supertypes = definitions.type(instance.type)?.supertypes ?? [];
  return element.types.some(({ code }) => code === instance.type || supertypes.includes(code));
};

/** The profiles that a definition names at the end of a discriminator's path: of a type or of what is referred to. */
const profilesAt = (
  element: ElementDefinition,
  path: readonly string[],
  run: Run,
): readonly StructureDefinition[] => {
  const isReferred = path.at(-1) === 'resolve()';
  const urls = definedAt(element, isReferred ? path.slice(0, -1) : path, run).flatMap(
    ({ types, path: root }) =>
      types.length === 0
        ? root
        : types.flatMap(({ code, profiles, targetProfiles }) =>
            isReferred ? (targetProfiles ?? []) : (profiles ?? code),
          ),
  );
  return urls
    .map((url) => run.definitions.structureDefinition(url) ?? run.definitions.type(url))
    .filter((definition) => definition !== undefined);
};

/** The url that a definition fixes of an extension. */
export const urlOf = (slice: ElementDefinition, run: Run): unknown => childNamed(slice, 'url', run)?.fixed;

/** Whether an element belongs to a slice by one discriminator: https://hl7.org/fhir/R5/profiling.html#discriminator */
export const discriminates = (
  { type, path }: Discriminator,
  instance: Instance,
  slice: ElementDefinition,
  run: Run,
  conforms: Conforms,
): boolean => {
  if (path === 'url' && instance.type === 'Extension' && (type === 'value' || type === 'pattern')) {
    const url = urlOf(slice, run);
    if (url !== undefined) return asObject(instance.value)?.url === url;
  }
  const steps = segments(path);
  if (type === 'value' || type === 'pattern') {
    const own = steps.length === 1 ? slice.children?.find(({ name }) => name === path) : undefined;
    if (own !== undefined && own.slices === undefined) {
      return oneHasFixedValues(instance.children(path), own, run) ?? false;
    }
  }
  const defined = definedAt(slice, steps, run);
  const found = instancesAt(instance, slice, steps, run);
  switch (type) {
    case 'exists':
      return defined.some(({ min, max }) => (found.length > 0 ? max !== 0 : min === 0));
    case 'type':
      return found.some((item) =>
        defined.some((element) => isOfType(item, element, run) || element.path === item.type),
      );
    case 'profile':
      return found.some((item) =>
        profilesAt(slice, steps, run).some((definition) => conforms(item, definition, run)),
      );
    default:
      return found.some((item) => defined.some((element) => hasFixedValues(item, element, run) ?? false));
  }
};

/** Whether an element belongs to a slice that has no discriminator: by the values it fixes, else by its type. */
export const resembles = (instance: Instance, slice: ElementDefinition, run: Run): boolean =>
  isOfType(instance, slice, run) && (hasFixedValues(instance, slice, run) ?? true);
