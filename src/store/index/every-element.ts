import { kindOf, namedElements } from '../../fhir/elements.ts';
import { elements, type Found, items } from './found.ts';

/** A value and all that stands in it, contained resources and extensions included, in the order of the text. */
export const everyElement = function* (found: Found, enters: (found: Found) => boolean): Generator<Found> {
  yield found;
  if (typeof found.value !== 'object' || !enters(found)) return;
  const types = namedElements(found.type);
  for (const [name, value] of Object.entries(elements<Record<string, unknown>>(found.value))) {
    // Beside a primitive stand its id and extensions: `_birthDate`.
    const declared = name.startsWith('_') ? 'Element' : types.get(name)?.type;
    if (declared === undefined) continue;
    for (const item of items(value)) {
      if (item === null) continue;
      const resourceType =
        kindOf(declared) === 'resource' && elements<{ resourceType: string }>(item).resourceType;
      yield* everyElement({ type: resourceType || declared, value: item }, enters);
    }
  }
};
