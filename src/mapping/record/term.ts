import type { CodeableConcept, Coding, ResearchStudy } from 'fhir/r5.js';
import { NOT_STATED } from '../../model/fact.ts';
import type { Term } from '../../model/record/record.ts';
import { filled } from '../filled.ts';
import { TERM_SYSTEMS } from '../identifier-systems.ts';
import type { RecordContext } from './context.ts';
import { fitting } from './fitting.ts';
import { worded } from './said.ts';

const coding = (context: RecordContext, { system, code, display }: Term['codes'][number]): Coding[] => {
  const fit = fitting('code', code);
  const said = { ...context.primitive('code', fit), ...context.primitive('display', display) };
  return Object.keys(said).length === 0
    ? []
    : [{ ...(fit !== NOT_STATED && system !== 'other' && { system: TERM_SYSTEMS[system] }), ...said }];
};

const concept = (context: RecordContext, { text, codes }: Term): CodeableConcept =>
  worded(
    context,
    text,
    codes.flatMap((code) => coding(context, code)),
  );

/** What the study is about: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.condition */
export const terms = (context: RecordContext): Pick<ResearchStudy, 'condition' | 'focus' | 'keyword'> => {
  const { conditions, conditionTerms, keywords, interventionTerms } = context.record;
  const concepts = (all: readonly Term[]) => all.map((term) => concept(context, term));
  return {
    ...filled(
      'focus',
      concepts(interventionTerms).map((one) => ({ concept: one })),
    ),
    ...filled('condition', concepts([...conditions, ...conditionTerms])),
    ...filled('keyword', concepts(keywords)),
  };
};
