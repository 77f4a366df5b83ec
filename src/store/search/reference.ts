import type { SearchValue } from '../../fhir/search/search-request.ts';
import { indexable } from '../index/indexable.ts';
import { all, type Condition, condition } from './condition.ts';
import { begins } from './string.ts';

/** Rows of `reference` that lead to a resource here, by its id. */
export const isReference = ({
  resource,
  id,
  version,
}: Extract<SearchValue, { type: 'reference' }>): Condition =>
  all([
    condition('id = ?', id),
    ...(resource === undefined ? [] : [condition('type = ?', resource)]),
    ...(version === undefined ? [] : [condition('target_version = ?', version)]),
  ]);

/** Rows of `reference` that lead to an absolute URL or a canonical: https://hl7.org/fhir/R5/search.html#versions */
export const isUrl = ({ url, version, below }: Extract<SearchValue, { type: 'url' }>): Condition => {
  const is = condition('url = ?', indexable(url));
  if (version === undefined) return is;
  return all([is, below ? begins('target_version', version) : condition('target_version = ?', version)]);
};
