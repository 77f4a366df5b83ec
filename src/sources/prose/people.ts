import { regex } from 'regex';

/** Participants, as sentences call them. */
export const PEOPLE = regex(
  'i',
)`\b ( patients? | participants? | subjects? | individuals? | adults? | children | infants? | women | men | volunteers? | cases? ) \b`;

/** A stretch in brackets, with brackets inside. */
export const BRACKET = regex`\( [^\(\)]* ( \( [^\(\)]* \) [^\(\)]* )* \)`;
