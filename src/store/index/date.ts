import type { Period, Timing } from 'fhir/r5.js';
import { dateRange } from '../../fhir/search/date-range.ts';
import { elements, type Found, items } from './found.ts';
import { around, type Range } from './range.ts';

/** The first and the last time that JavaScript's dates know, for ends that are open. */
const FOREVER = 8.64e15;

const one = (text: string | undefined): readonly Range[] =>
  [dateRange(text ?? '')].filter((range) => range !== undefined);

const period = ({ start, end }: Partial<Period>): readonly Range[] => {
  if (start === undefined && end === undefined) return [];
  const [from] = start === undefined ? [{ low: -FOREVER }] : one(start);
  const [to] = end === undefined ? [{ high: FOREVER }] : one(end);
  return from === undefined || to === undefined ? [] : [{ low: from.low, high: to.high }];
};

/** What a schedule repeats is not looked at, only when it begins and ends. */
const timing = ({ event, repeat }: Partial<Timing>): Range | undefined =>
  around([...items(event).flatMap(one), ...period(repeat?.boundsPeriod ?? {})]);

/** The times of a value, in milliseconds since 1970, `high` exclusive: https://hl7.org/fhir/R5/search.html#date */
export const dates = ({ type, value }: Found): readonly Range[] => {
  if (typeof value === 'string') return one(value);
  if (type === 'Period') return period(elements<Period>(value));
  return type === 'Timing' ? [timing(elements<Timing>(value))].filter((range) => range !== undefined) : [];
};
