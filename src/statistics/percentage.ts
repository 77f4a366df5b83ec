import { type Bounds, exactly, overlap } from './bounds.ts';
import { digitsBeside, enumeration, figure } from './figures.ts';
import { eventsFitting, isPercent, shareOf, sizesFitting } from './share.ts';
import { attributeOf, type Measured } from './statistic.ts';
import type { StatisticCheck, Subject } from './subject.ts';
import { TERM } from './term.ts';
import { cannotVerify, type Judgement, placed } from './verdict.ts';

const written = ({ written: digits, unit }: Measured): string => (isPercent(unit) ? `${digits} %` : digits);

const numbers = ({ first, last, count }: { first: number; last: number; count: number }): string =>
  count === 1 ? `${first}` : `${first} to ${last}`;

/** A share in the unit and with the digits of a reported one. */
const shareLike = ({ unit, written: digits }: Measured, events: number, size: number): string =>
  figure((isPercent(unit) ? 100 * events : events) / size, digitsBeside(digits));

const shareText = (quantity: Measured, events: number, size: number): string =>
  `${events}/${size} is ${written({ ...quantity, written: shareLike(quantity, events, size) })}`;

const againstCount = (quantity: Measured, share: Bounds, events: number, size: number): Judgement => {
  const fits = overlap(exactly(events / size), share);
  const others = sizesFitting(share, events);
  const hint =
    fits || others === undefined || others.count === 0
      ? ''
      : ` ${events} would be ${written(quantity)} of ${numbers(others)}.`;
  return {
    code: 'percentage',
    verdict: fits ? 'consistent' : 'inconsistent',
    text: `${shareText(quantity, events, size)}${fits ? `; ${written(quantity)} is reported` : `, not ${written(quantity)}`}.${hint}`,
    recomputed: shareLike(quantity, events, size),
    ...(isPercent(quantity.unit) && { unit: '%' as const }),
  };
};

/** No more sizes of which a percentage would be one are named. */
const MOST_NAMED = 3;

/** The nearest smaller groups of which a whole number is that share. */
const smallerSizes = (share: Bounds, size: number): readonly number[] => {
  const found: number[] = [];
  for (let smaller = size - 1; smaller > size / 2 && found.length < MOST_NAMED; smaller -= 1)
    if (eventsFitting(share, smaller).count > 0) found.push(smaller);
  return found;
};

/** Shares of people that are no counts of them. */
const ESTIMATED = /kaplan|surviv|probab|cumulative|estimat|imput|adjust|weighted|model|\bls\b/i;

/** Why a share need not be a count of all the people; `undefined` where it has to be. */
const notCounted = ({ statistic, evidence }: Subject): string | undefined => {
  if (attributeOf(statistic, TERM.confidenceInterval) !== undefined)
    return 'With its interval it may be an estimate, not a count.';
  if ([...evidence.words, ...statistic.remarks].some((words) => ESTIMATED.test(words)))
    return 'By what is said of it, it may be an estimate, not a count.';
  return statistic.partial ? 'It is of a category, which may have been looked for in fewer.' : undefined;
};

const countsThatFit = (subject: Subject, quantity: Measured, share: Bounds, size: number): Judgement => {
  const fitting = eventsFitting(share, size);
  if (fitting.count > 0)
    return {
      code: 'percentage',
      verdict: 'consistent',
      text: `${written(quantity)} of ${size} is ${numbers(fitting)} (${shareText(quantity, fitting.first, size)}).`,
      ...(fitting.count === 1 && { recomputed: String(fitting.first) }),
    };
  const below = Math.min(size, Math.max(0, Math.floor(((share.low + share.high) / 2) * size)));
  const nearest = [below, below + 1]
    .filter((events) => events <= size)
    .map((events) => shareText(quantity, events, size));
  const others = smallerSizes(share, size);
  const hint =
    others.length === 0 ? '' : ` It would be one of ${enumeration(others.map(String), 'or')} people.`;
  const none = `No whole number of ${size} is ${written(quantity)}: ${nearest.join(', ')}.${hint}`;
  const reason = notCounted(subject);
  return reason === undefined
    ? { code: 'percentage', verdict: 'inconsistent', text: none }
    : cannotVerify('percentage', `${none} ${reason}`);
};

const sizesThatFit = (quantity: Measured, share: Bounds, events: number): Judgement => {
  const fitting = sizesFitting(share, events);
  if (fitting?.count === 0)
    return {
      code: 'percentage',
      verdict: 'inconsistent',
      text: `${events} is ${written(quantity)} of no whole number.`,
    };
  const sizes = fitting === undefined ? 'any number' : numbers(fitting);
  return cannotVerify(
    'percentage',
    `Of how many people is not stated; ${events} is ${written(quantity)} of ${sizes}.`,
  );
};

/** The count that goes with a share: its own, or the one that stands beside it. */
const countOf = ({ statistic, evidence }: Subject): number | undefined => {
  const beside = statistic.partial ? [statistic] : evidence.statistics.filter(({ partial }) => !partial);
  const [count, ...others] = new Set(beside.flatMap(({ affected }) => affected ?? []));
  return statistic.affected ?? (others.length === 0 ? count : undefined);
};

const judgement = (subject: Subject, quantity: Measured, share: Bounds): Judgement => {
  const count = countOf(subject);
  const { size } = subject.statistic;
  if (size !== undefined && size > 0)
    return count === undefined
      ? countsThatFit(subject, quantity, share, size)
      : againstCount(quantity, share, count, size);
  return count === undefined
    ? cannotVerify('percentage', `${written(quantity)} of how many people is not stated.`)
    : sizesThatFit(quantity, share, count);
};

/** Compares a percentage with the count and the number of people that are reported with it, or says which would fit. */
export const percentage: StatisticCheck = (subject) => {
  const share = shareOf(subject.statistic);
  const { quantity, path } = subject.statistic;
  return share === undefined || quantity === undefined
    ? []
    : placed(`${path}.quantity`, judgement(subject, quantity, share));
};
