import { RESOURCE_TYPES } from '../../resource-type.ts';
import { compartments } from '../compartment.ts';
import type { SearchContext } from '../search-context.ts';
import type { Criterion } from '../search-request.ts';
import { isWrong, listed, unlessWrong, type Wrong, wrong } from '../wrong.ts';
import { acrossTypes, byCriterion } from './across-types.ts';
import { some } from './criteria.ts';
import { parameterCriterion } from './parameter-criterion.ts';

type Owner = NonNullable<SearchContext['compartment']>;

/** By which parameters a resource of a type belongs to the compartment of another. */
const ofType = async (
  type: string,
  codes: readonly string[],
  owner: Owner,
  context: SearchContext,
): Promise<Criterion | Wrong> => {
  const parameters = codes.flatMap((code) => context.parameters.find(type, code) ?? []);
  const found = unlessWrong(
    await Promise.all(
      parameters.map((one) =>
        one.code === '_id'
          ? parameterCriterion(one, undefined, owner.id, context)
          : parameterCriterion(one, undefined, `${owner.type}/${owner.id}`, context),
      ),
    ),
  );
  return isWrong(found) ? found : some(found);
};

/** Whether a resource is in a compartment: https://hl7.org/fhir/R5/compartmentdefinition.html */
export const compartmentCriterion = async (
  types: readonly string[],
  owner: Owner,
  context: SearchContext,
): Promise<Criterion | Wrong> => {
  const members = compartments[owner.type];
  if (members === undefined)
    return wrong(
      `There is no ${owner.type} compartment; those there are: ${listed(Object.keys(compartments))}`,
      'not-supported',
    );
  const outside = types.filter((type) => members[type] === undefined);
  if (outside.length > 0)
    return wrong(
      `${listed(outside)} cannot be in a ${owner.type} compartment; choose one of: ${Object.keys(members).join(', ')}`,
      'not-supported',
    );
  const asked = types.length > 0 ? types : RESOURCE_TYPES.filter((type) => members[type] !== undefined);
  const { found, wrong: first } = await byCriterion(asked, (type) =>
    ofType(type, members[type] ?? [], owner, context),
  );
  return first ?? (types.length === 1 && found[0] !== undefined ? found[0].where : acrossTypes(found));
};
