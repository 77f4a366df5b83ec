import type { Fact } from '../../model/fact.ts';
import type { Abbreviations } from '../prose/abbreviation.ts';
import type { Head } from './head.ts';

const sameWords = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** A name with the long forms of its abbreviations behind it. */
const spelledOut = (name: string, abbreviations: Abbreviations): string => {
  const words = name.match(/[\p{L}\d-]+/gu) ?? [];
  const long = [...new Set(words)].flatMap((word) => abbreviations.get(word) ?? []);
  const missing = long.filter((one) => !name.toLowerCase().includes(one.toLowerCase()));
  return missing.length > 0 ? `${name} (${missing.join(', ')})` : name;
};

/** Heads that say nothing but that the column is of all. */
const OF_ALL =
  /^(?:overall|total|all(?: patients)?|whole (?:group|sample)|intention[- ]to[- ]treat(?: population)?|itt)$/i;
const OF_GROUPS =
  /^(?:study |treatment |intervention )?(?:groups?|arms?|treatments?|interventions?|outcomes?|variables?|number of (?:patients|participants|subjects)|patients|participants|values?|parameters?|results?|time(?:[- ]?(?:points?|intervals?|periods?))?|intervals?|periods?|measures?|items?|scales?|tests?|visits?|follow-?up|day|week|month|year)(?: and \w+)?$/i;

/** What tells that those counted had what the title over it names. */
const AFFIRMED = /^(?:yes|present)$/i;

/** The name of what was measured, from all heads that say a part of it. */
export const outcomeOf = (heads: readonly Head[], abbreviations: Abbreviations): Fact<string> | undefined => {
  const all = heads.flatMap(({ passage, name }) =>
    name && !OF_ALL.test(name.text) && !OF_GROUPS.test(name.text)
      ? [passage.fact(name.from, name.to, name.text.replace(/\s+/g, ' '))]
      : [],
  );
  const facts = all.some(({ value }) => !AFFIRMED.test(value))
    ? all.filter(({ value }) => !AFFIRMED.test(value))
    : [];
  const parts = facts.filter((fact, i) => facts.findIndex(({ value }) => sameWords(value, fact.value)) === i);
  const [first, ...others] = parts;
  if (!first) return undefined;
  const value = spelledOut(parts.map((part) => part.value).join(': '), abbreviations);
  if (value === first.value) return first;
  return {
    ...first,
    value,
    derivation: 'derived',
    spans: [first.spans[0], ...others.flatMap(({ spans }) => spans)],
  };
};
