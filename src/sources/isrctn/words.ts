import type { Stated } from '../../model/fact.ts';
import { as, at } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { recordDate } from '../record-date.ts';
import { composed, firstStated } from '../record-parts.ts';

const NOTHING =
  /^(?:nil known|n\/?a|not (?:applicable|available|provided at time of registration|yet (?:available|provided))|none|-)\.?$/i;

/** The words at a path, unless they only say that there is nothing to say; then they are left for the remarks. */
export const said = (node: Located | undefined, path = ''): Stated<string> =>
  as(node, path, (words) => (NOTHING.test(words) ? undefined : words));

/** A value that XML has in attributes or between tags, and JSON made of it as a string or as an object. */
export const worded = (node: Located): Stated<string> =>
  node.shape === 'object' ? firstStated(said(node, 'value'), said(node, '#text')) : said(node);

/** A bound of age, in words or, in JSON that kept them, in value and unit. */
export const limit = (people: Located | undefined, path: string): Stated<string> => {
  const found = at(people, path);
  return found?.shape === 'object' ? composed(said(found, 'value'), said(found, 'unit')) : said(found);
};

/** The ISO 8601 date at a path. */
export const date = (node: Located | undefined, path: string): Stated<string> => as(node, path, recordDate);
