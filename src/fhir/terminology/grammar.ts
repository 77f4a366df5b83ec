import { ucumUtils } from 'fhirpath';

export const UCUM = 'http://unitsofmeasure.org';

/** A code system whose codes follow a grammar: they can be checked, but not listed. */
export interface Grammar {
  readonly name: string;
  has(code: string): boolean;
  /** What a code of it is called in English. */
  display(code: string): string | undefined;
}

/** A MIME type, or one of the short names R5 has for its own formats. */
const MIME_TYPE =
  /^(?:xml|json|ttl)$|^[\w!#$&^.+-]+\/[\w!#$&^.+*-]+(?:\s*;\s*[\w!#$&^.+-]+=(?:"[^"]*"|[^;"]+))*$/;

const isLanguage = (code: string): boolean => {
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
};

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

const ucumAnswers = new Map<string, boolean>();
const UCUM_ANSWERS = 1000;

/** Whether it is a UCUM unit: https://ucum.org/ucum */
const isUcum = (code: string): boolean => {
  let answer = ucumAnswers.get(code);
  if (answer === undefined) {
    // The library writes to the standard output about blanks.
    answer = !/\s/.test(code) && ucumUtils.validateUnitString(code).status === 'valid';
    if (ucumAnswers.size < UCUM_ANSWERS) ucumAnswers.set(code, answer);
  }
  return answer;
};

const GRAMMARS = new Map<string, Grammar>([
  [
    UCUM,
    {
      name: 'Unified Code for Units of Measure (UCUM)',
      has: isUcum,
      display: (code) => ucumUtils.validateUnitString(code).unit?.name,
    },
  ],
  [
    'urn:ietf:bcp:13',
    { name: 'Media types (BCP 13)', has: (code) => MIME_TYPE.test(code), display: (code) => code },
  ],
  [
    'urn:ietf:bcp:47',
    { name: 'Language tags (BCP 47)', has: isLanguage, display: (code) => languageNames.of(code) },
  ],
]);

/** The grammar of a code system, if it has one: https://hl7.org/fhir/R5/terminologies-systems.html */
export const grammarOf = (system: string): Grammar | undefined => GRAMMARS.get(system);
