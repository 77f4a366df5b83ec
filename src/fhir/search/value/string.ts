import type { SearchValue } from '../search-request.ts';
import { unescaped } from '../split.ts';
import { isWrong, type Wrong } from '../wrong.ts';

type StringValue = Extract<SearchValue, { type: 'string' }>;

/** https://hl7.org/fhir/R5/search.html#string */
export const stringValue = (text: string, match: StringValue['match'] = 'start'): StringValue | Wrong => {
  const found = unescaped(text);
  return isWrong(found) ? found : { type: 'string', match, text: found.text };
};
