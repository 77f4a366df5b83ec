import type { Subscription, SubscriptionFilterBy, SubscriptionTopicCanFilterBy } from 'fhir/r5.js';
import type { Issue } from '../fhir/issue.ts';
import type { Criterion } from '../fhir/search/search-request.ts';
import { isFound, type Reading, wrongAt } from './reading.ts';
import type { Topic } from './topic.ts';
import { typeNamed } from './trigger.ts';

/** What a resource has to meet, by its type. */
export type Filters = ReadonlyMap<string, Criterion>;

const sameType = (one: string | undefined, other: string): boolean =>
  one === undefined || typeNamed(one) === other;

/** The code of the search parameter that a filter is: the last part of its canonical, without its base. */
const codeOf = (filterParameter: string): string =>
  filterParameter.includes('/') ? filterParameter.replace(/^.*\/(?:[A-Za-z]+-)?/, '') : filterParameter;

/** What is wrong with a filter as far as the topic says what there may be. */
const notAllowed = (
  { filterParameter, comparator, modifier }: SubscriptionFilterBy,
  allowed: readonly SubscriptionTopicCanFilterBy[],
): string | undefined => {
  const named = allowed.filter((one) => one.filterParameter === filterParameter);
  if (named.length === 0)
    return `“${filterParameter}” is no filter of the topic; choose one of: ${allowed.map((one) => one.filterParameter).join(', ')}`;
  const comparators = ['eq', ...named.flatMap((one) => one.comparator ?? [])];
  const modifiers: readonly string[] = named.flatMap((one) => one.modifier ?? []);
  if (comparator !== undefined && !comparators.includes(comparator))
    return `“${filterParameter}” is compared by: ${comparators.join(', ')}`;
  if (modifier !== undefined && !modifiers.includes(modifier))
    return `“${filterParameter}” has ${modifiers.length > 0 ? `the modifiers: ${modifiers.join(', ')}` : 'no modifiers'}`;
  return undefined;
};

/** The filters of a subscription by types, or what is wrong with them: https://hl7.org/fhir/R5/subscription-definitions.html#Subscription.filterBy */
export const filtersOf = async (
  { filterBy = [] }: Pick<Subscription, 'filterBy'>,
  { triggers, canFilterBy }: Topic,
  reading: Reading,
): Promise<Filters | readonly Issue[]> => {
  const criteria = new Map<string, Criterion[]>();
  for (const [at, filter] of filterBy.entries()) {
    const { resourceType, filterParameter, comparator, modifier, value } = filter;
    const place = `Subscription.filterBy[${at}]`;
    const types = new Set(triggers.map(({ type }) => type).filter((type) => sameType(resourceType, type)));
    if (types.size === 0)
      return [wrongAt(`${place}.resourceType`, `The topic does not tell of ${resourceType}`)];
    for (const type of types) {
      const allowed = canFilterBy.filter(({ resource }) => sameType(resource, type));
      const problem = notAllowed(filter, allowed);
      if (problem !== undefined) return [wrongAt(`${place}.filterParameter`, problem)];
      const name =
        modifier === undefined ? codeOf(filterParameter) : `${codeOf(filterParameter)}:${modifier}`;
      const read = await reading(type, [[name, `${comparator === 'eq' ? '' : (comparator ?? '')}${value}`]]);
      if (!isFound(read)) return read.map(({ text }) => wrongAt(`${place}.value`, text));
      criteria.set(type, [...(criteria.get(type) ?? []), read.where]);
    }
  }
  return new Map([...criteria].map(([type, of]) => [type, { kind: 'and', of }]));
};
