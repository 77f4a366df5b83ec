import type {
  CodeableConcept,
  EvidenceVariable,
  EvidenceVariableCharacteristicTimeFromEvent,
  ResearchStudyOutcomeMeasure,
} from 'fhir/r5.js';
import { heading, paragraph } from '../../fhir/narrative.ts';
import { type Fact, NOT_STATED, stated } from '../../model/fact.ts';
import type { OutcomeMeasure } from '../../model/record/protocol.ts';
import { objectiveTypeConcept } from '../concept.ts';
import { trialVariable } from '../evidence-variable.ts';
import { filled } from '../filled.ts';
import { normalised } from '../mark.ts';
import { duration } from '../quantity.ts';
import { outcomeVariable, type RecordContext } from './context.ts';
import { lengthOfTime } from './length-of-time.ts';

const role = ({ role: value }: OutcomeMeasure): CodeableConcept =>
  value === 'other' ? { text: 'other' } : objectiveTypeConcept(value);

/** The outcomes as they are planned: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.outcomeMeasure */
export const outcomeMeasures = (context: RecordContext): { outcomeMeasure?: ResearchStudyOutcomeMeasure[] } =>
  filled(
    'outcomeMeasure',
    context.record.outcomes.map((outcome) => ({
      ...context.primitive('name', outcome.name),
      type: [role(outcome)],
      ...context.primitive('description', outcome.description),
      reference: outcomeVariable(context, outcome),
    })),
  );

/** When an outcome is measured: in the record's words, and as a length of time where they are nothing else. */
export const timeFromEvent = (
  context: RecordContext,
  timeFrame: Fact<string>,
): EvidenceVariableCharacteristicTimeFromEvent => {
  const length = lengthOfTime(timeFrame.value);
  return {
    ...context.primitive('description', timeFrame),
    ...(length && { quantity: { ...context.on(normalised(timeFrame)), ...duration(length) } }),
  };
};

/** The variables of the outcomes as they are planned: https://hl7.org/fhir/R5/evidencevariable.html */
export const outcomeVariables = (context: RecordContext): readonly EvidenceVariable[] =>
  context.record.outcomes.map((outcome) => {
    const { name, description, timeFrame } = outcome;
    const texts = [stated(description), stated(timeFrame)].filter((text) => text !== undefined);
    return trialVariable(
      outcomeVariable(context, outcome),
      [heading(name.value), ...texts.map((text) => paragraph(text))],
      {
        ...context.primitive('title', name),
        ...context.primitive('description', description),
        characteristic: [
          {
            ...context.primitive('description', name),
            ...(timeFrame !== NOT_STATED && { timeFromEvent: [timeFromEvent(context, timeFrame)] }),
          },
        ],
      },
    );
  });
