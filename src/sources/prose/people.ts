import { regex } from 'regex';

/** Participants, as sentences call them. */
export const PEOPLE = regex(
  'i',
)`\b ( (out|in)?-?patients? | participants? | subjects? | individuals? | adults? | children | infants? | women | men | volunteers? | people | persons? | cases? | survivors | smokers | students | adolescents | neonates | newborns | mothers | veterans | residents | athletes | boys | girls | males | females ) \b`;

/** A stretch in brackets, with brackets inside. */
export const BRACKET = regex('i')`\( [^\(\)]* ( \( [^\(\)]* \) [^\(\)]* )* \)`;
