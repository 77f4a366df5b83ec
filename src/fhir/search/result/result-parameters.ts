import type { Subset } from '../../subset.ts';
import type { Pair } from '../pair.ts';
import type { ReadPair } from '../read-pair.ts';
import {
  DEFAULT_COUNT,
  RESULT_PARAMETERS,
  type ResultParameter,
  resultParameter,
} from '../result-parameter.ts';
import type { SearchContext } from '../search-context.ts';
import type { ContainedRequest, Include, SearchRequest, Sort } from '../search-request.ts';
import { isWrong, type Wrong, wrong } from '../wrong.ts';
import { elements } from './elements.ts';
import { include } from './include.ts';
import { sortKeys } from './sort.ts';

const MAX_INCLUDES = 50;

/** What result parameters say, one by one. */
interface Said {
  readonly sort?: readonly Sort[];
  readonly include?: readonly Include[];
  readonly count?: number;
  readonly total?: SearchRequest['total'];
  readonly summary?: 'true' | 'text' | 'data' | 'count' | 'false';
  readonly elements?: readonly string[];
  readonly contained?: 'false' | 'true' | 'both';
  readonly containedType?: ContainedRequest['as'];
  readonly page?: string;
}

type Reader = (text: string, name: string, types: readonly string[], context: SearchContext) => Said | Wrong;

const TOTALS = ['none', 'estimate', 'accurate'] as const;
const SUMMARIES = ['true', 'text', 'data', 'count', 'false'] as const;
const CONTAINED = ['false', 'true', 'both'] as const;
const CONTAINED_TYPES = ['container', 'contained'] as const;

const choice = <T extends string>(text: string, choices: readonly T[]): { readonly chosen: T } | Wrong => {
  const chosen = choices.find((one) => one === text);
  return chosen === undefined
    ? wrong(`“${text}” is not supported; choose one of: ${choices.join(', ')}`)
    : { chosen };
};

const mapped = <T extends object>(found: T | Wrong, make: (found: T) => Said): Said | Wrong =>
  isWrong(found) ? found : make(found);

const including: Reader = (text, name, types, context) =>
  mapped(include(name, text, types, context), (one) => ({ include: [one] }));

const READERS: Readonly<Record<ResultParameter, Reader>> = {
  _sort: (text, _, types, context) => mapped(sortKeys(text, types, context), (sort) => ({ sort })),
  _include: including,
  _revinclude: including,
  _total: (text) => mapped(choice(text, TOTALS), ({ chosen }) => ({ total: chosen })),
  _summary: (text) => mapped(choice(text, SUMMARIES), ({ chosen }) => ({ summary: chosen })),
  _elements: (text, _, types, context) => elements(text, types.map(context.shownAs), context.elements),
  _contained: (text) => mapped(choice(text, CONTAINED), ({ chosen }) => ({ contained: chosen })),
  _containedType: (text) =>
    mapped(choice(text, CONTAINED_TYPES), ({ chosen }) => ({ containedType: chosen })),
  _count: (text, _, __, { mostOnPage }) =>
    /^\d+$/.test(text)
      ? { count: Math.min(Number(text), mostOnPage) }
      : wrong(`“${text}” is not a number of resources`),
  _page: (text) => ({ page: text }),
  // How the answer is written is not for the search to say.
  _format: () => ({}),
  _pretty: () => ({}),
};

const readOne = (
  [name, text]: Pair,
  before: number,
  types: readonly string[],
  context: SearchContext,
): Said | Wrong => {
  const code = resultParameter(name) ?? '_format';
  const repeats = code === '_include' || code === '_revinclude';
  if (repeats && before >= MAX_INCLUDES)
    return wrong(`${code} may be given ${MAX_INCLUDES} times`, 'too-costly');
  if (!repeats && before > 0) return wrong(`${code} is given more than once`);
  if (!repeats && name !== code) return wrong(`${code} has no modifier`, 'not-supported');
  return READERS[code](text, name, types, context);
};

/** Reads the result parameters among those of a search. */
export const readResults = (
  pairs: readonly Pair[],
  types: readonly string[],
  context: SearchContext,
): readonly ReadPair<Said>[] => {
  const seen = new Map<ResultParameter, number>();
  return pairs.flatMap((pair) => {
    const code = resultParameter(pair[0]);
    if (code === undefined) return [];
    const before = seen.get(code) ?? 0;
    seen.set(code, before + 1);
    return [{ pair, found: readOne(pair, before, types, context) }];
  });
};

/** What the result parameters say together. */
export interface ResultParameters {
  readonly request: Pick<SearchRequest, 'sort' | 'include' | 'contained' | 'count' | 'total' | 'page'>;
  /** The part of each resource that is wanted; absent for all of it. */
  readonly subset?: Subset;
  /** As the self link has them. */
  readonly applied: readonly Pair[];
}

const subsetOf = ({ summary, elements }: Said): { readonly subset?: Subset } => {
  if (elements !== undefined) return { subset: { elements } };
  return summary === undefined || summary === 'count' || summary === 'false' ? {} : { subset: { summary } };
};

const containedRequest = ({
  contained = 'false',
  containedType = 'container',
}: Said): Pick<SearchRequest, 'contained'> =>
  contained === 'false' ? {} : { contained: { only: contained === 'true', as: containedType } };

const order: readonly (ResultParameter | undefined)[] = RESULT_PARAMETERS;

const place = ([name]: Pair): number => order.indexOf(resultParameter(name));

/** Joins what the result parameters say that were understood. */
export const resultParameters = (
  read: readonly ReadPair<Said>[],
  mostOnPage: number,
): ResultParameters | Wrong => {
  const understood = read.flatMap(({ pair, found }) => (isWrong(found) ? [] : [{ pair, said: found }]));
  const said: Said = Object.assign({}, ...understood.map((one) => one.said));
  const include = understood.flatMap((one) => one.said.include ?? []);
  const {
    sort = [],
    count = Math.min(DEFAULT_COUNT, mostOnPage),
    total = 'some',
    summary,
    elements,
    page,
  } = said;
  if (summary !== undefined && summary !== 'false' && elements !== undefined)
    return wrong('_summary and _elements cannot both say what is wanted of a resource');
  if (summary === 'text' && include.length > 0)
    return wrong('_summary=text cannot be combined with _include or _revinclude');
  const onlyCount = summary === 'count' || count === 0;
  const given = understood.map(({ pair }) => pair).filter(([name]) => name !== '_count' && name !== '_page');
  const sorted = given.toSorted((a, b) => place(a) - place(b));
  const applied: readonly Pair[] =
    summary === 'count' ? sorted : [...sorted, ['_count', String(onlyCount ? 0 : count)]];
  return {
    request: {
      sort,
      include,
      ...containedRequest(said),
      count: onlyCount ? 0 : count,
      total: onlyCount ? 'accurate' : total,
      ...(page !== undefined && { page }),
    },
    ...subsetOf(said),
    applied,
  };
};
