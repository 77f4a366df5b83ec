import { pattern, regex } from 'regex';

/** Participants, as sentences call them: the alternatives of a pattern. */
export const PEOPLE_WORDS =
  '(?:out|in)?-?patients?|participants?|subjects?|individuals?|adults?|children|infants?|women|men|volunteers?|people|persons?|cases?|survivors|smokers|students|adolescents|neonates|newborns|mothers|veterans|residents|athletes|players|runners|cyclists|boys|girls|males|females|elders|elderly|schoolchildren|pupils|toddlers|teenagers|nurses|caregivers|carers|parturients';

/** One of the words for participants. */
export const PEOPLE = regex('i')`\b (${pattern(PEOPLE_WORDS)}) \b`;

/** A stretch in brackets, with brackets inside. */
export const BRACKET = regex('i')`\( [^\(\)]* ( \( [^\(\)]* \) [^\(\)]* )* \)`;
