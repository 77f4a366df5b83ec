import { comparatorsOf, modifiersOf } from './modifier.ts';
import type { SearchParameter } from './search-parameter.ts';

/** What a search parameter finds and which modifiers and prefixes it takes, as markdown. */
export const documentationOf = (parameter: SearchParameter): string => {
  const [modifiers, prefixes] = [modifiersOf(parameter), comparatorsOf(parameter)];
  return [
    parameter.description.trim(),
    ...(modifiers.length > 0 ? [`Modifiers: ${modifiers.join(', ')}.`] : []),
    ...(prefixes.length > 0 ? [`Prefixes: ${prefixes.join(', ')}.`] : []),
  ].join('\n\n');
};
