import type { Questionnaire, QuestionnaireItem, QuestionnaireResponse } from 'fhir/r5.js';
import { findCanonical } from '../find-canonical.ts';
import { asObject, asString, type Instance } from '../instance.ts';
import { isReadableResource } from '../readable-resource.ts';
import { resolveReference } from '../resolve.ts';
import type { Check, Finding, Run } from '../run.ts';
import { valueOrder } from '../value-order.ts';
import { isEnabled } from './enable-when.ts';
import { extensionValue } from './item-extension.ts';
import { checkAnswer } from './questionnaire-answer.ts';

/** A response beside its questionnaire. */
interface Response {
  readonly run: Run;
  readonly questionnaire: Questionnaire;
  /** How bad it is that an answer is missing: while it is being filled in, it may come later. */
  readonly missing: Finding['severity'];
  readonly issue: (rule: string, text: string, at: Instance, severity?: Finding['severity']) => void;
}

const linkIdOf = (item: Instance): string => asString(asObject(item.value)?.linkId) ?? '';

const findItem = (items: readonly QuestionnaireItem[], linkId: string): QuestionnaireItem | undefined => {
  for (const item of items) {
    const found = item.linkId === linkId ? item : findItem(item.item ?? [], linkId);
    if (found) return found;
  }
  return undefined;
};

const checkOccurrence = ({ issue }: Response, item: QuestionnaireItem, at: Instance): void => {
  const { length } = at.children('answer');
  const [min, max] = [
    extensionValue(item, 'questionnaire-minOccurs'),
    extensionValue(item, 'questionnaire-maxOccurs'),
  ];
  if (length > 1 && !item.repeats)
    issue('questionnaire-repeats', `${item.linkId} does not repeat, so there is one answer`, at);
  if (typeof min === 'number' && length < min)
    issue('questionnaire-occurs', `${item.linkId} has ${length} answers, and ${min} at least are wanted`, at);
  if (typeof max === 'number' && length > max)
    issue('questionnaire-occurs', `${item.linkId} has ${length} answers, and ${max} at most are wanted`, at);
};

/** Checks an item of a response by the item of the questionnaire that it answers. */
const checkItem = (response: Response, item: QuestionnaireItem, at: Instance): void => {
  const { run, missing, issue } = response;
  const answers = at.children('answer');
  const items = at.children('item');
  const text = asString(asObject(at.value)?.text);
  if (text !== undefined && text !== item.text)
    issue('questionnaire-text', `The text is not that of ${item.linkId} in the questionnaire`, at);
  if (item.type === 'group') {
    for (const answer of answers) issue('questionnaire-group', 'A group has no answers', answer);
    if (item.required && items.length === 0)
      issue('questionnaire-required', `The required group ${item.linkId} has no items`, at);
    checkItems(response, item.item ?? [], at);
    return;
  }
  if (item.type === 'display') {
    for (const answer of answers) issue('questionnaire-group', 'A display has no answers', answer);
    if (items.length > 0) issue('questionnaire-nesting', 'A display has no items', at);
    return;
  }
  if (answers.length === 0 && item.required && isEnabled(item, at.parent ?? at))
    issue('questionnaire-required', `The required item ${item.linkId} has no answer`, at, missing);
  if (items.length > 0)
    issue('questionnaire-nesting', 'The items below a question stand in its answers, not beside them', at);
  checkOccurrence(response, item, at);
  for (const answer of answers) {
    for (const value of answer.children('value[x]')) {
      const own = (rule: string, what: string): void => issue(rule, what, value);
      checkAnswer({ run, item, value, count: answers.length, issue: own });
    }
    checkItems(response, item.item ?? [], answer);
  }
};

/** Checks the items in a place of a response by the items that the questionnaire has there. */
const checkItems = (response: Response, items: readonly QuestionnaireItem[], place: Instance): void => {
  const { issue, missing, questionnaire } = response;
  const found = Map.groupBy(place.children('item'), linkIdOf);
  let last = 0;
  for (const at of place.children('item')) {
    const index = items.findIndex(({ linkId }) => linkId === linkIdOf(at));
    if (index < 0) {
      const elsewhere = findItem(questionnaire.item ?? [], linkIdOf(at));
      if (elsewhere === undefined) {
        issue('questionnaire-link-id', `The questionnaire has no item ${linkIdOf(at)}`, at);
      } else {
        issue('questionnaire-order', `The item ${linkIdOf(at)} does not belong here`, at);
        checkItem(response, elsewhere, at);
      }
      continue;
    }
    if (index < last) issue('questionnaire-order', `The item ${linkIdOf(at)} comes too late`, at);
    last = index;
  }
  for (const item of items) {
    const own = found.get(item.linkId) ?? [];
    if (own.length === 0) {
      if (item.required && isEnabled(item, place))
        issue('questionnaire-required', `The required item ${item.linkId} is missing`, place, missing);
      continue;
    }
    if (own.length > 1 && !item.repeats)
      issue(
        'questionnaire-repeats',
        `${item.linkId} does not repeat, and is there ${own.length} times`,
        own[1]!,
      );
    for (const at of own) {
      const isAnswered = at.children('answer').length + at.children('item').length > 0;
      if (isAnswered && isEnabled(item, place) === false)
        issue('questionnaire-enabled', `${item.linkId} is answered, and is not enabled`, at);
      checkItem(response, item, at);
    }
  }
};

const questionnaireOf = (
  canonical: string | undefined,
  { run, instance }: Check,
): Questionnaire | undefined => {
  // Instead of it there may be extensions only.
  if (canonical === undefined) return undefined;
  const found = canonical.startsWith('#')
    ? resolveReference(canonical, instance, run)?.instance.value
    : findCanonical(run, 'Questionnaire', canonical);
  return isReadableResource<Questionnaire>(found, 'Questionnaire', run) ? found : undefined;
};

/** Checks a response by its questionnaire, if that is known: https://hl7.org/fhir/R5/questionnaireresponse.html */
export const checkQuestionnaireResponse = (check: Check): void => {
  const { run, instance } = check;
  const value = instance.value as QuestionnaireResponse;
  const questionnaire = questionnaireOf(value.questionnaire, check);
  const issue: Response['issue'] = (rule, text, at, severity = 'error') =>
    run.report({ severity, code: 'business-rule', rule, text }, at);
  if (questionnaire === undefined) {
    const text = `The questionnaire ${value.questionnaire} is not known here, so the answers are not checked by it`;
    issue('questionnaire-unknown', text, instance, 'warning');
    return;
  }
  const { start, end } = questionnaire.effectivePeriod ?? {};
  const { authored } = value;
  const isEarly = start !== undefined && (valueOrder('dateTime', authored, start) ?? 0) < 0;
  const isLate = end !== undefined && (valueOrder('dateTime', authored, end) ?? 0) > 0;
  if (isEarly || isLate)
    issue(
      'questionnaire-period',
      'It was not written while the questionnaire was in effect',
      instance,
      'warning',
    );
  const missing = /^(?:completed|amended)$/.test(value.status) ? 'error' : 'warning';
  checkItems({ run, questionnaire, missing, issue }, questionnaire.item ?? [], instance);
};
