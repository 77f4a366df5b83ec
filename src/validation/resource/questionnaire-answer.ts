import { fullMatches } from '../../fhir/full-match.ts';
import { asObject, asString } from '../instance.ts';
import { namedType } from '../resolve.ts';
import { valueOrder } from '../value-order.ts';
import type { Answer } from './answer.ts';
import { checkAnswerOption } from './answer-option.ts';
import { extensionValue, extensionValues } from './item-extension.ts';

/** The type of the answers to an item: https://hl7.org/fhir/R5/codesystem-item-type.html */
const ANSWER_TYPE: Readonly<Record<string, string>> = {
  text: 'string',
  url: 'uri',
  coding: 'Coding',
  attachment: 'Attachment',
  reference: 'Reference',
  quantity: 'Quantity',
};

/** Types of options that a coded question can have beside codes. */
const OPTION_TYPES: ReadonlySet<string> = new Set(['Coding', 'date', 'time', 'integer', 'string']);

const decimals = (value: unknown): number => String(value).split('.')[1]?.length ?? 0;

const checkRange = ({ item, value: { type, value }, issue }: Answer): void => {
  const isQuantity = type === 'Quantity';
  for (const [bound, sign] of [
    ['min', -1],
    ['max', 1],
  ] as const) {
    const limit = extensionValue(item, isQuantity ? `sdc-questionnaire-${bound}Quantity` : `${bound}Value`);
    if (limit === undefined) continue;
    const order = valueOrder(type, value, limit);
    const shown = JSON.stringify(limit);
    if (order === undefined) issue('questionnaire-range', `The answer cannot be compared with ${shown}`);
    else if (order * sign > 0)
      issue('questionnaire-range', `The answer is ${bound === 'min' ? 'less' : 'more'} than ${shown}`);
  }
  const places = extensionValue(item, 'maxDecimalPlaces');
  const number = isQuantity ? asObject(value)?.value : value;
  if (typeof places === 'number' && decimals(number) > places)
    issue('questionnaire-decimals', `The answer has more than ${places} decimal places`);
};

const checkString = ({ item, value: { value }, issue }: Answer): void => {
  const text = asString(value) ?? '';
  const minLength = extensionValue(item, 'minLength');
  if (typeof minLength === 'number' && text.length < minLength)
    issue('questionnaire-length', `The answer is shorter than ${minLength} characters`);
  if (item.maxLength !== undefined && text.length > item.maxLength)
    issue('questionnaire-length', `The answer is longer than ${item.maxLength} characters`);
  const regex = asString(extensionValue(item, 'regex'));
  const matches = regex === undefined ? [true] : fullMatches(regex, [text]);
  if (Array.isArray(matches) && !matches[0])
    issue('questionnaire-regex', `The answer does not match ${regex}`);
};

const checkUnit = ({ run, item, value: { value }, issue }: Answer): void => {
  const { system, code, unit } = asObject(value) ?? {};
  const options = extensionValues(item, 'questionnaire-unitOption').map(asObject);
  const isOption = options.some((one) =>
    one?.code === undefined ? one?.display === unit : one.system === system && one.code === code,
  );
  if (options.length > 0 && !isOption)
    issue('questionnaire-unit', `The unit ${code ?? unit} is none of the options`);
  const valueSet = asString(extensionValue(item, 'questionnaire-unitValueSet'));
  if (valueSet === undefined) return;
  if (run.terminology.isMember(valueSet, asString(system), asString(code) ?? '') === 'no')
    issue('questionnaire-unit', `The unit ${code ?? unit} is not in the value set ${valueSet}`);
};

const checkAttachment = ({ item, value: { value }, issue }: Answer): void => {
  const { contentType, data } = asObject(value) ?? {};
  const types = extensionValues(item, 'mimeType');
  if (types.length > 0 && !types.some((type) => String(contentType ?? '').startsWith(String(type))))
    issue('questionnaire-mime-type', `The content type ${contentType} is none of ${types.join(', ')}`);
  const maxSize = extensionValue(item, 'maxSize');
  const size = Buffer.from(asString(data) ?? '', 'base64').length;
  if (typeof maxSize === 'number' && size > maxSize)
    issue('questionnaire-size', `The attachment has ${size} bytes; ${maxSize} are allowed`);
};

const checkReference = ({ run, item, value: { value }, issue }: Answer): void => {
  const allowed = extensionValues(item, 'questionnaire-referenceResource');
  const reference = asString(asObject(value)?.reference);
  if (reference === undefined || reference.startsWith('#')) return;
  const type = namedType(reference, run.definitions);
  const named = /([A-Z]\w*)\/[A-Za-z0-9.-]{1,64}$/.exec(reference)?.[1];
  if (type === undefined && named !== undefined) {
    issue('questionnaire-reference', `There is no resource type ${named}`);
  } else if (type !== undefined && allowed.length > 0 && !allowed.includes(type)) {
    issue(
      'questionnaire-reference',
      `A reference to ${type} is not allowed here, only to ${allowed.join(', ')}`,
    );
  }
};

/** Checks the value of an answer by the type and the extensions of its item: https://hl7.org/fhir/R5/questionnaire.html#answers */
export const checkAnswer = (answer: Answer): void => {
  const { item, value, issue } = answer;
  const wanted = ANSWER_TYPE[item.type] ?? item.type;
  const isRight = item.type === 'coding' ? OPTION_TYPES.has(value.type) : value.type === wanted;
  if (!isRight) {
    issue('questionnaire-type', `The answer is a ${value.type}; ${item.linkId} asks for a ${wanted}`);
    return;
  }
  switch (value.type) {
    case 'decimal':
    case 'integer':
    case 'date':
    case 'dateTime':
    case 'time':
      checkRange(answer);
      break;
    case 'string':
      if (item.type !== 'coding') checkString(answer);
      break;
    case 'Quantity':
      checkRange(answer);
      checkUnit(answer);
      break;
    case 'Attachment':
      checkAttachment(answer);
      break;
    case 'Reference':
      checkReference(answer);
      break;
  }
  checkAnswerOption(answer);
};
