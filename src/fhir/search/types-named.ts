import { isResourceType } from '../elements.ts';
import type { SearchContext } from './search-context.ts';
import { type Wrong, wrong } from './wrong.ts';

/** The resource types that a value names, divided by commas: https://hl7.org/fhir/R5/search.html#_type */
export const typesNamed = (
  text: string,
  { types: known }: Pick<SearchContext, 'types'>,
): readonly string[] | Wrong => {
  const types = [...new Set(text.split(','))];
  const bad = types.find((type) => !(known?.includes(type) ?? isResourceType(type)));
  return bad === undefined ? types : wrong(`“${bad}” is not a resource type`);
};
