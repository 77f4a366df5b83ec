import { RESOURCE_TYPES } from '../resource-type.ts';
import { type IndexKey, indexKey } from './search-parameter.ts';
import { builtInSearchParameters } from './search-parameters.ts';

let byType: ReadonlyMap<string, readonly IndexKey[]> | undefined;

const found = (type: string): readonly IndexKey[] =>
  builtInSearchParameters()
    .of(type)
    .filter(({ hierarchy }) => hierarchy)
    .map((one) => indexKey(one));

/** The parameters by which the resources of a type are parts of each other; none for most types. */
export const hierarchyOf = (type: string): readonly IndexKey[] => {
  byType ??= new Map(RESOURCE_TYPES.map((one) => [one, found(one)]));
  return byType.get(type) ?? [];
};
