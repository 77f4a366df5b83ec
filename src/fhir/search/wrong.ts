import type { IssueCode } from '../issue.ts';

/** Why a part of a search cannot be understood; the parameter it stands in is known to who reads that. */
export interface Wrong {
  readonly wrong: string;
  readonly code: IssueCode;
}

/** Without a code, that a value is not as it has to be. */
export const wrong = (text: string, code: IssueCode = 'value'): Wrong => ({ wrong: text, code });

export const isWrong = (found: object): found is Wrong => 'wrong' in found;

/** What all of them are, or the first that is wrong. */
export const unlessWrong = <T extends object>(found: readonly (T | Wrong)[]): readonly T[] | Wrong =>
  found.find(isWrong) ?? found.filter((one): one is T => !isWrong(one));

/** Names for a message, cut where there are very many. */
export const listed = (names: readonly string[]): string =>
  names.length > 60 ? `${names.slice(0, 60).join(', ')}, …` : names.join(', ');
