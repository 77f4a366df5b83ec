import { regex } from 'regex';
import { type Fact, NOT_STATED } from '../../model/fact.ts';
import { REGISTRY_NUMBER, registryNumber } from '../../model/registry-number.ts';
import { REGISTRIES, type Registration } from '../../model/trial.ts';
import { DATE, isoDate } from './date.ts';
import { inItsCase, matches } from './match.ts';
import type { Sentence } from './sentence.ts';

// In the order they stand in a text: a number, then the date and the address that belong to it.
const REGISTRATION = regex('dg')`
    (?<number> (?<! [\p{L}\d\/\-]) ( ${REGISTRY_NUMBER} ) (?! [\p{L}\d]) )
  | (?<url> https?: \/\/ [^\s<>\(\)\[\]]* [^\s<>\(\)\[\].,;:] )
  | (?<date> ${inItsCase(DATE)})`;

const SPEAKS_OF_REGISTRATION =
  /\bregist(?:er|ration|ry)|\btrial (?:number|identifier|id)\b|\bclinicaltrials\.gov\b|\b(?:NCT|EudraCT) number\b/i;

const inOrder = (found: readonly Registration[]): readonly Registration[] =>
  found.toSorted((a, b) => REGISTRIES.indexOf(a.registry) - REGISTRIES.indexOf(b.registry));

/**
 * The registry numbers a document gives as this trial's, with the date and address that stand behind each.
 * Numbers in the background are other trials'.
 */
export const registrationsIn = (sentences: readonly Sentence[]): readonly Registration[] => {
  const found: Registration[] = [];
  const relevant = sentences.filter(
    (sentence) =>
      sentence.role === 'registration' ||
      (sentence.role !== 'background' && SPEAKS_OF_REGISTRATION.test(sentence.text)),
  );
  for (const { passage } of relevant)
    for (const match of matches(passage.text, REGISTRATION)) {
      const [number, url, date] = ['number', 'url', 'date'].map(match.part);
      const given = number && registryNumber(number.text);
      const last = found.at(-1);
      if (number && given) {
        if (!found.some((other) => other.number.value === number.text))
          found.push({
            registry: given.registry,
            number: passage.fact(number.from, number.to, number.text),
            registered: NOT_STATED,
            url: NOT_STATED,
          });
      } else if (url && last && last.url === NOT_STATED) {
        found[found.length - 1] = { ...last, url: passage.fact(url.from, url.to, url.text) };
      } else if (date && last && last.registered === NOT_STATED && /regist/i.test(passage.text)) {
        const iso = isoDate(date.text);
        if (iso) found[found.length - 1] = { ...last, registered: passage.fact(date.from, date.to, iso) };
      }
    }
  return inOrder(found);
};

/** What the text says of numbers, and those that only stand outside it; a number in both has both places. */
export const registrationsOf = (
  outside: readonly Registration[],
  within: readonly Registration[],
): readonly Registration[] => {
  const elsewhere = (number: string): Registration | undefined =>
    outside.find((one) => one.number.value === number);
  return inOrder([
    ...within.map((one) => {
      const { value, spans } = one.number;
      const places: Fact<string>['spans'] = [
        spans[0],
        ...spans.slice(1),
        ...(elsewhere(value)?.number.spans ?? []),
      ];
      return { ...one, number: { ...one.number, spans: places } };
    }),
    ...outside.filter((one) => !within.some(({ number }) => number.value === one.number.value)),
  ]);
};
