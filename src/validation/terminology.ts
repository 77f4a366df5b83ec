import { ucumUtils } from 'fhirpath';
import type { Definitions } from './definitions.ts';

export const UCUM = 'http://unitsofmeasure.org';

/** Whether something is so, or cannot be known without a terminology server. */
export type Answer = 'yes' | 'no' | 'unknown';

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

const ucumAnswers = new Map<string, boolean>();
const UCUM_ANSWERS = 1000;

/** Whether it is a UCUM unit: https://ucum.org/ucum */
const isUcum = (code: string): boolean => {
  let answer = ucumAnswers.get(code);
  if (answer === undefined) {
    answer = ucumUtils.validateUnitString(code).status === 'valid';
    if (ucumAnswers.size < UCUM_ANSWERS) ucumAnswers.set(code, answer);
  }
  return answer;
};

/** Code systems whose codes follow a grammar. */
const GRAMMARS: Readonly<Record<string, (code: string) => boolean>> = {
  [UCUM]: isUcum,
  'urn:ietf:bcp:13': (code) => MIME_TYPE.test(code),
  'urn:ietf:bcp:47': isLanguage,
};

const displaysOf = (
  system: string,
  code: string,
  definitions: Definitions,
): readonly string[] | undefined => {
  const known = definitions.codeSystem(system);
  if (known === undefined) return undefined;
  if (Object.hasOwn(known.codes, code)) return known.codes[code];
  if (known.caseSensitive) return undefined;
  const lower = code.toLowerCase();
  return Object.entries(known.codes).find(([candidate]) => candidate.toLowerCase() === lower)?.[1];
};

/** Whether a code system has a code. */
export const hasCode = (system: string, code: string, definitions: Definitions): Answer => {
  const grammar = Object.hasOwn(GRAMMARS, system) ? GRAMMARS[system] : undefined;
  if (grammar) return grammar(code) ? 'yes' : 'no';
  if (displaysOf(system, code, definitions)) return 'yes';
  return definitions.codeSystem(system)?.complete ? 'no' : 'unknown';
};

const normalised = (display: string): string => display.trim().replace(/\s+/g, ' ').toLowerCase();

/** The display a code should have, if the one given is none of its own. */
export const rightDisplay = (
  system: string,
  code: string,
  display: string,
  definitions: Definitions,
): string | undefined => {
  const displays = displaysOf(system, code, definitions) ?? [];
  return displays.some((own) => normalised(own) === normalised(display)) ? undefined : displays[0];
};

/** Whether a value set has a code; without a system, whether it has it from any. */
export const isMember = (
  valueSet: string,
  system: string | undefined,
  code: string,
  definitions: Definitions,
): Answer => {
  const known = definitions.valueSet(valueSet);
  if (known === undefined) return 'unknown';
  const answers = Object.entries(known.systems)
    .filter(([own]) => system === undefined || own === system)
    .map(([own, codes]) =>
      codes === true ? hasCode(own, code, definitions) : codes.includes(code) ? 'yes' : 'no',
    );
  if (answers.includes('yes')) return 'yes';
  const isOpen = known.open.some(
    (own) => system === undefined || own === system || own.includes('/ValueSet/'),
  );
  return isOpen || answers.includes('unknown') ? 'unknown' : 'no';
};
