import { Definitions } from '../src/validation/definitions.ts';

/** R5's types and our profiles, as the validator reads them. */
export const definitions = new Definitions(
  new URL('../profiles/generated/core/', import.meta.url),
  () => undefined,
);
