import type { CodeableConcept } from 'fhir/r5.js';
import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Design } from '../../model/record/record.ts';
import { ownConcept, studyDesignConcept } from '../concept.ts';
import type { RecordContext } from './context.ts';
import { coded, worded } from './said.ts';

type ValueOf<K extends keyof Design> = Exclude<Design[K], string | readonly unknown[] | undefined>['value'];

const own = (code: string): CodeableConcept => ownConcept('study-design', code);
const sevco = studyDesignConcept;
const noCode = (text: string): CodeableConcept => ({ text });

export const STUDY_TYPES: Readonly<Record<ValueOf<'studyType'>, CodeableConcept>> = {
  interventional: sevco('interventional'),
  observational: sevco('observational'),
  'expanded-access': sevco('expanded-access'),
};

export const ALLOCATIONS: Readonly<Record<ValueOf<'allocation'>, CodeableConcept>> = {
  randomised: sevco('randomised'),
  'non-randomised': sevco('non-randomised'),
  'n-a': noCode('N/A'),
};

export const MODELS: Readonly<Record<ValueOf<'interventionModel'>, CodeableConcept>> = {
  'single-group': sevco('single-group'),
  parallel: sevco('parallel'),
  crossover: sevco('crossover'),
  factorial: own('factorial'),
  sequential: own('sequential'),
  other: noCode('other'),
};

export const MASKINGS: Readonly<Record<ValueOf<'masking'>, CodeableConcept>> = {
  none: own('open-label'),
  single: own('single-blind'),
  double: own('double-blind'),
  triple: own('triple-blind'),
  quadruple: own('quadruple-blind'),
  masked: noCode('masked'),
};

export const MASKED: Readonly<Record<Design['whoMasked'][number]['value'], CodeableConcept>> = {
  participant: sevco('participants-masked'),
  'care-provider': sevco('providers-masked'),
  investigator: own('investigators-masked'),
  'outcomes-assessor': sevco('assessors-masked'),
  'data-analyst': sevco('analysts-masked'),
};

export const OBSERVATIONAL: Readonly<Record<ValueOf<'observationalModel'>, CodeableConcept>> = {
  cohort: own('cohort'),
  'case-control': sevco('case-control'),
  'case-only': own('case-only'),
  'case-crossover': own('case-crossover'),
  ecologic: sevco('ecologic'),
  'family-based': sevco('family-based'),
  other: noCode('other'),
};

export const PERSPECTIVES: Readonly<Record<ValueOf<'timePerspective'>, CodeableConcept>> = {
  retrospective: own('retrospective'),
  prospective: own('prospective'),
  'cross-sectional': sevco('cross-sectional'),
  other: noCode('other'),
};

/** The design of a study, a concept per feature stated: https://hl7.org/fhir/R5/valueset-study-design.html */
export const studyDesign = (context: RecordContext): CodeableConcept[] => {
  const { design, eligibility } = context.record;
  const feature = <T extends string>(
    concepts: Readonly<Record<T, CodeableConcept>>,
    fact: Stated<T>,
  ): CodeableConcept[] => (fact === NOT_STATED ? [] : [coded(context, fact, concepts[fact.value])]);
  const words = (fact: Stated<string>): CodeableConcept[] =>
    fact === NOT_STATED ? [] : [worded(context, fact)];
  return [
    ...feature(STUDY_TYPES, design.studyType),
    ...feature(ALLOCATIONS, design.allocation),
    ...feature(MODELS, design.interventionModel),
    ...words(design.interventionModelDescription),
    ...feature(MASKINGS, design.masking),
    ...words(design.maskingDescription),
    ...design.whoMasked.flatMap((who: Fact<keyof typeof MASKED>) => feature(MASKED, who)),
    ...feature(OBSERVATIONAL, design.observationalModel),
    ...feature(PERSPECTIVES, design.timePerspective),
    ...words(eligibility.samplingMethod),
    ...words(design.text),
    ...(design.features ?? []).map((feature) => worded(context, feature)),
  ];
};
