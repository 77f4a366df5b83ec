/** What a search finds beside its matches, and how its self link says it if not as it was sent, with `_count=50`. */
interface Beside {
  /** Ids of what is included. */
  readonly included?: string;
  /** All that match, where a page does not hold them all. */
  readonly total?: number;
  readonly self?: string;
}

/**
 * A search and the ids it finds, divided by spaces: in this order if the search says one. They are what the
 * specification makes of the fixture: https://hl7.org/fhir/R5/search.html
 */
export type SearchCase = readonly [search: string, ids: string, beside?: Beside];

/** A search that is refused, and words of the reason. */
export type RefusedCase = readonly [search: string, ...words: readonly string[]];
