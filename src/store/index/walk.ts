import type { Extension, FhirResource, Reference } from 'fhir/r5.js';
import { kindOf, namedElements } from '../../fhir/elements.ts';
import type { Path, PathBranch, PathStep } from '../../fhir/search/path.ts';
import { isA } from '../../fhir/search/path-types.ts';
import { elements, type Found, items } from './found.ts';
import { implicitSystem } from './implicit-system.ts';
import { referencedType } from './literal-reference.ts';

/** An element by the name that JSON has for it, and its type under that name. */
interface Child {
  readonly name: string;
  readonly type: string;
  readonly system: string | undefined;
}

const childrenByStep = new Map<string, readonly Child[]>();

/** What an element is called in JSON (`value`: `valueQuantity`, `valueString`, …) and is there. */
const children = (type: string, name: string): readonly Child[] => {
  // Both come from definitions, so that there is an end to them.
  const key = `${type} ${name}`;
  const known = childrenByStep.get(key);
  if (known !== undefined) return known;
  const found = [...namedElements(type).values()]
    .filter(({ element }) => element.name === name)
    .map((one) => ({
      name: one.name,
      type: one.type,
      system: one.type === 'code' ? implicitSystem(type, name) : undefined,
    }));
  childrenByStep.set(key, found);
  return found;
};

/** A resource within another names its type itself. */
const typeOf = (declared: string, value: unknown): string =>
  kindOf(declared) === 'resource' ? (elements<FhirResource>(value).resourceType ?? declared) : declared;

const child = ({ type, value }: Found, name: string): readonly Found[] => {
  // A path may begin with the type of what it is asked of.
  if (/^[A-Z]/.test(name)) return isA(type, name) ? [{ type, value }] : [];
  const parent = elements<Record<string, unknown>>(value);
  return children(type, name).flatMap((one) =>
    items(parent[one.name])
      .filter((item) => item !== null)
      .map((item) => ({
        type: typeOf(one.type, item),
        value: item,
        ...(one.system !== undefined && { system: one.system }),
      })),
  );
};

const equals = (found: readonly Found[], text: string): boolean =>
  found.length === 1 && found[0]?.value === text;

const step = (found: readonly Found[], one: PathStep): readonly Found[] => {
  switch (one.kind) {
    case 'child':
      return found.flatMap((from) => child(from, one.name));
    case 'type':
      return found.filter(({ type }) => isA(type, one.type));
    case 'leads-to':
      return found.filter(({ value }) => isA(referencedType(elements<Reference>(value)) ?? '', one.type));
    case 'equals':
      return found.filter((item) => equals(walkPath(one.path, item), one.text));
    case 'exists':
      return found.filter((item) => walkPath(one.path, item).length > 0);
    case 'extension':
      return found
        .flatMap((from) => child(from, 'extension'))
        .filter(({ value }) => elements<Extension>(value).url === one.url);
    case 'first':
      return found.slice(0, 1);
  }
};

const walkBranch = ({ from, steps }: PathBranch, start: Found): readonly Found[] =>
  steps.reduce(step, from === undefined ? [start] : walkPath(from, start));

/** What a path finds in a value. */
export const walkPath = (path: Path, start: Found): readonly Found[] =>
  path.flatMap((branch) => walkBranch(branch, start));
