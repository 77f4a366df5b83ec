import { type Stated, stated } from '../../../../src/model/fact.ts';
import type { Interval, PValue } from '../../../../src/model/trial.ts';
import { documentText } from '../../../../src/sources/document-text.ts';
import { plainPassage } from '../../../../src/sources/passage.ts';
import type { Statistic, ValueStatistic } from '../../../../src/sources/prose/statistic/statistic.ts';
import { statisticsIn } from '../../../../src/sources/prose/statistic/statistics-in.ts';

const NAMES = {
  'confidence-interval': 'CI',
  'credible-interval': 'CrI',
  'interquartile-range': 'IQR',
  range: 'range',
} as const;

const interval = (fact: Stated<Interval>): readonly string[] => {
  const value = stated(fact);
  if (!value) return [];
  return [`${NAMES[value.type]} ${stated(value.level) ?? ''}[${value.low.value}, ${value.high.value}]`];
};

const pValue = (fact: Stated<PValue>): readonly string[] => {
  const value = stated(fact);
  return value ? [`P ${value.comparator ?? '='} ${value.value}`] : [];
};

const unit = (fact: Stated<string>): string => {
  const written = stated(fact);
  return written === undefined || written === '%' ? (written ?? '') : ` ${written}`;
};

const value = ({ measures, n }: ValueStatistic): string => {
  const written = measures.map((measure) =>
    [
      `${measure.type} ${measure.value.value}${unit(measure.unit)}`,
      ...(measure.standardDeviation === 'not-stated' ? [] : [`SD ${measure.standardDeviation.value}`]),
      ...(measure.standardError ? [`SE ${measure.standardError.value}`] : []),
      ...interval(measure.spread),
    ].join(' '),
  );
  return `${written.join(', ')}${n === 'not-stated' ? '' : ` of ${n.value}`}`;
};

const told = (statistic: Statistic): string => {
  switch (statistic.kind) {
    case 'value':
      return value(statistic);
    case 'change':
      return `from ${value(statistic.before)} to ${value(statistic.after)}`;
    case 'estimate':
      return [
        `${statistic.adjusted ? 'adjusted ' : ''}${statistic.estimate.value.type} ${statistic.estimate.value.value}${unit(statistic.unit)}`,
        ...interval(statistic.interval),
        ...pValue(statistic.pValue),
      ].join(' ');
    case 'p-value':
      return [...pValue(statistic.pValue), ...(statistic.of ? [`of ${statistic.of}`] : [])].join(' ');
    case 'interval':
      return interval(statistic.interval).join('');
    case 'sample-size':
      return `n = ${statistic.n.value}`;
    case 'not-significant':
      return 'not significant';
  }
};

/** The statistics that a text states, each in one line of plain words. */
export const statisticsTold = (text: string): readonly string[] =>
  statisticsIn(plainPassage(documentText(text), 0, text.length)).map(told);
