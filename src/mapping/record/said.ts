import type { CodeableConcept, Coding, Extension } from 'fhir/r5.js';
import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import { type Marks, normalised } from '../mark.ts';

/** A concept in the record's own words, with the codes that they stand for. */
export const worded = (
  context: Marks,
  fact: Fact<string>,
  coding: readonly Coding[] = [],
): CodeableConcept => ({
  ...(coding.length > 0 && { coding: [...coding] }),
  ...context.primitive('text', fact),
});

/** A concept that says in a code, or in a word of ours, what the record says in a word of its own. */
export const coded = (context: Marks, fact: Fact<unknown>, concept: CodeableConcept): CodeableConcept => ({
  ...placed(context, fact),
  ...concept,
});

/** The place of what is said by an element being there and not another. */
export const placed = (context: Marks, fact: Stated<unknown>): { extension?: Extension[] } =>
  fact === NOT_STATED ? {} : context.on(normalised(fact));
