import { regex } from 'regex';
import { type Fact, NOT_STATED, type Stated } from '../model/fact.ts';
import type { PersonName } from '../model/trial.ts';
import type { Passage } from './passage.ts';

const NAME_PART = regex`\p{Lu} [\p{L}'’.\-]*`;
const NAME = regex(
  'd',
)`^ (?<name> ${NAME_PART} ( \s ( (de|da|do|dos|del|della|di|van|von|der|den|la|le|el|al|bin|ibn) \s )* ${NAME_PART} ){1,5} ) [\d*†‡,\s]* (\s et\s al)? \.? $`;

/** That a list of authors goes on: *et al.* */
export const goesOnIn = (line: Passage): Stated<boolean> => {
  const match = /\bet al\b\.?/.exec(line.text);
  return match ? line.fact(match.index, match.index + match[0].length, false, 'normalised') : NOT_STATED;
};

/** `Smith J`, `van Dyk AB`: a family name and initials. Other orders do not tell which part is the family's. */
const WITH_INITIALS = /^(?<family>.+)\s(?<given>\p{Lu}{1,3})$/u;

const nameOf = (text: string): PersonName => {
  const { family = '', given } = WITH_INITIALS.exec(text)?.groups ?? {};
  return { family, given: given ? [...given] : [], text };
};

/** The authors that a line lists, `A B, C D and E F`; nothing if anything in it is no name, or there are fewer than `least`. */
export const authorsIn = (line: Passage, least: number): readonly Fact<PersonName>[] | undefined => {
  const authors: Fact<PersonName>[] = [];
  for (const match of line.text.matchAll(/(?:(?!\s+and\s|[,;]).)+/g)) {
    const name = NAME.exec(match[0].trim())?.groups?.name;
    if (!name) return undefined;
    const from = match.index + match[0].indexOf(name);
    authors.push(line.fact(from, from + name.length, nameOf(name), 'stated'));
  }
  return authors.length >= least ? authors : undefined;
};
