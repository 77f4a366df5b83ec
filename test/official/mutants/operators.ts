import type { Operators } from './operator.ts';
import { BUNDLES } from './operators/bundles.ts';
import { CODES } from './operators/codes.ts';
import { EXTENSIONS } from './operators/extensions.ts';
import { INVARIANTS } from './operators/invariants.ts';
import { NARRATIVES } from './operators/narratives.ts';
import { PRIMITIVES } from './operators/primitives.ts';
import { REFERENCES } from './operators/references.ts';
import { STRUCTURE } from './operators/structure.ts';

/** Every kind of fault there is, by name. */
export const OPERATORS: Operators = {
  ...STRUCTURE,
  ...PRIMITIVES,
  ...CODES,
  ...REFERENCES,
  ...EXTENSIONS,
  ...NARRATIVES,
  ...INVARIANTS,
  ...BUNDLES,
};
