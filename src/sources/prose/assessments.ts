import { regex } from 'regex';
import type { Fact } from '../../model/fact.ts';
import type { Assessment } from '../../model/trial.ts';
import { firstMatch } from './match.ts';
import { listItems } from './results/outcome-name.ts';
import type { Sentence } from './sentence.ts';
import { timesIn } from './time.ts';

const BY_EVALUATING = regex(
  'dgi',
)`\b (assessed | evaluated | monitored | examined | followed) \b .*? \b by \s (evaluating | measuring | assessing | monitoring | determining) \s (?<list> [^;\(\)]+? ) \s (?= (at | on | before | after) \b )`;
const WERE_ASSESSED = regex(
  'dgi',
)`^ (?<list> [^;\(\)]+? ) \s (was | were) \s (assessed | evaluated | measured | monitored | examined | determined | recorded) \b`;

const PEOPLE_ONLY = /^(?:the |all )?(?:patients?|participants?|subjects?|groups?|outcomes?)$/i;

/** What is assessed when: the lists that sentences say were evaluated, at each time they name. */
export const assessmentsIn = (sentence: Sentence): readonly Assessment[] => {
  const match = firstMatch(sentence.text, BY_EVALUATING) ?? firstMatch(sentence.text, WERE_ASSESSED);
  const list = match?.part('list');
  if (!list) return [];
  const of: readonly Fact<string>[] = listItems(sentence.passage, list.from, list.to).filter(
    ({ value }) => !PEOPLE_ONLY.test(value),
  );
  const times = timesIn(sentence.text).filter(({ from }) => from >= list.to);
  return of.length === 0
    ? []
    : times.map((time) => ({
        time: sentence.passage.fact(time.from, time.to, time.value, 'normalised'),
        of,
      }));
};
