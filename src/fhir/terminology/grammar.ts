import { UCUM, unitName } from '../ucum.ts';

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

/** A tag may be right and have no name, such as one with extensions. */
const languageName = (code: string): string | undefined => {
  try {
    return languageNames.of(code);
  } catch {
    return undefined;
  }
};

const unitNames = new Map<string, string | undefined>();
const UNIT_NAMES = 1000;

const keptUnitName = (code: string): string | undefined => {
  if (unitNames.has(code)) return unitNames.get(code);
  if (unitNames.size >= UNIT_NAMES) unitNames.clear();
  const name = unitName(code);
  unitNames.set(code, name);
  return name;
};

const GRAMMARS = new Map<string, Grammar>([
  [
    UCUM,
    {
      name: 'Unified Code for Units of Measure (UCUM)',
      has: (code) => keptUnitName(code) !== undefined,
      display: keptUnitName,
    },
  ],
  [
    'urn:ietf:bcp:13',
    { name: 'Media types (BCP 13)', has: (code) => MIME_TYPE.test(code), display: (code) => code },
  ],
  ['urn:ietf:bcp:47', { name: 'Language tags (BCP 47)', has: isLanguage, display: languageName }],
]);

/** The grammar of a code system, if it has one: https://hl7.org/fhir/R5/terminologies-systems.html */
export const grammarOf = (system: string): Grammar | undefined => GRAMMARS.get(system);
