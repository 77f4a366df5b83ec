import type { EvidenceStatisticSampleSize } from 'fhir/r5.js';
import { structureDefinition } from '../../../fhir/canonical.ts';
import { exact } from '../../../fhir/content.ts';
import { type Fact, NOT_STATED, type Stated, stated } from '../../../model/fact.ts';
import type { Marks } from '../../mark.ts';
import { isPeople, reportedQuantity } from './quantity.ts';
import { writtenCount } from './written-number.ts';

/** How many were looked at, in one unit. */
export interface Size {
  readonly units: Stated<string>;
  readonly value: Fact<string>;
}

/** Marks a place only where it first stands: what holds for several statistics is one place of the record. */
export const markingOnce = (marks: Marks): Marks => {
  const marked = new Set<number>();
  const isFresh = (fact: Stated<unknown>): boolean =>
    fact !== NOT_STATED && marked.size < marked.add(fact.spans[0].offset).size;
  return { ...marks, on: (...facts) => marks.on(...facts.filter(isFresh)) };
};

/** How many of a group were looked at; other units than people have no element in R5. */
export const sampleSize = (
  marks: Marks,
  sizes: readonly Size[],
): { sampleSize: EvidenceStatisticSampleSize } | Record<never, never> => {
  if (sizes.length === 0) return {};
  const isCount = ({ units, value }: Size): boolean =>
    isPeople(stated(units) ?? 'Participants') && writtenCount(value.value) !== undefined;
  const people = sizes.find(isCount);
  const others = sizes.filter((size) => size !== people);
  const mark = people && marks.on(people.value);
  return {
    sampleSize: {
      ...(others.length > 0 && {
        extension: others.map(({ units, value }) => ({
          url: structureDefinition('sample-units'),
          valueQuantity: reportedQuantity(marks, value, stated(units)),
        })),
      }),
      ...(people && { knownDataCount: exact(people.value.value) }),
      ...(mark && 'extension' in mark && { _knownDataCount: mark }),
    },
  };
};
