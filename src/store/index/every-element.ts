import { kindOf, namedElements } from '../../fhir/elements.ts';
import { elements, type Found, items } from './found.ts';

const typeOf = (declared: string, value: unknown): string =>
  typeof value === 'object' && kindOf(declared) === 'resource'
    ? (elements<{ resourceType: string }>(value).resourceType ?? declared)
    : declared;

/**
 * Visits a value and all that stands in it, contained resources and extensions included, in the order of the text;
 * what stands in a value that the visit refuses (`false`) is left out.
 */
export const visitEveryElement = (found: Found, visit: (found: Found) => boolean): void => {
  if (!visit(found) || typeof found.value !== 'object') return;
  const types = namedElements(found.type);
  const values = elements<Record<string, unknown>>(found.value);
  // Pairs of Object.entries would take a third of the time.
  for (const name in values) {
    // Beside a primitive stand its id and extensions: `_birthDate`.
    const type = name.startsWith('_') ? 'Element' : types.get(name)?.type;
    if (type === undefined) continue;
    for (const item of items(values[name])) {
      if (item !== null) visitEveryElement({ type: typeOf(type, item), value: item }, visit);
    }
  }
};
