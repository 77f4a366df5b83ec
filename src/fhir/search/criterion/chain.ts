import type { SearchParameter, SearchParameters } from '../search-parameter.ts';
import type { Criterion } from '../search-request.ts';
import { targetsOf } from '../value/reference.ts';
import { isWrong, listed, type Wrong, wrong } from '../wrong.ts';
import { byCriterion } from './across-types.ts';
import { some } from './criteria.ts';
import { leadingTo, ledToBy } from './leading-to.ts';

/** What is asked of a resource of one type; `undefined` if that type has no such parameter. */
export type Continuation = (type: string) => Promise<Criterion | Wrong | undefined>;

/**
 * That a reference leads to what meets a criterion: of the type that is named, or of those of its types that can be
 * asked. `said` names what is asked. https://hl7.org/fhir/R5/search.html#chaining
 */
export const chainCriterion = async (
  parameter: SearchParameter,
  only: string | undefined,
  said: string,
  ask: Continuation,
): Promise<Criterion | Wrong> => {
  if (parameter.type !== 'reference' || parameter.code === '_in')
    return wrong(`${parameter.code} is not a reference: nothing can be chained to it`);
  const targets = targetsOf(parameter);
  if (only !== undefined && !targets.includes(only))
    return wrong(`${parameter.code} does not lead to “${only}”, only to ${listed(targets)}`);
  const types = only === undefined ? targets : [only];
  const { found, wrong: first } = await byCriterion(types, ask);
  if (found.length > 0) return some(found.map(({ types: of, where }) => leadingTo(parameter, of, where)));
  return first ?? wrong(`“${said}” is not a search parameter of ${listed(types)}`, 'not-supported');
};

/**
 * That a resource of a type, which meets a criterion, leads here by a reference. `types` are those searched, none for
 * all. https://hl7.org/fhir/R5/search.html#has
 */
export const hasCriterion = async (
  { type, reference }: { readonly type: string; readonly reference: string },
  types: readonly string[],
  parameters: SearchParameters,
  ask: () => Promise<Criterion | Wrong>,
): Promise<Criterion | Wrong> => {
  const references = parameters.of(type).filter((one) => one.type === 'reference' && one.code !== '_in');
  const parameter = references.find(({ code }) => code === reference);
  if (parameter === undefined)
    return wrong(
      `“${reference}” is not a reference of ${type}; choose one of: ${references.map(({ code }) => code).join(', ')}`,
      'not-supported',
    );
  const targets = targetsOf(parameter);
  if (types.length > 0 && !types.some((one) => targets.includes(one)))
    return wrong(`${reference} of ${type} does not lead to ${listed(types)}, only to ${listed(targets)}`);
  const where = await ask();
  return isWrong(where) ? where : ledToBy(parameter, type, where);
};
