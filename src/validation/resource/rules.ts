import type { Check } from '../run.ts';
import { checkCodeSystem } from './code-system.ts';
import { checkImplementationGuide } from './implementation-guide.ts';
import { checkMeasure } from './measure.ts';
import { checkMeasureReport } from './measure-report.ts';
import { checkQuestionnaire } from './questionnaire.ts';
import { checkQuestionnaireResponse } from './questionnaire-response.ts';
import { checkStructureDefinition } from './structure-definition.ts';
import { checkStructureMap } from './structure-map.ts';
import { checkValueSet } from './value-set.ts';

/** Rules for the resources of one type that no definition states. */
export const RESOURCE_RULES: ReadonlyMap<string, (check: Check) => void> = new Map([
  ['CodeSystem', checkCodeSystem],
  ['ImplementationGuide', checkImplementationGuide],
  ['Measure', checkMeasure],
  ['MeasureReport', checkMeasureReport],
  ['Questionnaire', checkQuestionnaire],
  ['QuestionnaireResponse', checkQuestionnaireResponse],
  ['StructureDefinition', checkStructureDefinition],
  ['StructureMap', checkStructureMap],
  ['ValueSet', checkValueSet],
]);
