import { regex } from 'regex';
import { NOT_STATED } from '../../../model/fact.ts';
import type { Passage } from '../../passage.ts';
import type { Part } from '../match.ts';
import { COUNT } from '../number.ts';
import type { ChangeStatistic, Statistic, ValueStatistic } from '../statistic/statistic.ts';
import { saysWhen, timesIn } from '../time.ts';

/** A value of a group, or its value before and after. */
export type Valued = ValueStatistic | ChangeStatistic;

const TIME_UNIT = /^(?:min(?:ute)?s?|h(?:ours?|rs?)?|d(?:ays?)?|w(?:ee)?ks?|mo(?:nth)?s?|y(?:ea)?rs?)$/i;
const WHEN =
  /\b(?:at|after|for|over|within|during|every|per|by|until|to|from|week|day|month|year|age|aged|first|last|follow-?up(?: period| time)? of)\s*$/i;
const BOUND =
  /[<>≥≤]\s*$|\b(?:least|(?:more|less|greater|fewer) than|most|threshold of|cut-?off of|defined as)(?:\s+an?)?\s*$/i;
const NO_VALUE = /\b(?:out of|range,?|SD:?|SE:?|CI:?|score of|from|margin(?:[,:]| of| was| is)?)\s*$/i;
/** `250 ml less`: how much groups differ by. */
const DIFFERS =
  /^\s(?:(?:significantly|statistically) )?(?:less|more|lower|higher|greater|shorter|longer|earlier|later|faster|slower)\b(?! than\b)/i;
const TOTAL = /\b(?:a total of|of all|of the|of these|overall,?)\s*$/i;

const OF = /(?:^|[,;]\s|\band\s)of (?:the )?$/i;

const unitOf = (value: Valued): string => {
  const [measure] = (value.kind === 'change' ? value.after : value).measures;
  return measure === undefined || measure.unit === 'not-stated' ? '' : measure.unit.value;
};

const overlaps = (a: Part, b: Part): boolean => a.from < b.to && b.from < a.to;

/** \`three to five patients\`. */
const RANGE = regex('i')`${COUNT} \s (to | or) \s $`;

/** The values of a clause that may have been measured: no times, no bounds, no numbers that are part of something else. */
export const measuredValues = (
  { text }: Passage,
  statistics: readonly Statistic[],
  others: readonly Part[],
): readonly Valued[] => {
  const times = timesIn(text).filter(saysWhen);
  return statistics.filter((value): value is Valued => {
    if (value.kind !== 'value' && value.kind !== 'change') return false;
    const before = text.slice(Math.max(0, value.from - 40), value.from);
    if ([...others, ...times].some((other) => overlaps(other, value))) return false;
    if (BOUND.test(before) || NO_VALUE.test(before) || RANGE.test(before)) return false;
    if (DIFFERS.test(text.slice(value.to))) return false;
    return !(TIME_UNIT.test(unitOf(value)) && WHEN.test(before));
  });
};

/** Whether a number of people is what others are a part of: `Of 201 patients with A, 98 …`. */
export const isWhole = ({ text }: Passage, value: Valued): value is ValueStatistic =>
  value.kind === 'value' && value.measures[0]?.type === 'count' && OF.test(text.slice(0, value.from));

/** A value as one of a whole: a number of its own counts people. */
export const ofWhole = (value: ValueStatistic, whole: ValueStatistic): ValueStatistic => {
  const [measure] = value.measures;
  const [of] = whole.measures;
  if (!measure || !of || value.n !== NOT_STATED || Number(measure.value.value) > Number(of.value.value))
    return value;
  const counts =
    measure.type === 'descriptive' && measure.unit === NOT_STATED && /^\d+$/.test(measure.value.value);
  return {
    ...value,
    n: { ...of.value, value: Number(of.value.value) },
    measures: counts ? [{ ...measure, type: 'count' }] : value.measures,
  };
};

/** Whether a value is of everybody by the words before it: `Overall, 12 patients`. */
export const isTotal = ({ text }: Passage, { from }: Valued): boolean =>
  TOTAL.test(text.slice(Math.max(0, from - 40), from));
