import type { CodeableConcept } from 'fhir/r5.js';
import { NOT_STATED, type Stated } from '../model/fact.ts';
import type { Comparator, Trial } from '../model/trial.ts';
import { ownConcept, studyDesignConcept } from './concept.ts';
import type { Context } from './context.ts';
import { derived, termText } from './mark.ts';

const own = (code: string): CodeableConcept => ownConcept('study-design', code);

const comparatorConcept = (comparator: Comparator): CodeableConcept =>
  comparator === 'matched-controls' ? studyDesignConcept(comparator) : own(`${comparator}-controlled`);

/** Who is given something by the protocol is studied by intervening. */
const interventional = (context: Context, { arms }: Trial): CodeableConcept[] => {
  const given = arms
    .filter((arm) => arm.membership === 'trial')
    .flatMap((arm) => arm.administrations.map(({ text }) => derived(text, text.value)));
  return given.length === 0 ? [] : [{ ...context.on(...given), ...studyDesignConcept('interventional') }];
};

/** The design of a study, a concept per feature that is stated: https://hl7.org/fhir/R5/valueset-study-design.html */
export const studyDesign = (context: Context): CodeableConcept[] => {
  const { allocation, allocationMethod, allocationRatio, masking, comparator, centres } =
    context.trial.design;
  const feature = <T extends string>(
    fact: Stated<T>,
    say: (value: T) => CodeableConcept,
  ): CodeableConcept[] =>
    fact === NOT_STATED ? [] : [{ ...context.on(fact), ...say(fact.value), text: termText(fact) }];
  return [
    ...interventional(context, context.trial),
    ...feature(allocation, studyDesignConcept),
    ...feature(allocationMethod, studyDesignConcept),
    ...(allocationRatio === NOT_STATED
      ? []
      : [{ ...context.on(allocationRatio), ...own('allocation-ratio'), text: allocationRatio.value }]),
    ...feature(masking, own),
    ...feature(comparator, comparatorConcept),
    ...feature(centres, (value) => (value === 'multicentre' ? studyDesignConcept(value) : own(value))),
  ];
};
