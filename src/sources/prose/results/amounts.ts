import { regex } from 'regex';
import type { Passage } from '../../passage.ts';
import { PEOPLE } from '../people.ts';
import { asAmount, isQuantityInPercent } from '../quantity-in-percent.ts';
import type { ValueStatistic } from '../statistic/statistic.ts';
import type { Valued } from './measured-values.ts';
import type { Reported } from './reported.ts';
import type { LinkedValue } from './value-links.ts';

const OF_SOME = regex('i')`^ \s? of \s (all \s | the \s | these \s)* ( [\p{L}\-]+ \s ){0,3}? ${PEOPLE}`;

/** Whether words beside a value make it a share of people whatever is named: `in 12%`, `12% of patients`. */
const isOfSome = ({ text }: Passage, { from, to }: Valued): boolean =>
  /\b(?:in|among)\s(?:only |about |approximately |up to )?$/i.test(text.slice(0, from)) ||
  OF_SOME.test(text.slice(to));

const amount = (value: ValueStatistic): ValueStatistic => ({ ...value, measures: asAmount(value.measures) });

const asAmounts = ({ value, arm }: LinkedValue): LinkedValue => ({
  arm,
  value:
    value.kind === 'value'
      ? amount(value)
      : { ...value, before: amount(value.before), after: amount(value.after) },
});

/** The values of an outcome; those in per cent of a quantity that is measured so are no proportions of people. */
export const valuesOf = (clause: Passage, { outcome, values }: Reported): readonly LinkedValue[] =>
  isQuantityInPercent(outcome.value) && !values.some(({ value }) => isOfSome(clause, value))
    ? values.map(asAmounts)
    : values;
