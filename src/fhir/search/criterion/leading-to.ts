import { type IndexKey, indexKey, type SearchParameter } from '../search-parameter.ts';
import type { Criterion } from '../search-request.ts';

/** That a parameter leads to a resource of one of these types that meets `where`. */
export const leadingTo = (
  parameter: SearchParameter,
  types: readonly string[],
  where: Criterion,
): Criterion => {
  if (parameter.via === undefined) return { kind: 'chain', parameter: indexKey(parameter), types, where };
  return parameter.via.reduceRight<Criterion>((inner, step) => {
    const key: IndexKey = indexKey({ base: step.type, code: step.parameter });
    return { kind: 'has', type: step.type, parameter: key, where: inner };
  }, where);
};

/** That a resource of a type that meets `where` leads here by a parameter. */
export const ledToBy = (parameter: SearchParameter, type: string, where: Criterion): Criterion => {
  const { via } = parameter;
  if (via === undefined) return { kind: 'has', type, parameter: indexKey(parameter), where };
  return via.reduce<Criterion>((inner, step, at) => {
    const key: IndexKey = indexKey({ base: step.type, code: step.parameter });
    return { kind: 'chain', parameter: key, types: [via[at - 1]?.type ?? type], where: inner };
  }, where);
};
