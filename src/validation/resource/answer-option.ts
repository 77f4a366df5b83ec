import type { QuestionnaireItemAnswerOption } from 'fhir/r5.js';
import { asObject, asString } from '../instance.ts';
import type { Answer } from './answer.ts';
import { choiceValue, isSameChoice } from './choice-value.ts';
import { extensionValues } from './item-extension.ts';

const checkValueSet = ({ run, item, value, issue }: Answer, valueSet: string): void => {
  const { system, code } = asObject(value.value) ?? { code: value.value };
  const words = value.type === 'Coding' && code === undefined;
  if (!words && run.terminology.isMember(valueSet, asString(system), asString(code) ?? '') === 'no')
    issue('questionnaire-option', `${code} is not in the value set ${valueSet} of ${item.linkId}`);
};

/** Whether an option may only be the one answer: https://hl7.org/fhir/extensions/StructureDefinition-questionnaire-optionExclusive.html */
const isExclusive = (option: QuestionnaireItemAnswerOption): boolean =>
  extensionValues(option, 'questionnaire-optionExclusive').includes(true);

/** Checks that an answer is one of the options of its item, if there are some: https://hl7.org/fhir/R5/questionnaire-definitions.html#Questionnaire.item.answerConstraint */
export const checkAnswerOption = (answer: Answer): void => {
  const { item, value, count, issue } = answer;
  const constraint = item.answerConstraint ?? 'optionsOnly';
  const isFree =
    constraint === 'optionsOrType' || (constraint === 'optionsOrString' && value.type === 'string');
  const options = item.answerOption ?? [];
  if (options.length > 0) {
    const chosen = options.find((option) => {
      const offered = choiceValue(option, 'value');
      return offered !== undefined && isSameChoice(offered, value);
    });
    if (chosen === undefined && !isFree)
      issue('questionnaire-option', `The answer is none of the options of ${item.linkId}`);
    if (chosen !== undefined && count > 1 && isExclusive(chosen))
      issue('questionnaire-option', `This option of ${item.linkId} excludes other answers`);
  } else if (item.answerValueSet !== undefined && !isFree && /^(?:Coding|string)$/.test(value.type)) {
    checkValueSet(answer, item.answerValueSet);
  }
};
