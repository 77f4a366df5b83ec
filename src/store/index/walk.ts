import type { Extension, FhirResource, Reference } from 'fhir/r5.js';
import { kindOf, namedElements } from '../../fhir/elements.ts';
import type { Path, PathBranch, PathStep } from '../../fhir/search/path.ts';
import { isA } from '../../fhir/search/path-types.ts';
import { elements, type Found, items } from './found.ts';
import { implicitSystem } from './implicit-system.ts';
import { referencedType } from './literal-reference.ts';

/** What finds values in a resource or element. */
export type Find = (start: Found) => readonly Found[];

type Step = (found: readonly Found[]) => readonly Found[];

/** An element by the name that JSON has for it, and its type under that name. */
interface Child {
  readonly name: string;
  readonly type: string;
  readonly isResource: boolean;
  readonly system: string | undefined;
}

/** What an element is called in JSON: `value` is `valueQuantity`, `valueString`, … */
const childrenOf = (type: string, name: string): readonly Child[] =>
  [...namedElements(type).values()]
    .filter(({ element }) => element.name === name)
    .map((one) => ({
      name: one.name,
      type: one.type,
      isResource: kindOf(one.type) === 'resource',
      system: one.type === 'code' ? implicitSystem(type, name) : undefined,
    }));

/** A resource within another names its type itself. */
const childFound = (
  { type, isResource, system }: Child,
  value: unknown,
  fragments: Found['fragments'],
): Found => {
  const found = { type: isResource ? (elements<FhirResource>(value).resourceType ?? type) : type, value };
  // Nearly all have no more, and to say so of each takes time.
  return system === undefined && fragments === undefined
    ? found
    : { ...found, ...(system !== undefined && { system }), ...(fragments !== undefined && { fragments }) };
};

/** A path may begin with the type of what it is asked of. */
const isTypeName = (name: string): boolean => /^[A-Z]/.test(name);

const child = (name: string): Step => {
  if (isTypeName(name)) return (found) => found.filter(({ type }) => isA(type, name));
  const childrenByType = new Map<string, readonly Child[]>();
  return (found) => {
    const into: Found[] = [];
    for (const { type, value, fragments } of found) {
      const children = childrenByType.get(type) ?? childrenOf(type, name);
      childrenByType.set(type, children);
      for (const one of children) {
        const there = elements<Record<string, unknown>>(value)[one.name];
        for (const item of items(there)) if (item !== null) into.push(childFound(one, item, fragments));
      }
    }
    return into;
  };
};

const repeat = (name: string): Step => {
  const next = child(name);
  return (found) => {
    const all: Found[] = [];
    for (let level = next(found); level.length > 0; level = next(level)) all.push(...level);
    return all;
  };
};

const where =
  (holds: (item: Found) => boolean): Step =>
  (found) =>
    found.filter(holds);

const step = (one: PathStep): Step => {
  switch (one.kind) {
    case 'child':
      return child(one.name);
    case 'repeat':
      return repeat(one.name);
    case 'type':
      // Exactly: with those that specialise it, a canonical would be found as a uri, too.
      return where(({ type }) => type === one.type);
    case 'leads-to':
      return where(({ value, fragments }) =>
        isA(referencedType(elements<Reference>(value), fragments) ?? '', one.type),
      );
    case 'equals': {
      const find = compilePath(one.path);
      return where((item) => {
        const [first, ...more] = find(item);
        return more.length === 0 && first?.value === one.text;
      });
    }
    case 'exists': {
      const find = compilePath(one.path);
      return where((item) => find(item).length > 0);
    }
    case 'extension': {
      const extensions = child('extension');
      return (found) => extensions(found).filter(({ value }) => elements<Extension>(value).url === one.url);
    }
    case 'first':
      return (found) => found.slice(0, 1);
  }
};

const branch = ({ from, steps }: PathBranch): Find => {
  const start = from && compilePath(from);
  const all = steps.map(step);
  return (item) => {
    let found = start === undefined ? [item] : start(item);
    for (const one of all) {
      if (found.length === 0) return found;
      found = one(found);
    }
    return found;
  };
};

/** What finds the values that a path leads to. */
export const compilePath = (path: Path): Find => {
  const branches = path.map(branch);
  const [only] = branches;
  return only !== undefined && branches.length === 1
    ? only
    : (start) => branches.flatMap((find) => find(start));
};

const branchBegins = ({ from, steps }: PathBranch, type: string): readonly string[] | undefined => {
  if (from !== undefined) return begins(from, type);
  const first = steps.find((one) => one.kind !== 'child' || !isTypeName(one.name));
  return first?.kind === 'child' || first?.kind === 'repeat'
    ? childrenOf(type, first.name).map(({ name }) => name)
    : undefined;
};

/** The elements of a type without which a path leads nowhere, as JSON names them; undefined if it can without any. */
export const begins = (path: Path, type: string): readonly string[] | undefined => {
  const all = path.map((one) => branchBegins(one, type));
  return all.includes(undefined) ? undefined : all.flatMap((names) => names ?? []);
};
