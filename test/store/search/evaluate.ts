import { folded } from '../../../src/fhir/search/folded.ts';
import type {
  Comparator,
  Criterion,
  Include,
  SearchRequest,
  SearchValue,
  Sort,
  TextQuery,
} from '../../../src/fhir/search/search-request.ts';
import type { FullText, IndexEntry } from '../../../src/store/index/index-entry.ts';

/** A current resource, or one contained in it, with what the index has of it. */
export interface Indexed {
  readonly type: string;
  readonly id: string;
  readonly lastUpdated: number;
  readonly entries: readonly IndexEntry[];
  readonly text: FullText;
  /** Of a contained resource: the one that contains it, and the id it has there. */
  readonly within?: { readonly type: string; readonly id: string; readonly fragment: string };
}

type Entry<K extends IndexEntry['kind']> = Extract<IndexEntry, { kind: K }>;
type Value<T extends SearchValue['type']> = Extract<SearchValue, { type: T }>;

const isCode = (entry: Entry<'token'>, { code, start }: Value<'token'>): boolean => {
  if (code === undefined) return true;
  if (entry.code === null) return false;
  const sought = entry.caseSensitive ? code : code.toLowerCase();
  return start ? entry.code.startsWith(sought) : entry.code === sought;
};

const isString = (entry: Entry<'string'>, { match, text }: Value<'string'>): boolean => {
  const sought = folded(text);
  const found = entry.folded;
  switch (match) {
    case 'exact':
      return entry.exact === text;
    case 'equal':
      return found === sought;
    case 'start':
      return sought === '' ? found === '' : found.startsWith(sought);
    case 'contains':
      return sought === '' ? found === '' : found.includes(sought);
    case 'end':
      return sought === '' ? found === '' : found.endsWith(sought);
    case 'lt':
      return found < sought;
    case 'le':
      return found <= sought;
    case 'gt':
      return found > sought;
    case 'ge':
      return found >= sought;
  }
};

const path = (uri: string): readonly string[] => uri.replace(/\/$/, '').split('/');

const isUri = ({ value }: Entry<'uri'>, { match, uri }: Value<'uri'>): boolean => {
  const [found, sought] = [path(value), path(uri)];
  switch (match) {
    case 'exact':
      return value === uri;
    case 'contains':
      return value.toLowerCase().includes(uri.toLowerCase());
    case 'below':
      return sought.every((segment, at) => found[at] === segment);
    case 'above':
      return found.length >= 3 && found.every((segment, at) => sought[at] === segment);
  }
};

/** By the words of the specification: what of the value found is inside, above and below the one sought. */
const compares = (
  comparator: Comparator | 'co',
  found: { readonly low: number; readonly high: number },
  { low, high }: { readonly low: number; readonly high: number },
): boolean => {
  const contained = low <= found.low && found.high <= high;
  const above = found.high > high;
  const below = found.low < low;
  switch (comparator) {
    case 'eq':
      return contained;
    case 'ne':
      return !contained;
    case 'gt':
      return above;
    case 'lt':
      return below;
    case 'ge':
      return found.high > low;
    case 'le':
      return found.low < high;
    case 'sa':
      return found.low >= high;
    case 'eb':
      return found.high <= low;
    case 'ap':
      return found.low < high && found.high > low;
    case 'co':
      return found.low <= low && high <= found.high;
  }
};

