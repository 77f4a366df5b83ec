import { RESULT_PARAMETERS } from './result-parameter.ts';
import type { SearchContext } from './search-context.ts';
import { listed, type Wrong, wrong } from './wrong.ts';

type Known = Pick<SearchContext, 'parameters'>;

/** The codes by which resources of all these types, or (without any) of all there are, can be searched. */
const searchable = (types: readonly string[], { parameters }: Known): readonly string[] => {
  const [first = [], ...others] = types.map((type) => parameters.of(type).map(({ code }) => code));
  if (types.length > 0) return first.filter((code) => others.every((codes) => codes.includes(code)));
  return parameters.of('Resource').flatMap(({ base, code }) => (base === 'Resource' ? [code] : []));
};

/** That a code is no parameter of these types, with those there are. */
export const unknownParameter = (code: string, types: readonly string[], known: Known): Wrong => {
  const whom = types.length === 0 ? 'All types together' : listed(types);
  const choices = searchable(types, known);
  return wrong(
    `${whom} cannot be searched by “${code}”; choose one of: ${[...choices, ...RESULT_PARAMETERS].join(', ')}`,
    'not-supported',
  );
};
