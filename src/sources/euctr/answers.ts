import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import { factOf } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { recordDate } from '../record-date.ts';
import { merged, stated } from '../record-parts.ts';
import type { Entry, Protocol } from './form.ts';

/** Whether an entry answers the field of a code, and of a label where several have the code. */
export const isAsked =
  (code: string, label?: RegExp) =>
  (entry: Entry): boolean =>
    entry.code === code && (label === undefined || label.test(entry.label));

const NOTHING = /^(?:n\/?a|not applicable|none|not available|-)\.?$/i;

/** An answer’s words, unless they only say that there is nothing to say. */
export const wordsOf = (node: Located): string | undefined =>
  NOTHING.test(node.words) ? undefined : node.words;

/** What a conversion makes of the answers to a field, each value once with all the places that give it. */
export const answers = <T>(
  entries: readonly Entry[],
  code: string,
  convert: (node: Located) => T | undefined,
  label?: RegExp,
): readonly Fact<T>[] =>
  merged(
    entries.filter(isAsked(code, label)).flatMap(({ node }) => {
      const value = convert(node);
      return value === undefined ? [] : [factOf(node, value)];
    }),
  );

/** All that several protocols have, in the language of the form. */
export const common = (protocols: readonly Protocol[]): readonly Entry[] =>
  protocols.flatMap(({ entries }) => entries.filter(({ language }) => language === undefined));

/** The first answer, if there is one. */
export const first = <T>(facts: readonly Fact<T>[]): Stated<T> => facts[0] ?? NOT_STATED;

/** An answer as an ISO 8601 date. */
export const dateIn = ({ words }: Located): string | undefined => recordDate(words);

/** The earliest of dates, if there is one. */
export const earliest = (dates: readonly Fact<string>[]): Stated<string> =>
  first(dates.toSorted((a, b) => (a.value < b.value ? -1 : 1)));

/** Where protocols answer differently, no answer is the trial's. */
export const agreed = <T>(facts: readonly Fact<T>[]): Stated<T> =>
  facts.length === 1 ? facts[0]! : NOT_STATED;

/** That an answer is yes. */
export const isYes = ({ words }: Located): true | undefined => (/^yes$/i.test(words) ? true : undefined);

/** An answer that is yes or no. */
export const yesOrNo = ({ words }: Located): boolean | undefined =>
  /^yes$/i.test(words) ? true : /^no$/i.test(words) ? false : undefined;

/** The first value whose field is answered with yes, at that answer. */
export const chosen = <T>(
  entries: readonly Entry[],
  choices: readonly (readonly [code: string, value: T])[],
): readonly Fact<T>[] =>
  choices.flatMap(([code, value]) =>
    stated(first(answers(entries, code, isYes))).map((fact): Fact<T> => ({ ...fact, value })),
  );

const COUNTRY = /^(?<country>.+?)\s+-\s+\S/;

/** What the register writes in place of a country for protocols from elsewhere. */
const NO_COUNTRY = /^outside/i;

/** The countries whose authorities answer for protocols. */
export const countriesIn = (entries: readonly Entry[]): readonly Fact<string>[] =>
  answers(entries, 'A.1', ({ words }) =>
    NO_COUNTRY.test(words) ? undefined : (COUNTRY.exec(words)?.groups?.country ?? words),
  );

/** The country of one protocol. */
export const countryIn = (entries: readonly Entry[]): Stated<string> => first(countriesIn(entries));

/** Each group of its kind within each protocol: a sponsor, a product, a term. */
export const groups = (protocols: readonly Protocol[], kind: string): readonly (readonly Entry[])[] =>
  protocols.flatMap(({ entries }) => {
    const of = ({ group }: Entry): string | undefined =>
      group.split('/').find((part) => part.startsWith(`${kind}[`));
    const inGroup = entries.filter((entry) => of(entry) !== undefined && entry.language === undefined);
    return [...Map.groupBy(inGroup, of).values()];
  });

/** Things with the same words for their name, over all protocols, as one group of entries. */
export const sameThings = (
  all: readonly (readonly Entry[])[],
  ...named: readonly string[]
): readonly (readonly Entry[])[] => {
  const name = (entries: readonly Entry[]): string =>
    named.map((code) => entries.find(isAsked(code))?.node.words ?? '').join('\n');
  return [...Map.groupBy(all, name).values()].map((same) => same.flat());
};
