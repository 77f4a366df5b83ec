import { regex } from 'regex';

const END = regex(
  'i',
)`\b (in | at | every | for | with | was | were | is | are | per | on | and | or | followed | then | as | to | by | over | during | from | intravenously
  | orally | subcutaneously | plus | versus | vs | than | twice | once | daily | weekly | after | before | alone | each ) \b`;

const WORD = regex('i')`(?! ${END} (?! [\-\/\p{L}\d]) ) [^\s,;:\(\)\[\]]* [^\s,;:.\(\)\[\]]`;
const SHORT_FORM = regex('i')`\( [\p{L}\d] [\p{L}\d\-]{0,9} \) (-\p{L}+)?`;

/** What is given: a noun phrase with the short forms it defines, `bone marrow (BM)-derived MSCs`. */
export const AGENT = regex('i')`${WORD} ( \s ( ${SHORT_FORM} | ${WORD} ) ){0,7}`;

/** Of what an agent is made, where it is said to be derived from something. */
export const DERIVED_FROM =
  /^(?:(?<source>.+?)(?:\s\([^()]*\))?[-\s]derived|(?<tissue>umbilical cord(?: blood)?|bone marrow|adipose(?: tissue)?|placenta|dental pulp)[-\s](?=mesenchymal|stem|stromal))\s*(?<agent>.+)$/iu;

/**
 * The words by which a text's agents are told apart: its short forms where it has any (`MSC`, `EV`), else
 * all its words; in the singular and in lower case.
 */
export const agentWords = (text: string): ReadonlySet<string> => {
  const words = text.match(/[\p{L}\d+]+/gu) ?? [];
  const short = words.filter((word) => /^\p{Lu}[\p{Lu}\d]+s?$/u.test(word));
  const general =
    /^(?:group|arm|cohort|alone|plus|only|and|of|treated|patients?|therapy|treatment|derived)$/i;
  return new Set(
    (short.length > 0 ? short : words.filter((word) => !general.test(word))).map((word) =>
      word.toLowerCase().replace(/(?<=..)s$/, ''),
    ),
  );
};

/** How well two sets of words agree: twice what they share over what they hold, 0 to 1. */
export const agreement = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const shared = a.intersection(b).size;
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size);
};
