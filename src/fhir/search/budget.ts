import { type Wrong, wrong } from './wrong.ts';

/** How many values a search may look for in all; each costs the store a look. */
const MAX_VALUES = 2000;

/** Counts the values that a search looks for, in each type that a chain may lead to, up to what is allowed. */
export const budget = (): ((values: number) => Wrong | undefined) => {
  let spent = 0;
  return (values) => {
    spent += values;
    return spent > MAX_VALUES
      ? wrong(
          `The search looks for more than ${MAX_VALUES} values; ask for fewer, and name the types that chains lead to`,
          'too-costly',
        )
      : undefined;
  };
};
