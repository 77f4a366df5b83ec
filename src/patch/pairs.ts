import { isTree } from '../fhir/exact-tree.ts';
import { exactKey } from './exact-key.ts';
import type { Item } from './items.ts';

/** An element in a form in which equal ones are equal. */
export const itemKey = ({ value, extras }: Item): string => `${exactKey(value)} ${exactKey(extras)}`;

/** The id of an element, or of a resource in a resource. */
export const idOf = ({ value, extras }: Item): unknown => (isTree(value) ? value.id : extras?.id);

/**
 * Of each item of the second list the place that it had in the first, if it was there: as an equal item, as one
 * with the same id, or else as the one in the same place.
 */
export const pairs = (from: readonly Item[], to: readonly Item[]): readonly (number | undefined)[] => {
  const found: (number | undefined)[] = to.map(() => undefined);
  const free = new Set(from.keys());
  const pair = (place: number, index: number): void => {
    found[index] = place;
    free.delete(place);
  };
  for (const key of [itemKey, idOf]) {
    const places = Map.groupBy(free, (place) => key(from[place]!));
    for (const [index, item] of to.entries()) {
      const wanted = key(item);
      const place =
        found[index] === undefined && wanted !== undefined ? places.get(wanted)?.shift() : undefined;
      if (place !== undefined) pair(place, index);
    }
  }
  for (const index of to.keys()) if (found[index] === undefined && free.has(index)) pair(index, index);
  return found;
};
