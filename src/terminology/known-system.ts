import type { CodeSystemConcept } from 'fhir/r5.js';
import { type Concepts, conceptsOf } from '../fhir/terminology/concepts.ts';
import { grammarOf } from '../fhir/terminology/grammar.ts';
import { type Result, refusal } from './result.ts';
import { type Stored, StoredResources } from './stored-resources.ts';

/** The concepts of a code system that is at hand. */
export const knownConcepts = async (
  stored: Stored,
  system: string,
  version?: string,
): Promise<Result<Concepts>> => {
  const grammar = grammarOf(system);
  if (grammar)
    return refusal(
      'not-supported',
      'code-system-grammar',
      `The codes of ${grammar.name} have no hierarchy here`,
    );
  const found = await new StoredResources(stored).loadCodeSystem(system, version);
  if (found && found.content !== 'supplement' && found.content !== 'not-present')
    return { value: conceptsOf(found) };
  const name = `${system}${version === undefined ? '' : `, version ${version},`}`;
  return refusal('not-found', 'code-system-unknown', `The code system ${name} is not known here`);
};

/** The concept of a code. */
export const conceptIn = (concepts: Concepts, code: string): Result<CodeSystemConcept> => {
  const value = concepts.find(code);
  if (value) return { value };
  const { url, content } = concepts.codeSystem;
  return content === 'complete'
    ? refusal('not-found', 'invalid-code', `The code system ${url} has no code "${code}"`)
    : refusal(
        'not-found',
        'code-unchecked',
        `Of the code system ${url} only a part is known here, without "${code}"`,
      );
};
