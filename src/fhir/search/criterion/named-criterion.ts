import { isResourceType } from '../../elements.ts';
import type { ReadingContext } from '../search-context.ts';
import { type SearchName, searchName } from '../search-name.ts';
import type { Criterion } from '../search-request.ts';
import { split } from '../split.ts';
import { unknownParameter } from '../unknown-parameter.ts';
import { isWrong, type Wrong, wrong } from '../wrong.ts';
import { acrossTypes, byCriterion } from './across-types.ts';
import { chainCriterion, hasCriterion } from './chain.ts';
import { parameterCriterion } from './parameter-criterion.ts';

/** The special parameters of all types that stand for themselves only, not at the end of a chain. */
const NOT_CHAINED = ['_has', '_filter'];

const nameOf = (name: SearchName): string =>
  name.kind === 'has' ? `_has:${name.type}:${name.reference}` : name.code;

const ofType = async (
  type: string,
  name: SearchName,
  text: string,
  context: ReadingContext,
): Promise<Criterion | Wrong | undefined> => {
  if (name.kind === 'has') return has(name, type === 'Resource' ? [] : [type], text, context);
  const parameter = context.parameters.find(type, name.code);
  if (parameter === undefined || NOT_CHAINED.includes(name.code)) return undefined;
  if (name.kind === 'parameter')
    return (
      context.spend(split(text, ',').length) ?? parameterCriterion(parameter, name.modifier, text, context)
    );
  const { only, rest } = name;
  return chainCriterion(parameter, only, nameOf(rest), (target) => ofType(target, rest, text, context));
};

const has = async (
  name: Extract<SearchName, { kind: 'has' }>,
  types: readonly string[],
  text: string,
  context: ReadingContext,
): Promise<Criterion | Wrong> => {
  const { type, rest } = name;
  if (!isResourceType(type)) return wrong(`“${type}” is not a resource type`);
  return hasCriterion(
    name,
    types,
    context.parameters,
    async () => (await ofType(type, rest, text, context)) ?? unknownParameter(nameOf(rest), [type], context),
  );
};

/** What a parameter, with its chain and modifiers, asks of resources of these types, none for all. */
export const namedCriterion = async (
  types: readonly string[],
  name: string,
  text: string,
  context: ReadingContext,
): Promise<Criterion | Wrong> => {
  const parsed = searchName(name);
  if (isWrong(parsed)) return parsed;
  if (parsed.kind === 'has') return has(parsed, types, text, context);
  const asked = types.length === 0 ? ['Resource'] : types;
  const { found, wrong: first } = await byCriterion(asked, (type) => ofType(type, parsed, text, context));
  if (first !== undefined) return first;
  const reached = found.reduce((sum, one) => sum + one.types.length, 0);
  return reached < asked.length ? unknownParameter(parsed.code, types, context) : acrossTypes(found);
};
