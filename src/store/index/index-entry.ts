import type { IndexKey } from '../../fhir/search/search-parameter.ts';

/** Where in the index a value stands; `part` tells the elements of a composite apart and is 0 elsewhere. */
export interface Place {
  readonly parameter: IndexKey;
  readonly part: number;
}

/**
 * A value by which a resource is found. An element that gives no value (a reference with a display only) gives an
 * entry without one, so that it is not missing.
 */
export type IndexEntry = Place &
  (
    | {
        readonly kind: 'token';
        /** Empty where there is none. */
        readonly system: string;
        /** `null` where there is none; folded unless its system tells upper from lower case. */
        readonly code: string | null;
        readonly caseSensitive: boolean;
      }
    | { readonly kind: 'string'; readonly folded: string; readonly exact: string }
    | {
        readonly kind: 'reference';
        /** A resource here, … */
        readonly type: string | null;
        readonly id: string | null;
        /** … or an absolute URL or canonical without its version. */
        readonly url: string | null;
        readonly version: string | null;
      }
    | { readonly kind: 'uri'; readonly value: string }
    /** Milliseconds since 1970, `high` exclusive; ±8.64e15 for an open end. */
    | { readonly kind: 'date'; readonly low: number; readonly high: number }
    /** `low` equals `high` unless the value is a range. */
    | { readonly kind: 'number'; readonly low: number; readonly high: number }
    | {
        readonly kind: 'quantity';
        readonly low: number;
        readonly high: number;
        readonly system: string;
        readonly code: string;
        readonly unit: string;
        /** The same in UCUM's base units, where there is such. */
        readonly canonicalLow: number | null;
        readonly canonicalHigh: number | null;
        readonly canonicalUnit: string | null;
      }
    | { readonly kind: 'position'; readonly latitude: number; readonly longitude: number }
  );

/** The words of a resource: folded, divided by spaces. */
export interface FullText {
  readonly narrative: string;
  readonly content: string;
}
