import type { Element } from 'fhir/r5.js';
import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import { absent, type Marks } from '../../mark.ts';
import { asWords } from './quantity.ts';
import { writtenCount } from './written-number.ts';

type Count = 'numberAffected' | 'numberOfEvents';

/** A number of people or events: that it is not stated is said, and what is no such number is kept in its words. */
export const reportedCount = <K extends Count>(
  marks: Marks,
  name: K,
  fact: Stated<string>,
): { [P in K]?: number } & { [P in `_${K}`]?: Element } => {
  const element = (value: number | undefined, mark: Element) =>
    ({ ...(value !== undefined && { [name]: value }), [`_${name}`]: mark }) as { [P in K]?: number } & {
      [P in `_${K}`]?: Element;
    };
  if (fact === NOT_STATED) return element(undefined, absent('unknown'));
  const count = writtenCount(fact.value);
  return count === undefined ? element(undefined, asWords(marks, fact)) : element(count, marks.on(fact));
};
