import type { Decimal } from '../model/decimal.ts';
import { timesPowerOfTen } from '../model/decimal.ts';
import type { Stated } from '../model/fact.ts';
import { NOT_STATED, stated } from '../model/fact.ts';
import type {
  ComparisonResult,
  Direction,
  EstimateType,
  Interval,
  Measure,
  MeasureType,
  PValue,
  Result,
  Subject,
} from '../model/trial.ts';
import { type Context, subjectsOf } from './context.ts';
import { timeText } from './time-point.ts';

/** Who a result is about, in words. */
export const subjectText = (context: Context, subject: Subject): string => {
  if (subject.kind === 'all') return 'all participants';
  if (subject.kind === 'unspecified') return 'group not stated';
  return subject.kind === 'arm' ? context.arm(subject.arm).name.value : subject.name.value;
};

/** The groups of a result: `A`, or `A against B`. */
export const groupsText = (context: Context, result: Result): string => {
  const { exposure, reference } = subjectsOf(result);
  const text = subjectText(context, exposure);
  return reference === undefined ? text : `${text} against ${subjectText(context, reference)}`;
};

/** What was measured, and when: `Mortality, day 28`. */
export const outcomeText = (context: Context, result: Pick<Result, 'outcome' | 'timePoint'>): string => {
  const time = stated(result.timePoint);
  const { value } = context.outcome(result.outcome).name;
  // An outcome may have its time in its own words.
  return time === undefined || value.toLowerCase().includes(timeText(time))
    ? value
    : `${value}, ${timeText(time)}`;
};

const INTERVALS: Readonly<Record<Interval['type'], string>> = {
  'confidence-interval': 'CI',
  'credible-interval': 'credible interval',
  'interquartile-range': 'interquartile range',
  range: 'range',
};

const percent = (level: Decimal): string => `${timesPowerOfTen(level, 2)}%`;

const intervalText = (interval: Stated<Interval>): string | undefined => {
  if (interval === NOT_STATED) return undefined;
  const { type, level, low, high } = interval.value;
  const name = [...(level === NOT_STATED ? [] : [percent(level.value)]), INTERVALS[type]].join(' ');
  return `${name} ${low.value} to ${high.value}`;
};

const pValueText = (pValue: Stated<PValue>): string | undefined =>
  pValue === NOT_STATED ? undefined : `P ${pValue.value.comparator ?? '='} ${pValue.value.value}`;

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  increased: 'increased',
  decreased: 'decreased',
  higher: 'higher',
  lower: 'lower',
  improved: 'improved',
  worsened: 'worsened',
  'no-significant-difference': 'no significant difference',
};

/** Which way a result points, in words. */
export const directionText = (direction: Stated<Direction>): string | undefined =>
  direction === NOT_STATED ? undefined : DIRECTIONS[direction.value];

/** The name of a measure in a sentence. */
export const measureName = (type: MeasureType | EstimateType): string => type.replaceAll('-', ' ');

const list = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(', ');

/** The value of a measure as written, with its unit. */
export const valueText = ({ value, unit }: Measure): string => {
  const written = stated(unit);
  if (written === undefined) return value.value;
  return written === '%' ? `${value.value}%` : `${value.value} ${written}`;
};

/** How the values of a measure lie around it. */
export const spreadText = ({ spread, standardDeviation, standardError }: Measure): string =>
  list([
    intervalText(spread),
    standardDeviation === NOT_STATED ? undefined : `standard deviation ${standardDeviation.value}`,
    standardError && `standard error ${standardError.value}`,
  ]);

const statementText = (measure: Measure, n: number | undefined): string => {
  const value = valueText(measure);
  if (measure.type === 'proportion') return value;
  if (measure.type === 'descriptive') return value;
  if (measure.type !== 'count') return `${measureName(measure.type)} ${value}`;
  if (n !== undefined) return `${value} of ${n}`;
  return measure.unit === NOT_STATED ? `${value} participants` : value;
};

const measureText = (measure: Measure, n: number | undefined): string => {
  const spread = spreadText(measure);
  return `${statementText(measure, n)}${spread === '' ? '' : ` (${spread})`}`;
};

/** What a comparison says: `relative risk 0.49 (95% CI 0.14 to 1.11), P = 0.08`. */
export const comparisonText = (result: ComparisonResult): string => {
  const { estimate, interval } = result;
  const about = intervalText(interval);
  const effect =
    estimate === NOT_STATED ? about : `${measureName(estimate.value.type)} ${estimate.value.value}`;
  return list([
    estimate !== NOT_STATED && about !== undefined ? `${effect} (${about})` : effect,
    pValueText(result.pValue),
    stated(result.test),
  ]);
};

/** What a result says, numbers as written. */
export const resultText = (result: Result): string => {
  if (result.kind === 'comparison')
    return list([directionText(result.direction), comparisonText(result) || undefined]);
  if (result.kind === 'finding') return result.words.value;
  const n = stated(result.n);
  const measures = result.measures.map((measure) => measureText(measure, n)).join('; ');
  const counted = result.measures.some((measure) => measure.type === 'count');
  return n === undefined || counted ? measures : `${measures} (n = ${n})`;
};
