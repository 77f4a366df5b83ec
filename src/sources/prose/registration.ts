import { regex } from 'regex';
import { NOT_STATED } from '../../model/fact.ts';
import { REGISTRIES, type Registration, type Registry } from '../../model/trial.ts';
import { DATE, isoDate } from './date.ts';
import { matches } from './match.ts';
import type { Sentence } from './sentence.ts';

const NUMBERS: readonly (readonly [Registry, RegExp])[] = [
  ['NCT', /^NCT\d{8}$/],
  ['CTIS', /^20\d\d-5\d{5}-\d\d(?:-\d\d)?$/],
  ['EudraCT', /^20\d\d-\d{6}-\d\d$/],
  ['ISRCTN', /^ISRCTN\d{8}$/],
  ['ChiCTR', /^ChiCTR[A-Za-z0-9-]+$/],
  ['IRCT', /^IRCT[0-9A-Z]+$/],
  ['CTRI', /^CTRI\//],
  ['DRKS', /^DRKS\d{8}$/],
  ['ACTRN', /^ACTRN\d{14}$/],
  ['jRCT', /^jRCTs?\d+$/],
  ['UMIN', /^UMIN\d{9}$/],
  ['KCT', /^KCT\d{7}$/],
  ['PACTR', /^PACTR\d+$/],
  ['TCTR', /^TCTR\d+$/],
  ['NTR', /^NTR\d+$/],
  ['RBR', /^RBR-[0-9a-z]+$/],
];

// In the order they stand in a text: a number, then the date and the address that belong to it.
const REGISTRATION = regex('dg')`
    (?<number> (?<! [\p{L}\d\/\-]) ( NCT\d{8} | ISRCTN\d{8} | ChiCTR[\-A-Za-z]*\d{6,12} | IRCT\d{8,}N\d+ | CTRI\/\d{4}\/\d{2,3}\/\d{6} | DRKS\d{8}
      | ACTRN\d{14} | jRCTs?\d{9,10} | UMIN\d{9} | KCT\d{7} | PACTR\d{15,16} | TCTR\d{11} | NTR\d{3,5} | RBR-[0-9a-z]{5,8} | 20\d\d-\d{6}-\d\d(-\d\d)? ) (?! [\p{L}\d]) )
  | (?<url> https?: \/\/ [^\s<>\(\)\[\]]* [^\s<>\(\)\[\].,;:] )
  | (?<date> ${DATE})`;

const registryOf = (number: string): Registry | undefined =>
  NUMBERS.find(([, form]) => form.test(number))?.[0];

const SPEAKS_OF_REGISTRATION =
  /\bregist(?:er|ration|ry)|\btrial (?:number|identifier|id)\b|\bclinicaltrials\.gov\b|\b(?:NCT|EudraCT) number\b/i;

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
      const registry = number && registryOf(number.text);
      const last = found.at(-1);
      if (number && registry) {
        if (!found.some((other) => other.number.value === number.text))
          found.push({
            registry,
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
  return found.toSorted((a, b) => REGISTRIES.indexOf(a.registry) - REGISTRIES.indexOf(b.registry));
};
