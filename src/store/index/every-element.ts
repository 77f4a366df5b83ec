import { kindOf, namedElements } from '../../fhir/elements.ts';
import { elements, type Found } from './found.ts';

/** What stands under a name: the type that the name stands for, and whether what stands there names its own. */
interface Named {
  readonly type: string;
  readonly isResource: boolean;
}

const namesByType = new Map<string, ReadonlyMap<string, Named>>();

const namesOf = (type: string): ReadonlyMap<string, Named> => {
  const known = namesByType.get(type);
  if (known !== undefined) return known;
  const named = [...namedElements(type)].flatMap(([name, { type: declared }]): [string, Named][] => [
    [name, { type: declared, isResource: kindOf(declared) === 'resource' }],
    // Beside a primitive stand its id and extensions: `_birthDate`.
    [`_${name}`, { type: 'Element', isResource: false }],
  ]);
  const names = new Map(named);
  // Names of types that are unknown may come from outside: they are not kept.
  if (names.size > 0) namesByType.set(type, names);
  return names;
};

const visitItem = ({ type, isResource }: Named, value: unknown, visit: (found: Found) => boolean): void => {
  if (value === null) return;
  const own = isResource ? elements<{ resourceType: string }>(value).resourceType : undefined;
  visitEveryElement({ type: own ?? type, value }, visit);
};

/**
 * Visits a value and all that stands in it, contained resources and extensions included, in the order of the text;
 * what stands in a value that the visit refuses (`false`) is left out.
 */
export const visitEveryElement = (found: Found, visit: (found: Found) => boolean): void => {
  if (!visit(found) || typeof found.value !== 'object') return;
  const names = namesOf(found.type);
  const values = elements<Record<string, unknown>>(found.value);
  // Pairs of Object.entries would take a third of the time.
  for (const name in values) {
    const named = names.get(name);
    if (named === undefined) continue;
    const value = values[name];
    if (Array.isArray(value)) for (const item of value) visitItem(named, item, visit);
    else visitItem(named, value, visit);
  }
};
