import type { SearchTerminology } from '../fhir/search/search-context.ts';
import type { Terminology } from '../terminology/terminology.ts';

/** What searches ask of the terminology, in the terms of searches. */
export const searchTerminology = (terminology: Terminology): SearchTerminology => {
  const inSystem = (system: string, codes: Awaited<ReturnType<Terminology['codesBelow']>>) =>
    'issue' in codes ? codes.issue : codes.value.map((code) => ({ system, code }));
  return {
    codesIn: async (valueSet) => {
      const codes = await terminology.codesIn(valueSet);
      return 'issue' in codes ? codes.issue : codes.value;
    },
    codesBelow: async (system, code) => inSystem(system, await terminology.codesBelow(system, code)),
    codesAbove: async (system, code) => inSystem(system, await terminology.codesAbove(system, code)),
  };
};
