import type { SearchContext } from '../search-context.ts';
import { indexKey, type SearchParameter } from '../search-parameter.ts';
import type { Sort } from '../search-request.ts';
import { unlessWrong, type Wrong, wrong } from '../wrong.ts';

const MAX_KEYS = 10;

/** Codes of all types that resources can be put in order by without an index of an element. */
const OWN = ['_id', '_lastUpdated'] as const;

const SORTABLE = ['number', 'date', 'string', 'token', 'reference', 'quantity', 'uri'];

const isSortable = ({ type, code, via, through }: SearchParameter): boolean =>
  SORTABLE.includes(type) && !via && !through && code !== '_in' && !OWN.some((one) => one === code);

const key = (rule: string, types: readonly string[], context: SearchContext): Sort | Wrong => {
  const descending = rule.startsWith('-');
  const [code = '', modifier, ...more] = rule.slice(descending ? 1 : 0).split(':');
  const own = OWN.find((one) => one === code);
  if (own !== undefined && modifier === undefined)
    return { parameter: own, type: own === '_id' ? 'token' : 'date', descending };
  const type = types.length === 1 ? types[0] : undefined;
  const known = context.parameters
    .of(type ?? 'Resource')
    .filter((one) => isSortable(one) && (type !== undefined || one.base === 'Resource'));
  const parameter = known.find((one) => one.code === code);
  if (parameter === undefined)
    return wrong(
      `${type ?? 'Several types'} cannot be sorted by “${rule}”; choose one of: ${[...OWN, ...known.map((one) => one.code)].join(', ')}`,
      'not-supported',
    );
  if (modifier === undefined) return { parameter: indexKey(parameter), type: parameter.type, descending };
  return modifier === 'text' && more.length === 0 && ['token', 'reference'].includes(parameter.type)
    ? { parameter: indexKey(parameter, ':text'), type: 'string', descending }
    : wrong(
        `“${rule}” has a modifier; only tokens and references take one to sort by: text`,
        'not-supported',
      );
};

/** `status,-date`: https://hl7.org/fhir/R5/search.html#_sort */
export const sortKeys = (
  text: string,
  types: readonly string[],
  context: SearchContext,
): readonly Sort[] | Wrong => {
  const rules = text.split(',');
  return rules.length > MAX_KEYS
    ? wrong(`Resources can be sorted by ${MAX_KEYS} parameters`, 'too-costly')
    : unlessWrong(rules.map((rule) => key(rule, types, context)));
};
