import { exactly, overlap } from './bounds.ts';
import { digitsBeside, figure } from './figures.ts';
import { eventsFitting, isPercent, shareOf, sizesFitting } from './share.ts';
import { attributeOf, type Measured, type Statistic } from './statistic.ts';
import { cannotVerify, type Judgement } from './verdict.ts';

const written = ({ written: digits, unit }: Measured): string => (isPercent(unit) ? `${digits} %` : digits);

const numbers = ({ first, last, count }: { first: number; last: number; count: number }): string =>
  count === 1 ? `${first}` : `${first} to ${last}`;

/** A share in the unit and with the digits of a reported one. */
const shareLike = ({ unit, written: digits }: Measured, events: number, size: number): string =>
  figure((isPercent(unit) ? 100 * events : events) / size, digitsBeside(digits));

const shareText = (quantity: Measured, events: number, size: number): string =>
  `${events}/${size} is ${written({ ...quantity, written: shareLike(quantity, events, size) })}`;

const againstCount = (
  quantity: Measured,
  share: NonNullable<ReturnType<typeof shareOf>>,
  events: number,
  size: number,
): Judgement => {
  const fits = overlap(exactly(events / size), share);
  return {
    code: 'percentage',
    verdict: fits ? 'consistent' : 'inconsistent',
    text: `${shareText(quantity, events, size)}${fits ? `; ${written(quantity)} is reported` : `, not ${written(quantity)}`}.`,
    recomputed: shareLike(quantity, events, size),
    ...(isPercent(quantity.unit) && { unit: '%' as const }),
  };
};

const countsThatFit = (
  quantity: Measured,
  share: NonNullable<ReturnType<typeof shareOf>>,
  size: number,
  estimated: boolean,
): Judgement => {
  const fitting = eventsFitting(share, size);
  const below = Math.min(size, Math.max(0, Math.floor(((share.low + share.high) / 2) * size)));
  const nearest = [below, below + 1]
    .filter((events) => events <= size)
    .map((events) => shareText(quantity, events, size));
  const none = `No whole number of ${size} is ${written(quantity)}: ${nearest.join(', ')}.`;
  if (fitting.count === 0 && estimated)
    return cannotVerify('percentage', `${none} With its interval it may be an estimate, not a count.`);
  return fitting.count === 0
    ? { code: 'percentage', verdict: 'inconsistent', text: none }
    : {
        code: 'percentage',
        verdict: 'consistent',
        text: `${written(quantity)} of ${size} is ${numbers(fitting)} (${shareText(quantity, fitting.first, size)}).`,
        ...(fitting.count === 1 && { recomputed: String(fitting.first) }),
      };
};

const sizesThatFit = (
  quantity: Measured,
  share: NonNullable<ReturnType<typeof shareOf>>,
  events: number,
): Judgement => {
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

/** Compares a percentage with the count and the number of people that are reported with it, or says which would fit. */
export const percentage = (
  statistic: Statistic,
  count: number | undefined,
  size: number | undefined,
): Judgement | undefined => {
  const share = shareOf(statistic);
  const { quantity } = statistic;
  if (share === undefined || quantity === undefined) return;
  if (size !== undefined && size > 0)
    return count === undefined
      ? countsThatFit(quantity, share, size, attributeOf(statistic, 'C53324') !== undefined)
      : againstCount(quantity, share, count, size);
  return count === undefined
    ? cannotVerify('percentage', `${written(quantity)} of how many people is not stated.`)
    : sizesThatFit(quantity, share, count);
};
