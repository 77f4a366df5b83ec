import { hierarchyOf } from '../hierarchy.ts';
import type { SearchParameter } from '../search-parameter.ts';
import type { Criterion } from '../search-request.ts';
import { type ReferenceValue, targetsOf } from '../value/reference.ts';
import { some } from './criteria.ts';
import { leadingTo } from './leading-to.ts';

/** In which directions a modifier goes from what is named. */
export const DIRECTIONS = {
  above: ['above'],
  below: ['below'],
  contains: ['above', 'below'],
} as const;

/**
 * That a parameter leads to a resource, or to one above or below it in the hierarchy of its type, whichever of the
 * types that may be. https://hl7.org/fhir/R5/search.html#modifierbelow
 */
export const inHierarchy = (
  parameter: SearchParameter,
  { resource, id }: Extract<ReferenceValue, { type: 'reference' }>,
  directions: readonly ('above' | 'below')[],
): Criterion => {
  const types = resource === undefined ? targetsOf(parameter) : [resource];
  const within = types.filter((type) => hierarchyOf(type).length > 0);
  const alone = types.filter((type) => hierarchyOf(type).length === 0);
  return some([
    ...(alone.length > 0 ? [leadingTo(parameter, alone, { kind: 'id', anyOf: [id] })] : []),
    ...within.flatMap((type) =>
      directions.map((direction) =>
        leadingTo(parameter, [type], {
          kind: 'hierarchy',
          parameters: hierarchyOf(type),
          direction,
          anyOf: [id],
        }),
      ),
    ),
  ]);
};
