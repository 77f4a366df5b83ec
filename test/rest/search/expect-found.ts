import { expect } from 'vitest';
import { BASE } from '../server.ts';
import type { SearchCase } from './cases/search-case.ts';
import type { Found } from './loaded.ts';

const words = (text: string): readonly string[] => text.split(' ').filter(Boolean);

/** Parts of an address that mean the same however they are escaped. */
const said = (url: string): unknown => {
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  return { path, pairs: [...new URLSearchParams(query)] };
};

const withCount = (search: string): string => {
  const [path = '', query = ''] = search.split(/\?(.*)/s);
  return `${path}?${query === '' ? '' : `${query}&`}_count=50`;
};

/** The address of a relation. */
export const linkOf = ({ body }: Found, relation: string): string | undefined =>
  body.link?.find((one) => one.relation === relation)?.url;

/** The ids of what matches, or is included, as they come. */
export const idsOf = ({ body }: Found, mode: 'match' | 'include' = 'match'): readonly string[] =>
  (body.entry ?? []).flatMap((one) => (one.search?.mode === mode ? (one.resource?.id ?? '') : []));

/** A search finds what it has to, and says what it was. */
export const expectFound = (found: Found, [search, expected, beside = {}]: SearchCase): void => {
  expect(found.status, JSON.stringify(found.body.issue)).toBe(200);
  const isSorted = search.includes('_sort=');
  const matches = idsOf(found);
  expect(isSorted ? matches : matches.toSorted()).toEqual(
    isSorted ? words(expected) : words(expected).toSorted(),
  );
  expect(idsOf(found, 'include').toSorted()).toEqual(words(beside.included ?? '').toSorted());
  expect(found.body.total).toBe(beside.total ?? matches.length);
  const root = search.startsWith('?') ? BASE : `${BASE}/`;
  expect(said(linkOf(found, 'self') ?? '')).toEqual(said(`${root}${beside.self ?? withCount(search)}`));
};
