import type { Annotation, Element, Quantity, Range } from 'fhir/r5.js';
import { exact } from '../../../fhir/content.ts';
import { type Fact, NOT_STATED, type Stated, stated } from '../../../model/fact.ts';
import { absent, type Marks, normalised } from '../../mark.ts';
import { unitOf } from '../../quantity.ts';
import { writtenNumber } from './written-number.ts';

const PARTICIPANTS = /^(?:number of )?(?:participants|subjects|patients)$/i;
const SHARE_OF_PARTICIPANTS = /^(?:percent(?:age)?|%) of (?:participants|subjects|patients)$/i;

/** Whether a unit is people. */
export const isPeople = (unit: string | undefined): boolean => PARTICIPANTS.test(unit ?? '');

/** Whether a unit is per cent of a group's people. */
export const isShareOfPeople = (unit: string | undefined): boolean => SHARE_OF_PARTICIPANTS.test(unit ?? '');

/** A unit as the record writes it, with its UCUM code where that is exact. */
const unitParts = (unit: string | undefined): Pick<Quantity, 'unit' | 'system' | 'code'> => {
  if (unit === undefined) return {};
  return isShareOfPeople(unit) ? { ...unitOf('%'), unit } : unitOf(unit);
};

/** A value that is no number: its words stand beside it, in the mark. */
export const asWords = (marks: Marks, fact: Fact<unknown>): Element => ({
  extension: [...(marks.on(normalised(fact)).extension ?? []), ...(absent('as-text').extension ?? [])],
});

const inWords = (marks: Marks, fact: Fact<string>, unit: string | undefined): Quantity => ({
  ...asWords(marks, fact),
  ...unitParts(unit),
});

/**
 * A value as the record writes it: a number with the comparator it has, or words, which are kept beside a value that
 * is absent. A bound of a range may have no comparator.
 */
export const reportedQuantity = (
  marks: Marks,
  fact: Fact<string>,
  unit: string | undefined,
  bound = false,
): Quantity => {
  const number = writtenNumber(fact.value);
  if (number === undefined || (bound && number.comparator !== undefined)) return inWords(marks, fact, unit);
  const { value, comparator } = number;
  return {
    ...marks.on(value === fact.value ? fact : normalised(fact)),
    value: exact(value),
    ...(comparator && { comparator }),
    ...unitParts(unit),
  };
};

/** Whether two bounds are numbers in the wrong order, which R5 forbids in a range. */
const areReversed = (low: Stated<string>, high: Stated<string>): boolean => {
  const [from, to] = [low, high].map((fact) => (fact === NOT_STATED ? undefined : writtenNumber(fact.value)));
  return from !== undefined && to !== undefined && Number(from.value) > Number(to.value);
};

/** The bounds that are stated: https://hl7.org/fhir/R5/datatypes.html#Range Reversed ones are in words, as R5 forbids them. */
export const reportedRange = (
  marks: Marks,
  low: Stated<string>,
  high: Stated<string>,
  unit: string | undefined,
): { description?: string; range: Range } => {
  const reversed = areReversed(low, high);
  const bound = (fact: Fact<string>): Quantity =>
    reversed ? inWords(marks, fact, unit) : reportedQuantity(marks, fact, unit, true);
  const range = {
    ...(low !== NOT_STATED && { low: bound(low) }),
    ...(high !== NOT_STATED && { high: bound(high) }),
  };
  return {
    ...(reversed && { description: [low, high].map(stated).join(' to ') }),
    range: Object.keys(range).length === 0 ? absent('unknown') : range,
  };
};

/** What the record remarks, a note each: https://hl7.org/fhir/R5/datatypes.html#Annotation */
export const notes = (
  marks: Marks,
  ...facts: readonly Stated<string>[]
): { note: Annotation[] } | Record<never, never> => {
  const note = facts.flatMap((fact) =>
    fact === NOT_STATED ? [] : [marks.primitive('text', fact) as Annotation],
  );
  return note.length === 0 ? {} : { note };
};
