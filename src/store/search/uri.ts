import type { SearchValue } from '../../fhir/search/search-request.ts';
import { indexable } from '../index/indexable.ts';
import type { Dialect } from '../sql/engine.ts';
import { type Condition, condition, isOneOf } from './condition.ts';
import { contains } from './string.ts';

/** The URL itself and those above it by whole segments of its path, with and without a slash at the end. */
const ancestors = (uri: string): readonly string[] => {
  const [root = uri, path = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/]*)(.*)$/is.exec(uri)?.slice(1) ?? [];
  const segments = path.split('/').filter((segment) => segment !== '');
  const above = segments.map((_, at) => `${root}/${segments.slice(0, at + 1).join('/')}`);
  return [...new Set([uri, ...[root, ...above].flatMap((url) => [url, `${url}/`])])];
};

/** Rows of `uri` that are asked for, each alternative by itself: https://hl7.org/fhir/R5/search.html#uri */
export const isUri = (
  dialect: Dialect,
  { match, uri }: Extract<SearchValue, { type: 'uri' }>,
): readonly Condition[] => {
  switch (match) {
    case 'exact':
      return [condition('value = ?', indexable(uri))];
    case 'above':
      return [isOneOf(dialect, 'value', ancestors(uri).map(indexable))];
    case 'below': {
      const top = uri.replace(/\/$/, '');
      // The character after the slash ends the range of what begins with it.
      return [
        condition('value = ?', indexable(top)),
        condition('value >= ? AND value < ?', `${top}/`, `${top}0`),
      ];
    }
    case 'contains':
      return [contains('lower(value)', uri.toLowerCase())];
  }
};
