import type { Study } from '../../study.ts';
import { type Cursor, cursorOf } from '../form.ts';

/** Finds what a reference or canonical in an element leads to. */
export const leading =
  ({ resources }: Study) =>
  (to: string | undefined): Cursor | undefined => {
    const found = resources.find(
      (one) => to !== undefined && (to === `${one.resourceType}/${one.id}` || to === one.url),
    );
    return found && cursorOf(found);
  };
