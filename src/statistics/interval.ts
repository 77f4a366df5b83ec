import { figure } from './figures.ts';
import { type Attribute, attributeOf, type Measured, type Statistic } from './statistic.ts';
import { TERM } from './term.ts';

/** An interval with both its bounds. */
export interface ReportedInterval {
  readonly path: string;
  readonly low: Measured;
  readonly high: Measured;
  /** As a fraction; `undefined` where it is not stated. */
  readonly level: number | undefined;
  /** `95 % interval 0.14 to 1.11`. */
  readonly text: string;
}

/** The levels an interval has that does not say which. */
const USUAL_LEVELS = [0.95, 0.9, 0.99];

/** The level of an interval, or those it may have. */
export const levelsOf = ({ level }: ReportedInterval): readonly number[] =>
  level === undefined ? USUAL_LEVELS : [level];

/** The level of an interval, or the most usual. */
export const levelOf = ({ level = 0.95 }: ReportedInterval): number => level;

const NAMES: ReadonlyMap<string, string> = new Map([
  [TERM.confidenceInterval, 'interval'],
  [TERM.interquartileRange, 'interquartile range'],
  [TERM.range, 'range'],
]);

/** What an attribute is called that is an interval. */
export const intervalName = ({ codes }: Attribute): string | undefined =>
  codes.flatMap((code) => NAMES.get(code) ?? [])[0];

/** The bounds of an attribute, if it has both. */
export const intervalOf = (attribute: Attribute): ReportedInterval | undefined => {
  const { path, low, high, level } = attribute;
  const name = intervalName(attribute);
  if (name === undefined || low === undefined || high === undefined) return;
  const percent = level === undefined ? '' : `${figure(level * 100)} % `;
  const text = `${percent}${name} ${low.written} to ${high.written}`;
  return { path: `${path}.range`, low, high, level, text };
};

/** The confidence interval of a statistic. */
export const confidenceInterval = (statistic: Statistic): ReportedInterval | undefined => {
  const found = attributeOf(statistic, TERM.confidenceInterval);
  return found && intervalOf(found);
};
