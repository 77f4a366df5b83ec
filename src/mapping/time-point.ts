import type { TimePoint } from '../model/trial.ts';
import { durationText, unitOfTime } from './quantity.ts';

const ORDINALS: ReadonlyMap<Intl.LDMLPluralRule, string> = new Map([
  ['one', 'st'],
  ['two', 'nd'],
  ['few', 'rd'],
]);
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });

const ordinal = (n: number): string => `${n}${ORDINALS.get(ordinals.select(n)) ?? 'th'}`;

const event = (time: TimePoint): string | undefined => {
  if (time.kind !== 'after') return undefined;
  if (time.event !== undefined) return time.event;
  return time.administration === undefined ? undefined : `the ${ordinal(time.administration)} administration`;
};

/** A time point in words: `baseline`, `day 28`, `28 days after infusion`. */
export const timeText = (time: TimePoint): string => {
  if (time.kind === 'baseline') return 'baseline';
  if (time.kind === 'during') return time.text;
  const from = event(time);
  return from === undefined
    ? `${unitOfTime(time.offset.unit)} ${time.offset.value}`
    : `${durationText(time.offset)} after ${from}`;
};

/** What two time points have in common when they are the same. */
export const timeKey = (time: TimePoint | undefined): string => {
  if (time === undefined) return '';
  if (time.kind === 'baseline') return 'baseline';
  if (time.kind === 'during') return `during ${time.text.toLowerCase()}`;
  const { value, unit } = time.offset;
  return ['after', value, unit, time.event?.toLowerCase() ?? '', time.administration ?? ''].join(' ');
};
