import { RESULT_PARAMETERS } from './result-parameter.ts';
import type { SearchContext } from './search-context.ts';
import { listed, type Wrong, wrong } from './wrong.ts';

type Known = Pick<SearchContext, 'parameters'>;

/** The codes by which resources of a type, or (without one) of all, can be searched. */
export const searchable = (type: string | undefined, { parameters }: Known): readonly string[] => {
  const known = parameters.of(type ?? 'Resource');
  return (type === undefined ? known.filter(({ base }) => base === 'Resource') : known).map(
    ({ code }) => code,
  );
};

/** That a code is no parameter of these types, with those there are. */
export const unknownParameter = (code: string, types: readonly string[], known: Known): Wrong => {
  const whom = types.length === 0 ? 'All types together' : listed(types);
  const choices = searchable(types.length === 1 ? types[0] : undefined, known);
  return wrong(
    `${whom} cannot be searched by “${code}”; choose one of: ${[...choices, ...RESULT_PARAMETERS].join(', ')}`,
    'not-supported',
  );
};
