import type { EvidenceVariableDefinition, Reference } from 'fhir/r5.js';
import { NOT_STATED, type Stated } from '../model/fact.ts';
import type { Result, Subject } from '../model/trial.ts';
import { variableRoleConcept } from './concept.ts';
import { type Context, subjectsOf } from './context.ts';
import { eligibilityVariable, exposureVariable, outcomeVariable } from './evidence-variable.ts';
import { observedGroup, populationGroup } from './group.ts';
import { absent } from './mark.ts';

const definition = (
  role: Parameters<typeof variableRoleConcept>[0],
  observed: Reference | undefined,
  intended: Reference | undefined,
): EvidenceVariableDefinition => ({
  variableRole: variableRoleConcept(role),
  ...(observed && { observed }),
  ...(intended && { intended }),
});

/** The people a study is about: those analysed, and those it meant to study. */
export const population = (context: Context): EvidenceVariableDefinition => {
  const observed = populationGroup(context);
  const intended = eligibilityVariable(context);
  return {
    ...((observed ?? intended) ? {} : { description: 'The participants of the study' }),
    ...definition('population', observed, intended),
  };
};

/** What a result relates to what: https://hl7.org/fhir/R5/evidence-definitions.html#Evidence.variableDefinition */
export const variableDefinitions = (context: Context, result: Result): EvidenceVariableDefinition[] => {
  const { exposure, reference } = subjectsOf(result);
  const n = result.kind === 'group' ? result.n : NOT_STATED;
  const exposed = (
    role: 'exposure' | 'referenceExposure',
    subject: Subject | undefined,
    said: Stated<Subject>,
  ) =>
    subject === undefined
      ? []
      : [
          {
            ...context.on(said),
            ...(subject.kind === 'unspecified'
              ? definition(role, absent('unknown'), undefined)
              : definition(role, observedGroup(context, subject, n), exposureVariable(context, subject))),
          },
        ];
  return [
    population(context),
    ...exposed('exposure', exposure, NOT_STATED),
    ...exposed('referenceExposure', reference, result.kind === 'group' ? NOT_STATED : result.reference),
    definition('measuredVariable', outcomeVariable(context, result), undefined),
  ];
};
