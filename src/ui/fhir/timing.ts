import type { Timing, TimingRepeat } from 'fhir/r5.js';

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  s: ['second', 'seconds'],
  min: ['minute', 'minutes'],
  h: ['hour', 'hours'],
  d: ['day', 'days'],
  wk: ['week', 'weeks'],
  mo: ['month', 'months'],
  a: ['year', 'years'],
};

const DAYS: Readonly<Record<string, number>> = {
  s: 1 / 86_400,
  min: 1 / 1440,
  h: 1 / 24,
  d: 1,
  wk: 7,
  mo: 30.4375,
  a: 365.25,
};

/** A number of units of time in days; months and years at their mean length. */
export const inDays = (value: number, unit: string): number | undefined => {
  const days = DAYS[unit];
  return days === undefined ? undefined : value * days;
};

/** A number with a unit of time in words: `5 days`. */
export const timeText = (value: number, unit: string): string => {
  const [one = unit, many = unit] = UNITS[unit] ?? [];
  return `${value} ${value === 1 ? one : many}`;
};

const every = ({ frequency = 1, period, periodUnit }: TimingRepeat): string | undefined => {
  if (period === undefined || periodUnit === undefined) return undefined;
  const [one = periodUnit] = UNITS[periodUnit] ?? [];
  if (period !== 1) return `${frequency === 1 ? '' : `${frequency} × `}every ${timeText(period, periodUnit)}`;
  return `${frequency} × a ${one}`;
};

/** When something is done, in words: `3 times, every 2 days, for 6 weeks`. */
export const timingText = ({ repeat = {}, code }: Timing): string => {
  const { count, boundsDuration, duration, durationUnit = '' } = repeat;
  return [
    code?.text ?? code?.coding?.[0]?.display,
    count === undefined ? undefined : count === 1 ? 'once' : `${count} times`,
    every(repeat),
    boundsDuration?.value === undefined
      ? undefined
      : `for ${timeText(boundsDuration.value, boundsDuration.code ?? boundsDuration.unit ?? '')}`,
    duration === undefined ? undefined : `over ${timeText(duration, durationUnit)}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
};

/** The days, from the first one on, on which something is given a stated number of times at a stated distance. */
export const daysGiven = ({ repeat = {} }: Timing): readonly number[] => {
  const { count, frequency = 1, period, periodUnit = '' } = repeat;
  if (count === 1) return [0];
  const step = period === undefined ? undefined : inDays(period, periodUnit);
  if (count === undefined || step === undefined || frequency !== 1) return [];
  return Array.from({ length: count }, (_, at) => at * step);
};
