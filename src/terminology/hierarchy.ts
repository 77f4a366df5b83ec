import type { Parameters } from 'fhir/r5.js';
import type { Concepts } from '../fhir/terminology/concepts.ts';
import { conceptIn, knownConcepts } from './known-system.ts';
import type { Result } from './result.ts';
import type { Stored } from './stored-resources.ts';

type Outcome = 'equivalent' | 'subsumes' | 'subsumed-by' | 'not-subsumed';

/** Parameters of $subsumes: https://hl7.org/fhir/R5/codesystem-operation-subsumes.html */
export interface SubsumesRequest {
  readonly system: string;
  readonly version?: string;
  readonly codeA: string;
  readonly codeB: string;
}

const related = async (
  stored: Stored,
  system: string,
  code: string,
  codes: (concepts: Concepts, code: string) => ReadonlySet<string>,
): Promise<Result<readonly string[]>> => {
  const concepts = await knownConcepts(stored, system);
  if ('issue' in concepts) return concepts;
  const concept = conceptIn(concepts.value, code);
  return 'issue' in concept ? concept : { value: [...codes(concepts.value, concept.value.code)] };
};

/** The code and all codes that are a kind of it, for `:below`: https://hl7.org/fhir/R5/search.html#modifierbelow */
export const codesBelow = (
  stored: Stored,
  system: string,
  code: string,
): Promise<Result<readonly string[]>> => related(stored, system, code, (concepts, of) => concepts.below(of));

/** The code and all codes that it is a kind of, for `:above`: https://hl7.org/fhir/R5/search.html#modifierabove */
export const codesAbove = (
  stored: Stored,
  system: string,
  code: string,
): Promise<Result<readonly string[]>> => related(stored, system, code, (concepts, of) => concepts.above(of));

const outcome = (concepts: Concepts, a: string, b: string): Outcome => {
  if (a === b) return 'equivalent';
  if (concepts.above(b).has(a)) return 'subsumes';
  return concepts.above(a).has(b) ? 'subsumed-by' : 'not-subsumed';
};

/** How two codes of a system relate: https://hl7.org/fhir/R5/codesystem-operation-subsumes.html */
export const subsumes = async (
  stored: Stored,
  { system, version, codeA, codeB }: SubsumesRequest,
): Promise<Result<Parameters>> => {
  const concepts = await knownConcepts(stored, system, version);
  if ('issue' in concepts) return concepts;
  const [a, b] = [conceptIn(concepts.value, codeA), conceptIn(concepts.value, codeB)];
  if ('issue' in a) return a;
  if ('issue' in b) return b;
  const valueCode = outcome(concepts.value, a.value.code, b.value.code);
  return { value: { resourceType: 'Parameters', parameter: [{ name: 'outcome', valueCode }] } };
};
