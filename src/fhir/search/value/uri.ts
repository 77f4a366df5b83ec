import type { SearchValue } from '../search-request.ts';
import { unescaped } from '../split.ts';
import { isWrong, type Wrong, wrong } from '../wrong.ts';

type UriValue = Extract<SearchValue, { type: 'uri' }>;

/** https://hl7.org/fhir/R5/search.html#uri */
export const uriValue = (text: string, match: UriValue['match'] = 'exact'): UriValue | Wrong => {
  const uri = unescaped(text);
  if (isWrong(uri)) return uri;
  return (match === 'above' || match === 'below') && !/^[a-z][a-z0-9+.-]*:\/\//i.test(uri.text)
    ? wrong(`“${uri.text}” is not a URL: only those have parts to be above or below`)
    : { type: 'uri', match, uri: uri.text };
};
