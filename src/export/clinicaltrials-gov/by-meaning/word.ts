import type { CodeableConcept } from 'fhir/r5.js';
import { type Cursor, items, textAt } from '../form.ts';

/** Whether a concept has a code. */
export const hasCode = (concept: Cursor | undefined, system: string, code: string): boolean =>
  items(concept, 'coding').some((one) => textAt(one, 'system') === system && textAt(one, 'code') === code);

const keysOf = ({ coding = [], text }: CodeableConcept): readonly string[] =>
  coding.length > 0 ? coding.map(({ system, code }) => `${system}|${code}`) : [`|${text}`];

/** Finds the registry's word for a concept; none where it has none. */
export type WordOf = (concept: Cursor | undefined) => string | undefined;

/** The registry's words by the concepts that its reader makes of them; of several words the first is written. */
export const wordsFor = <V>(
  words: ReadonlyMap<string, V>,
  conceptOf: (value: V) => CodeableConcept | undefined,
): WordOf => {
  const known = new Map<string, string>();
  for (const [word, value] of words)
    for (const key of keysOf(conceptOf(value) ?? {})) if (!known.has(key)) known.set(key, word);
  return (concept) => {
    if (concept === undefined) return undefined;
    const coded = items(concept, 'coding').map((one) => `${textAt(one, 'system')}|${textAt(one, 'code')}`);
    const text = textAt(concept, 'text');
    const own = text !== undefined && words.has(text) ? text : undefined;
    return own ?? [...coded, `|${text}`].map((key) => known.get(key)).find((word) => word !== undefined);
  };
};
