import type { QuestionnaireItem, QuestionnaireItemEnableWhen } from 'fhir/r5.js';
import { asObject, type Instance } from '../instance.ts';
import { valueOrder } from '../value-order.ts';
import { type ChoiceValue, choiceValue, isSameChoice } from './choice-value.ts';
import { extensionValue } from './item-extension.ts';

/** Items of a response at any depth: those within its items and within their answers. */
function* itemsWithin(at: Instance): Generator<Instance> {
  for (const holder of [at, ...at.children('answer')]) {
    for (const item of holder.children('item')) {
      yield item;
      yield* itemsWithin(item);
    }
  }
}

/** The answers to the question nearest to a place: below what is around it, from the inside out. */
const answersTo = (linkId: string, place: Instance): readonly ChoiceValue[] => {
  for (let at: Instance | undefined = place; at !== undefined; at = at.parent) {
    const found = [...itemsWithin(at)].filter(({ value }) => asObject(value)?.linkId === linkId);
    if (found.length > 0 || at.isResource) {
      return found
        .flatMap((item) => item.children('answer'))
        .flatMap((answer) => choiceValue(asObject(answer.value) ?? {}, 'value') ?? []);
    }
  }
  return [];
};

const isMet = (condition: QuestionnaireItemEnableWhen, place: Instance): boolean => {
  const answers = answersTo(condition.question, place);
  const wanted = choiceValue(condition, 'answer');
  if (wanted === undefined) return true;
  const order = ({ value }: ChoiceValue): number =>
    valueOrder(wanted.type, value, wanted.value) ?? Number.NaN;
  switch (condition.operator) {
    case 'exists':
      return answers.length > 0 === (wanted.value === true);
    case '=':
      return answers.some((answer) => isSameChoice(answer, wanted));
    case '!=':
      // Of a question that is not answered nothing is known.
      return answers.length > 0 && !answers.some((answer) => isSameChoice(answer, wanted));
    case '>':
      return answers.some((answer) => order(answer) > 0);
    case '<':
      return answers.some((answer) => order(answer) < 0);
    case '>=':
      return answers.some((answer) => order(answer) >= 0);
    default:
      return answers.some((answer) => order(answer) <= 0);
  }
};

/** Whether an item of a questionnaire is enabled at a place of a response; undefined if an expression says so: https://hl7.org/fhir/R5/questionnaire-definitions.html#Questionnaire.item.enableWhen */
export const isEnabled = (item: QuestionnaireItem, place: Instance): boolean | undefined => {
  if (extensionValue(item, 'sdc-questionnaire-enableWhenExpression') !== undefined) return undefined;
  const results = (item.enableWhen ?? []).map((condition) => isMet(condition, place));
  if (results.length === 0) return true;
  return item.enableBehavior === 'all' ? results.every(Boolean) : results.some(Boolean);
};
