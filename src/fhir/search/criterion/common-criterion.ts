import { isId } from '../../resource-type.ts';
import type { Criterion } from '../search-request.ts';
import { eachAlternative, unescaped } from '../split.ts';
import { textQuery } from '../text-query.ts';
import { typesNamed } from '../types-named.ts';
import { dateValue } from '../value/date.ts';
import type { ValueContext } from '../value/values.ts';
import { isWrong, type Wrong, wrong } from '../wrong.ts';
import { some } from './criteria.ts';
import { inList, memberOfAny } from './members.ts';

type Found = Criterion | Wrong;

const any = (text: string, read: (value: string) => Found): Found => {
  const found = eachAlternative(text, read);
  return isWrong(found) ? found : some(found);
};

const ids = (text: string): Found => {
  const found = eachAlternative(text, (id) => (isId(id) ? { id } : wrong(`“${id}” is not a logical id`)));
  return isWrong(found) ? found : { kind: 'id', anyOf: found.map(({ id }) => id) };
};

const types = (text: string): Found => {
  const found = typesNamed(text, {});
  return isWrong(found) ? found : { kind: 'type', anyOf: found };
};

const lastUpdated = (text: string, { now }: ValueContext): Found =>
  any(text, (value) => {
    const date = dateValue(value, now);
    if (isWrong(date)) return date;
    const { comparator, low, high } = date;
    return { kind: 'last-updated', comparator, low, high };
  });

const fullText = (text: string, part: 'narrative' | 'content'): Found =>
  any(text, (value) => {
    const plain = unescaped(value);
    if (isWrong(plain)) return plain;
    const query = textQuery(plain.text);
    return isWrong(query) ? query : { kind: 'text', part, query };
  });

/** The parameters of all types that do not ask the index of an element: https://hl7.org/fhir/R5/search.html#all */
const COMMON: ReadonlyMap<string, (text: string, context: ValueContext) => Found> = new Map([
  ['_id', ids],
  ['_type', types],
  ['_lastUpdated', lastUpdated],
  ['_text', (text) => fullText(text, 'narrative')],
  ['_content', (text) => fullText(text, 'content')],
  ['_list', (text, { base }) => inList(text, base)],
  ['_in', (text, { base }) => memberOfAny(text, base)],
]);

/** The criterion of a parameter of all types that asks no index of an element; undefined if it is none of those. */
export const commonCriterion = (code: string, text: string, context: ValueContext): Found | undefined =>
  COMMON.get(code)?.(text, context);
