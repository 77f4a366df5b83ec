import { regex } from 'regex';
import { decimal } from '../../../model/decimal.ts';
import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import { observedNumber } from '../../../model/observed-number.ts';
import type { Arm, ComparisonResult, GroupResult } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { type GroupMention, groupMentionsIn } from '../group-mention.ts';
import { firstMatch } from '../match.ts';
import { COUNT, countOf } from '../number.ts';
import { BRACKET, PEOPLE } from '../people.ts';
import { statisticsIn } from '../statistic/statistics-in.ts';
import { outcomeName } from './outcome-name.ts';
import {
  armSubject,
  comparatorOf,
  impliedReference,
  outcomeKey,
  type Setting,
  type Statement,
} from './statement.ts';

const HAPPENED = regex(
  'dgi',
)`^ (?<outcome> [^,;:\(\)]+? ) \s ( (was | were) \s ( ( only | also ) \s )? ( reported | observed | seen | noted | recorded | documented | found ) | occurred ) \b`;

const COUNTED_IN = regex(
  'dgi',
)`(?<! \b (to | or) \s) (?<count> ${COUNT}) ( \s? (of | \/) \s? (the\s)? (?<total> ${COUNT}) )? \s ${PEOPLE} \s ( \( [^\(\)]* \) \s )? in \s (the\s)? $`;

const BEHIND = regex('dgi')`^ \s? (?<bracket> ${BRACKET})`;

interface Counted {
  readonly arm: Arm;
  readonly count: Fact<number>;
  readonly total: Stated<number>;
  /** What stands in brackets behind the group. */
  readonly statistics: Passage | undefined;
}

const countedIn = (sentence: Passage, mention: GroupMention, setting: Setting): Counted | undefined => {
  const arm = setting.arms.find(({ key }) => key === mention.key);
  const match = firstMatch(sentence.text.slice(0, mention.from), COUNTED_IN);
  const [count, total] = [match?.part('count'), match?.part('total')];
  if (!arm || !count) return undefined;
  const bracket = firstMatch(sentence.text.slice(mention.to), BEHIND)?.part('bracket');
  return {
    arm,
    count: sentence.fact(count.from, count.to, countOf(count.text)),
    total: total ? sentence.fact(total.from, total.to, countOf(total.text)) : observedNumber(arm),
    statistics: bracket && sentence.slice(mention.to + bracket.from, mention.to + bracket.to),
  };
};

/** *Outcome* was reported in three patients in group A (RR …; 95% CI …; P …), none in B and eight in C. */
export const countsByGroup = (sentence: Passage, setting: Setting): readonly Statement[] => {
  const subject = firstMatch(sentence.text, HAPPENED)?.part('outcome');
  const outcome = subject && outcomeName(sentence, subject.from, subject.to);
  if (!outcome) return [];
  const counted = groupMentionsIn(sentence.text, setting.names).flatMap(
    (mention) => countedIn(sentence, mention, setting) ?? [],
  );
  const about = {
    outcome: outcomeKey(outcome.value, 'effect'),
    timePoint: NOT_STATED,
    sentence: textFact(sentence),
  } as const;
  const groups = counted.map(
    ({ arm, count, total }): GroupResult => ({
      ...about,
      kind: 'group',
      subject: armSubject(arm),
      n: total,
      measures: [
        {
          type: 'count',
          value: { ...count, value: decimal(String(count.value)) },
          unit: NOT_STATED,
          spread: NOT_STATED,
          standardDeviation: NOT_STATED,
        },
      ],
    }),
  );
  const comparator = comparatorOf(setting);
  const comparisons = counted.flatMap(({ arm, statistics }): readonly ComparisonResult[] => {
    const [only, ...more] = statistics ? statisticsIn(statistics) : [];
    if (only?.kind !== 'p-value' || more.length > 0) return [];
    const exposure = arm === comparator ? counted.find((other) => other.arm !== arm)?.arm : arm;
    return [
      {
        ...about,
        kind: 'comparison',
        exposure: exposure ? armSubject(exposure) : { kind: 'unspecified' },
        reference: impliedReference(comparator),
        estimate: NOT_STATED,
        interval: NOT_STATED,
        pValue: only.pValue,
        direction: NOT_STATED,
        test: setting.test,
      },
    ];
  });
  return counted.length > 0 ? [{ outcome, domain: 'effect', results: [...groups, ...comparisons] }] : [];
};
