import type { EvidenceStatistic } from 'fhir/r5.js';
import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import { absent, type Marks } from '../../mark.ts';
import { reportedQuantity } from './quantity.ts';
import { writtenCount } from './written-number.ts';

/** How many participants; that it is not stated is said, and what is no such number stands as it is written. */
export const affected = (
  marks: Marks,
  fact: Stated<string>,
): Pick<EvidenceStatistic, 'numberAffected' | '_numberAffected' | 'quantity'> => {
  if (fact === NOT_STATED) return { _numberAffected: absent('unknown') };
  const count = writtenCount(fact.value);
  return count === undefined
    ? { quantity: reportedQuantity(marks, fact, 'Participants') }
    : { numberAffected: count, _numberAffected: marks.on(fact) };
};