interface Amount {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const comparesNumber = (
  comparator: Comparator,
  found: { readonly low: number; readonly high: number },
  { value, low, high }: Amount,
): boolean => {
  const point = found.low === found.high;
  switch (comparator) {
    case 'eq':
      return found.low >= low && found.high < high;
    case 'ne':
      return !(found.low >= low && found.high < high);
    case 'gt':
      return found.high > value;
    case 'lt':
      return found.low < value;
    case 'ge':
      return found.high > value || found.high === value;
    case 'le':
      return found.low < value || found.low === value;
    case 'sa':
      return found.low > value;
    case 'eb':
      return found.high < value;
    case 'ap':
      return point ? found.low >= low && found.low < high : found.low < high && found.high >= low;
  }
};

const isQuantity = (entry: Entry<'quantity'>, value: Value<'quantity'>): boolean => {
  if (value.canonical) {
    const { canonicalLow: low, canonicalHigh: high, canonicalUnit: unit } = entry;
    if (low === null || high === null || unit !== value.canonical.unit) return false;
    return comparesNumber(value.comparator, { low, high }, value.canonical);
  }
  const { system, unit } = value;
  if (system !== undefined && entry.system !== system) return false;
  if (unit !== undefined && entry.code !== unit && (system !== undefined || entry.unit !== unit))
    return false;
  return comparesNumber(value.comparator, entry, value);
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

const isNear = (entry: Entry<'position'>, value: Value<'near'>): boolean => {
  const [from, to] = [radians(entry.latitude), radians(value.latitude)];
  const cosine =
    Math.sin(from) * Math.sin(to) +
    Math.cos(from) * Math.cos(to) * Math.cos(radians(entry.longitude - value.longitude));
  return 6_371_008.8 * Math.acos(Math.min(1, Math.max(-1, cosine))) <= value.distance;
};

const is = (entry: IndexEntry, value: SearchValue): boolean => {
  switch (entry.kind) {
    case 'token':
      return (
        value.type === 'token' &&
        (value.system === undefined || value.system === entry.system) &&
        isCode(entry, value)
      );
    case 'string':
      return value.type === 'string' && isString(entry, value);
    case 'reference':
      if (value.type === 'reference')
        return (
          value.id === entry.id &&
          (value.resource === undefined || value.resource === entry.type) &&
          (value.version === undefined || value.version === entry.version)
        );
      if (value.type !== 'url' || value.url !== entry.url) return false;
      if (value.version === undefined) return true;
      return value.below
        ? (entry.version?.startsWith(value.version) ?? false)
        : entry.version === value.version;
    case 'uri':
      return value.type === 'uri' && isUri(entry, value);
    case 'date':
      return value.type === 'date' && compares(value.comparator, entry, value);
    case 'number':
      return value.type === 'number' && comparesNumber(value.comparator, entry, value);
    case 'quantity':
      return value.type === 'quantity' && isQuantity(entry, value);
    case 'position':
      return value.type === 'near' && isNear(entry, value);
  }
};

const hasWords = (text: string, query: TextQuery): boolean => {
  switch (query.kind) {
    case 'and':
      return query.of.every((each) => hasWords(text, each));
    case 'or':
      return query.of.some((each) => hasWords(text, each));
    case 'not':
      return !hasWords(text, query.of);
    case 'words': {
      const words = text.split(' ');
      const last = query.words.length - 1;
      return words.some((_, start) =>
        query.words.every((word, at) =>
          query.prefix && at === last ? words[start + at]?.startsWith(word) : words[start + at] === word,
        ),
      );
    }
  }
};

const under = ({ entries }: Indexed, key: string): readonly IndexEntry[] =>
  entries.filter(({ parameter }) => parameter === key);

/** Whether a reference of `from` under a key leads to `to`. */
const leads = (from: Indexed, key: string, to: Indexed): boolean =>
  under(from, key).some((entry) => {
    if (entry.kind !== 'reference') return false;
    if (entry.id !== null) return entry.type === to.type && entry.id === to.id;
    return (
      under(to, `${to.type}.url`).some((url) => url.kind === 'uri' && url.value === entry.url) &&
      (entry.version === null ||
        under(to, `${to.type}.version`).some(
          (version) => version.kind === 'token' && version.code === entry.version,
        ))
    );
  });

/** The id by which a resource is asked for. */
type IdOf = (resource: Indexed) => string;

const ownId: IdOf = ({ id }) => id;

const localId: IdOf = ({ id, within }) => within?.fragment ?? id;

/** Whether a resource meets a criterion, by going through everything. */
const meets = (
  all: readonly Indexed[],
  resource: Indexed,
  criterion: Criterion,
  idOf: IdOf = ownId,
): boolean => {
  switch (criterion.kind) {
    case 'and':
      return criterion.of.every((each) => meets(all, resource, each, idOf));
    case 'or':
      return criterion.of.some((each) => meets(all, resource, each, idOf));
    case 'not':
      return !meets(all, resource, criterion.of, idOf);
    case 'type':
      return criterion.anyOf.includes(resource.type);
    case 'id':
      return criterion.anyOf.includes(idOf(resource));
    case 'last-updated':
      return compares(
        criterion.comparator,
        { low: resource.lastUpdated, high: resource.lastUpdated + 1 },
        criterion,
      );
    case 'present':
      return (
        under(resource, criterion.type === 'composite' ? `${criterion.parameter}$1` : criterion.parameter)
          .length > 0
      );
    case 'value':
      return under(resource, criterion.parameter).some((entry) =>
        criterion.anyOf.some((value) => is(entry, value)),
      );
    case 'composite':
      return criterion.anyOf.some((values) =>
        under(resource, `${criterion.parameter}$1`).some(({ part }) =>
          values.every((value, at) =>
            under(resource, `${criterion.parameter}$${at + 1}`).some(
              (entry) => entry.part === part && is(entry, value),
            ),
          ),
        ),
      );
    case 'chain':
      return all.some(
        (to) =>
          criterion.types.includes(to.type) &&
          leads(resource, criterion.parameter, to) &&
          meets(all, to, criterion.where),
      );
    case 'has':
      return all.some(
        (from) =>
          from.within === undefined &&
          from.type === criterion.type &&
          leads(from, criterion.parameter, resource) &&
          meets(all, from, criterion.where),
      );
    case 'hierarchy': {
      const { parameters, direction, anyOf } = criterion;
      const isPartOf = (part: Indexed, whole: Indexed) =>
        parameters.some((parameter) => leads(part, parameter, whole));
      const reached = new Set(all.filter(({ type, id }) => type === resource.type && anyOf.includes(id)));
      for (const from of reached)
        for (const to of all)
          if (to.type === resource.type && (direction === 'below' ? isPartOf(to, from) : isPartOf(from, to)))
            reached.add(to);
      return reached.has(resource);
    }
    case 'text':
      return hasWords(resource.text[criterion.part], criterion.query);
  }
};

type Comparable = string | number | null;

const places = (entry: IndexEntry, descending: boolean): readonly Comparable[] => {
  switch (entry.kind) {
    case 'token':
      return [entry.code];
    case 'string':
      return [entry.folded];
    case 'reference':
      return [entry.url ?? (entry.id === null ? null : `${entry.type}/${entry.id}`)];
    case 'uri':
      return [entry.value];
    case 'date':
    case 'number':
      return [descending ? entry.high : entry.low];
    case 'quantity':
      return descending ? [entry.canonicalHigh, entry.high] : [entry.canonicalLow, entry.low];
    case 'position':
      return [];
  }
};

const byValue = (a: Comparable, b: Comparable): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

/** What a resource is sorted by: of each the lowest, or the highest, of its values. */
const keys = (resource: Indexed, { parameter, descending }: Sort, idOf: IdOf): readonly Comparable[] => {
  if (parameter === '_id') return [idOf(resource)];
  if (parameter === '_lastUpdated') return [resource.lastUpdated];
  const all = under(resource, parameter).map((entry) => places(entry, descending));
  return (all[0] ?? [null]).map((_, at) => {
    const values = all.flatMap((each) => each[at] ?? []).sort(byValue);
    return (descending ? values.at(-1) : values[0]) ?? null;
  });
};

const compare = (sort: readonly Sort[], a: Indexed, b: Indexed, idOf: IdOf): number => {
  for (const each of sort) {
    const [of, other] = [keys(a, each, idOf), keys(b, each, idOf)];
    for (let at = 0; at < Math.max(of.length, other.length); at += 1) {
      const [left, right] = [of[at] ?? null, other[at] ?? null];
      const order = byValue(left, right);
      if (order !== 0) return each.descending && left !== null && right !== null ? -order : order;
    }
  }
  return 0;
};

/** What contains a resource, or itself. */
const containerOf = (all: readonly Indexed[], one: Indexed): Indexed => {
  const { within } = one;
  if (within === undefined) return one;
  return all.find(({ type, id }) => type === within.type && id === within.id) ?? one;
};

/** All that is found, in order; `all` is in the order in which it was stored. */
export const evaluate = (
  all: readonly Indexed[],
  { types, where, sort, contained }: SearchRequest,
): readonly Indexed[] => {
  const idOf = contained === undefined ? ownId : localId;
  const found = all
    .filter(({ within }) => (within === undefined ? !contained?.only : contained !== undefined))
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .filter((resource) => meets(all, resource, where, idOf));
  const asContainer = contained?.as === 'container';
  const first = new Map(found.toReversed().map((one) => [asContainer ? containerOf(all, one) : one, one]));
  const once = found.filter((one) => [...first.values()].includes(one));
  return (sort.at(-1)?.descending ? once.toReversed() : once)
    .sort((a, b) => compare(sort, a, b, idOf))
    .map((one) => (asContainer ? containerOf(all, one) : one));
};

/** What is to be included with some matches, in any order. */
export const evaluateIncludes = (
  all: readonly Indexed[],
  include: readonly Include[],
  matches: readonly Indexed[],
): ReadonlySet<Indexed> => {
  const isOf = (type: string | undefined, resource: Indexed) =>
    type === undefined || type === '*' || type === resource.type;
  const follow = (from: Indexed, { reverse, source, parameters, target }: Include): readonly Indexed[] =>
    all.filter((other) => {
      if (other.within !== undefined) return false;
      const [holder, end] = reverse ? [other, from] : [from, other];
      return isOf(source, holder) && isOf(target, end) && parameters.some((key) => leads(holder, key, end));
    });
  const found = new Set<Indexed>();
  const visit = (from: Indexed, includes: readonly Include[]): void => {
    for (const each of includes)
      for (const to of follow(from, each)) {
        if (matches.includes(to) || found.has(to)) continue;
        found.add(to);
        visit(
          to,
          include.filter(({ iterate }) => iterate),
        );
      }
  };
  for (const match of matches) visit(match, include);
  return found;
};
