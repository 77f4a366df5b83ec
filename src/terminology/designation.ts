import type { CodeSystemConceptDesignation } from 'fhir/r5.js';
import type { Member } from '../fhir/terminology/code-set.ts';
import { grammarOf } from '../fhir/terminology/grammar.ts';

const isLanguage = (language: string | undefined, wanted: string): boolean => {
  const [own, asked] = [language?.toLowerCase(), wanted.toLowerCase()];
  return own !== undefined && (own === asked || own.startsWith(`${asked}-`) || asked.startsWith(`${own}-`));
};

/** What else a code is called, by the value set and by its code system. */
export const designationsOf = ({ listed, concept }: Member): readonly CodeSystemConceptDesignation[] => [
  ...(listed?.designation ?? []),
  ...(concept?.designation ?? []),
];

/** What a code is called, if possible in a language: https://hl7.org/fhir/R5/codesystem.html#designations */
export const displayOf = (member: Member, language?: string): string | undefined => {
  const { listed, concept, concepts, system, code } = member;
  const preferred = listed?.display ?? concept?.display ?? grammarOf(system)?.display(code);
  if (language === undefined || isLanguage(concepts?.codeSystem.language, language)) return preferred;
  return designationsOf(member).find((one) => isLanguage(one.language, language))?.value ?? preferred;
};

/** All that a code may be called, by the value set and by its code system. */
export const displaysOf = (member: Member): readonly string[] =>
  [
    member.listed?.display,
    member.concept?.display,
    ...designationsOf(member).map(({ value }) => value),
  ].filter((display) => display !== undefined);
