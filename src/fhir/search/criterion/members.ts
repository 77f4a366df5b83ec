import type { SearchContext } from '../search-context.ts';
import type { Criterion } from '../search-request.ts';
import { eachAlternative, unescaped } from '../split.ts';
import { localReference } from '../value/reference.ts';
import type { TokenValue } from '../value/token.ts';
import { isWrong, type Wrong, wrong } from '../wrong.ts';
import { some } from './criteria.ts';
import { tokenOf } from './hierarchy.ts';

/** The search parameters by which what is gathered somewhere is found. */
const MEMBERS = {
  CareTeam: 'CareTeam.participant',
  Group: 'Group.member',
  List: 'List.item',
} as const;

const memberOf = (text: string, base: string): Criterion | Wrong => {
  const found = unescaped(text);
  if (isWrong(found)) return found;
  const local = localReference(found.text, base);
  const parameter = Object.entries(MEMBERS).find(([type]) => type === local?.type)?.[1];
  return local === undefined || parameter === undefined || local.version !== undefined
    ? wrong(`“${text}” is not CareTeam/id, Group/id or List/id`)
    : { kind: 'has', type: local.type, parameter, where: { kind: 'id', anyOf: [local.id] } };
};

/** Members of a care team, group or list: https://hl7.org/fhir/R5/search.html#_in */
export const memberOfAny = (text: string, base: string): Criterion | Wrong => {
  const found = eachAlternative(text, (value) => memberOf(value, base));
  return isWrong(found) ? found : some(found);
};

const listOf = (text: string, base: string): { readonly id: string } | Wrong => {
  if (text.startsWith('$')) return wrong(`The functional list ${text} is not known here`, 'not-supported');
  const local = localReference(text, base);
  return local !== undefined && ['', 'List'].includes(local.type) && local.version === undefined
    ? { id: local.id }
    : wrong(`“${text}” is not the id of a list; write 42 or List/42`);
};

/** What is in a list: `42` or `List/42`. https://hl7.org/fhir/R5/search.html#_list */
export const inList = (text: string, base: string): Criterion | Wrong => {
  const found = eachAlternative(text, (value) => listOf(value, base));
  if (isWrong(found)) return found;
  const where: Criterion = { kind: 'id', anyOf: found.map(({ id }) => id) };
  return { kind: 'has', type: 'List', parameter: MEMBERS.List, where };
};

/** The codes in a value set, named by its URL or as `ValueSet/id`: https://hl7.org/fhir/R5/search.html#modifierin */
export const codesOf = async (
  text: string,
  { base, terminology }: Pick<SearchContext, 'base' | 'terminology'>,
): Promise<readonly TokenValue[] | Wrong> => {
  const found = unescaped(text);
  if (isWrong(found)) return found;
  const local = localReference(found.text, base);
  if (local !== undefined && local.type !== 'ValueSet')
    return wrong(`“${text}” is not a value set; write its URL or ValueSet/id`);
  const codes = await terminology.codesIn(local === undefined ? found.text : `ValueSet/${local.id}`);
  return 'severity' in codes ? wrong(codes.text, codes.code) : codes.map(tokenOf);
};
