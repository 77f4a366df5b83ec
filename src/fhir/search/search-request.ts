import type { IndexKey, SearchParameter } from './search-parameter.ts';

/** How a value found compares with the one asked for: https://hl7.org/fhir/R5/search.html#prefix */
export type Comparator = 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le' | 'sa' | 'eb' | 'ap';

/** The last six are what `_filter` needs beside: https://hl7.org/fhir/R5/search_filter.html#ops */
type StringMatch = 'start' | 'exact' | 'contains' | 'equal' | 'end' | 'lt' | 'le' | 'gt' | 'ge';

/** A value asked for, as the index is asked: https://hl7.org/fhir/R5/search.html#ptypes */
export type SearchValue =
  /**
   * `system` is absent where any will do and empty where there must be none; without `code` any code will do; with
   * `start` every code that begins with it.
   */
  | { readonly type: 'token'; readonly system?: string; readonly code?: string; readonly start?: boolean }
  /** `text` as it was sent; `exact` compares it so, the others fold case and accents. */
  | { readonly type: 'string'; readonly match: StringMatch; readonly text: string }
  /** A resource here; without `resource` of any type, without `version` of any version. */
  | { readonly type: 'reference'; readonly resource?: string; readonly id: string; readonly version?: string }
  /** An absolute URL, or a canonical without its `|version`; `below` takes every version that begins with this one. */
  | { readonly type: 'url'; readonly url: string; readonly version?: string; readonly below?: boolean }
  | { readonly type: 'uri'; readonly match: 'exact' | 'above' | 'below' | 'contains'; readonly uri: string }
  /** Milliseconds since 1970, `high` exclusive; with `co` what is found contains all of it. */
  | {
      readonly type: 'date';
      readonly comparator: Comparator | 'co';
      readonly low: number;
      readonly high: number;
    }
  /** `low` and `high` (exclusive) are what the digits sent leave open around `value`. */
  | {
      readonly type: 'number';
      readonly comparator: Comparator;
      readonly value: number;
      readonly low: number;
      readonly high: number;
    }
  /**
   * The number as above; `unit` alone matches code or unit. In canonical UCUM units where `canonical` is there: then
   * what was indexed in any commensurable unit matches.
   */
  | {
      readonly type: 'quantity';
      readonly comparator: Comparator;
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly system?: string;
      readonly unit?: string;
      readonly canonical?: {
        readonly unit: string;
        readonly value: number;
        readonly low: number;
        readonly high: number;
      };
    }
  /** Degrees and metres: https://hl7.org/fhir/R5/location.html#positional */
  | {
      readonly type: 'near';
      readonly latitude: number;
      readonly longitude: number;
      readonly distance: number;
    };

/** Words of a full-text search: https://hl7.org/fhir/R5/search.html#_text */
export type TextQuery =
  | { readonly kind: 'and' | 'or'; readonly of: readonly TextQuery[] }
  | { readonly kind: 'not'; readonly of: TextQuery }
  /** Folded words that follow each other; the last one may be the beginning of a word. */
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly prefix: boolean };

/** What is asked of a resource. */
export type Criterion =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Criterion[] }
  | { readonly kind: 'not'; readonly of: Criterion }
  | { readonly kind: 'type'; readonly anyOf: readonly string[] }
  | { readonly kind: 'id'; readonly anyOf: readonly string[] }
  | {
      readonly kind: 'last-updated';
      readonly comparator: Comparator;
      readonly low: number;
      readonly high: number;
    }
  /** Whether the index has anything under this key; `type` says which kind of index. */
  | { readonly kind: 'present'; readonly parameter: IndexKey; readonly type: SearchParameter['type'] }
  | { readonly kind: 'value'; readonly parameter: IndexKey; readonly anyOf: readonly SearchValue[] }
  /** The values of each alternative, in the order of the components, have to be met by one element together. */
  | {
      readonly kind: 'composite';
      readonly parameter: IndexKey;
      readonly anyOf: readonly (readonly SearchValue[])[];
    }
  /** A reference (or canonical) leads to a resource of one of these types that meets `where`. */
  | {
      readonly kind: 'chain';
      readonly parameter: IndexKey;
      readonly types: readonly string[];
      readonly where: Criterion;
    }
  /** A resource of `type` that meets `where` points here by `parameter`. */
  | { readonly kind: 'has'; readonly type: string; readonly parameter: IndexKey; readonly where: Criterion }
  /** It is one of these of its own type, or stands above or below one by these parameters, however far. */
  | {
      readonly kind: 'hierarchy';
      readonly parameters: readonly IndexKey[];
      readonly direction: 'above' | 'below';
      readonly anyOf: readonly string[];
    }
  | { readonly kind: 'text'; readonly part: 'narrative' | 'content'; readonly query: TextQuery };

/** A key of the order; `parameter` is `_id`, `_lastUpdated` or an index key with its type. */
export interface Sort {
  readonly parameter: '_id' | '_lastUpdated' | IndexKey;
  readonly type: SearchParameter['type'];
  readonly descending: boolean;
}

/** Resources to be added to a page: https://hl7.org/fhir/R5/search.html#_include */
export interface Include {
  readonly reverse: boolean;
  /** Type of the resources that hold the reference, `*` for any. */
  readonly source: string;
  /** The search parameters of the reference; for `*` all of the type. */
  readonly parameters: readonly IndexKey[];
  /** The only type that is wanted at the other end. */
  readonly target?: string;
  /** Whether what was included is followed, too. */
  readonly iterate: boolean;
}

/** Resources that are contained in others: https://hl7.org/fhir/R5/search.html#contained */
export interface ContainedRequest {
  /** Whether nothing else is looked for. */
  readonly only: boolean;
  /** What is shown of one that is found: the resource that contains it, or it alone. */
  readonly as: 'container' | 'contained';
}

/** What there is for one who may not see everything: all of these types, and what is current and meets `some`. */
export interface Visible {
  readonly types: readonly string[];
  readonly some: Criterion;
}

/** What is looked for. `types` is empty for all; `count` 0 asks only how many there are. */
export interface SearchRequest {
  readonly types: readonly string[];
  readonly where: Criterion;
  readonly sort: readonly Sort[];
  readonly count: number;
  /** With `some` it is told where it is not large. */
  readonly total: 'none' | 'some' | 'estimate' | 'accurate';
  readonly include: readonly Include[];
  /** Absent where only what is not contained is looked for. */
  readonly contained?: ContainedRequest;
  /** What may be found, led through and included; absent where that is everything. */
  readonly visible?: Visible;
  /** Where the page before this one said it goes on. */
  readonly page?: string;
  /** The criteria as they were sent: what pages are given for, although “about now” and value sets change. */
  readonly sent?: string;
}

/** The search for everything of these types. */
export const searchOf = (
  types: readonly string[],
  where: Criterion = { kind: 'and', of: [] },
  count = 0,
): SearchRequest => ({ types, where, sort: [], count, total: 'accurate', include: [] });
