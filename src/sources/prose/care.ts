import { regex } from 'regex';
import type { Fact } from '../../model/fact.ts';
import { matches } from './match.ts';
import { PEOPLE } from './people.ts';
import type { Sentence } from './sentence.ts';

const CARE = regex(
  'dgi',
)`(?<! \b (not | nearly | almost) \s) \b ( all \s ${PEOPLE} | both \s groups | all \s groups ) \s ( also \s )? ( received | were \s (given | treated \s with) ) \s ( the \s )? (?<care> [^,;:\(\)]+? ) (?= [,;:\(\)] | \. | $ )`;

const SHORT_LIST = /^(?<first>(?:[^\s]+\s){1,4})and\s(?<second>[^\s]+(?:\s[^\s]+){0,3})$/;

/** What all participants received beside what their arm got, each named thing for itself. */
export const concomitantCareIn = ({ passage }: Sentence): readonly Fact<string>[] =>
  matches(passage.text, CARE).flatMap((match): readonly Fact<string>[] => {
    const care = match.part('care');
    if (!care) return [];
    const two = SHORT_LIST.exec(care.text)?.groups;
    const cut = two?.first?.trimEnd().length ?? care.text.length;
    const second = two?.second?.length ?? 0;
    return [
      passage.fact(care.from, care.from + cut, care.text.slice(0, cut)),
      ...(second > 0 ? [passage.fact(care.to - second, care.to, care.text.slice(-second))] : []),
    ];
  });
