import type { Tree } from '../fhir/exact-tree.ts';
import { isInR4 } from './in-r4.ts';
import { textOf } from './item.ts';
import { converted, type R4View } from './view.ts';

/** The definition of a search in what R4 has, too: https://hl7.org/fhir/R4/searchparameter.html */
export const searchParameterView = (parameter: Tree): R4View | undefined => {
  const bases = Array.isArray(parameter.base) ? parameter.base : [];
  return bases.some((one) => isInR4(textOf(one)))
    ? { resource: converted(parameter, 'SearchParameter'), left: [] }
    : undefined;
};
