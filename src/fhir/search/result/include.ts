import { isResourceType } from '../../elements.ts';
import { RESOURCE_TYPES } from '../../resource-type.ts';
import type { SearchContext } from '../search-context.ts';
import { indexKey, type SearchParameter } from '../search-parameter.ts';
import type { Include } from '../search-request.ts';
import { targetsOf } from '../value/reference.ts';
import { listed, type Wrong, wrong } from '../wrong.ts';

/** The references of a type that can be followed. */
export const referencesOf = (
  type: string,
  { parameters }: Pick<SearchContext, 'parameters'>,
): readonly SearchParameter[] =>
  parameters
    .of(type)
    .filter((one) => one.type === 'reference' && one.via === undefined && one.code !== '_in');

/** For `*`: the references of the elements of a type, not those that all types have (`_profile`). */
const ownReferences = (type: string, context: SearchContext): readonly SearchParameter[] =>
  referencesOf(type, context).filter(({ base }) => base !== 'Resource');

const followed = (
  source: string,
  code: string,
  target: string | undefined,
  context: SearchContext,
): readonly SearchParameter[] | Wrong => {
  if (!isResourceType(source)) return wrong(`“${source}” is not a resource type`);
  if (target !== undefined && !isResourceType(target)) return wrong(`“${target}” is not a resource type`);
  if (code === '*') return ownReferences(source, context);
  const known = referencesOf(source, context);
  const parameter = known.find((one) => one.code === code);
  if (parameter === undefined)
    return wrong(
      `“${code}” is not a reference of ${source} that can be followed; choose one of: *, ${known.map((one) => one.code).join(', ')}`,
      'not-supported',
    );
  return target === undefined || targetsOf(parameter).includes(target)
    ? [parameter]
    : wrong(`${code} does not lead to ${target}, only to ${listed(targetsOf(parameter))}`);
};

/** The references that may lead from or to what is searched; with `iterate` any. */
const everyReference = (
  { reverse, iterate }: Pick<Include, 'reverse' | 'iterate'>,
  types: readonly string[],
  context: SearchContext,
): readonly SearchParameter[] => {
  const open = iterate || types.length === 0;
  if (!reverse) return (open ? RESOURCE_TYPES : types).flatMap((type) => ownReferences(type, context));
  return RESOURCE_TYPES.flatMap((type) => ownReferences(type, context)).filter(
    (one) => open || types.some((type) => targetsOf(one).includes(type)),
  );
};

/** `*` (or `*:*`), `Type:*`, `Type:parameter` or `Type:parameter:Target`: https://hl7.org/fhir/R5/search.html#_include */
export const include = (
  name: string,
  text: string,
  types: readonly string[],
  context: SearchContext,
): Include | Wrong => {
  const [code = '', modifier] = name.split(':', 2);
  if (modifier !== undefined && modifier !== 'iterate')
    return wrong(`${code} has no modifier “${modifier}”; it takes iterate`, 'not-supported');
  const [source = '', parameter = '', target, ...more] = text === '*' ? ['*', '*'] : text.split(':');
  if (
    more.length > 0 ||
    text.includes(',') ||
    (source === '*' && parameter !== '*') ||
    parameter === '' ||
    target === ''
  )
    return wrong(
      `“${text}” is not Type:parameter, Type:parameter:Target, Type:* or *; repeat ${code} for more than one`,
    );
  const way = { reverse: code === '_revinclude', iterate: modifier === 'iterate' };
  const found =
    source === '*' ? everyReference(way, types, context) : followed(source, parameter, target, context);
  if ('wrong' in found) return found;
  const parameters = found.map((one) => indexKey(one));
  return { ...way, source, parameters, ...(target !== undefined && { target }) };
};
