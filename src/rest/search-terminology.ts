import type { ValueSet } from 'fhir/r5.js';
import type { SearchTerminology } from '../fhir/search/search-context.ts';
import type { Terminology } from '../terminology/terminology.ts';
import type { Service } from './service.ts';

/** What searches ask of the terminology, in the terms of searches. */
export const searchTerminology = ({
  store,
  terminology,
}: Pick<Service, 'store' | 'terminology'>): SearchTerminology => {
  const inSystem = (system: string, codes: Awaited<ReturnType<Terminology['codesBelow']>>) =>
    'issue' in codes ? codes.issue : codes.value.map((code) => ({ system, code }));
  /** The value set itself where it is named by its place here. */
  const named = async (valueSet: string): Promise<string | ValueSet> => {
    const [, id] = /^ValueSet\/([^/]+)$/.exec(valueSet) ?? [];
    const version = id === undefined ? undefined : await store.read('ValueSet', id);
    return version === undefined || version.deleted ? valueSet : (JSON.parse(version.text) as ValueSet);
  };
  return {
    codesIn: async (valueSet) => {
      const codes = await terminology.codesIn(await named(valueSet));
      return 'issue' in codes ? codes.issue : codes.value;
    },
    codesBelow: async (system, code) => inSystem(system, await terminology.codesBelow(system, code)),
    codesAbove: async (system, code) => inSystem(system, await terminology.codesAbove(system, code)),
  };
};
