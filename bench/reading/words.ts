const COMMON =
  /^(?:the|an?|of|in|on|at|for|to|and|or|by|with|from|as|than|was|were|is|group|arm|patients?|participants?|subjects?|treatment|therapy|levels?|scores?|rates?|mean|median|number|plus|compared)$/;

const stem = (word: string): string => word.replace(/(?:ies|es|s|ed|ing)$/, '').replace(/[ey]$/, '');

/** What a name's words are told by: stems in lower case, without words that every name may have. */
export const wordsOf = (text: string): ReadonlySet<string> => {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const telling = words.filter((word) => !COMMON.test(word));
  return new Set((telling.length > 0 ? telling : words).map(stem));
};

/** How well two names agree: twice the words they share over those they have, 0 to 1. */
export const agreement = (a: string, b: string): number => {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const shared = one.intersection(other).size;
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size);
};

/** A share in per cent with its counts. */
export const share = (part: number, whole: number): string =>
  `${whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)} % (${part}/${whole})`;
