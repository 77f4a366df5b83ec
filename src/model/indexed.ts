import type { Fact, Stated } from './fact.ts';

/** A term of a thesaurus with its number there. */
export interface Subject {
  readonly term: Fact<string>;
  readonly code: Stated<string>;
}

/** A publication that says something of this one, or of which this one does, as the database words it: `ErratumIn`. */
export interface RelatedPublication {
  readonly relation: Fact<string>;
  readonly citation: Stated<string>;
  readonly pmid: Stated<string>;
}

/** What a bibliographic database says of a publication besides what stands on its title page. */
export interface Indexed {
  readonly pmid: Fact<string>;
  readonly pmcid: Stated<string>;
  readonly journalAbbreviation: Stated<string>;
  /** ISO 8601 date to the precision stated, where it came out online on a day of its own. */
  readonly publishedOnline: Stated<string>;
  readonly revised: Stated<string>;
  /** Where another publication takes it back. */
  readonly retracted: Stated<true>;
  /** Its parts, each with its heading. */
  readonly abstract: readonly { readonly heading: Stated<string>; readonly text: Fact<string> }[];
  readonly types: readonly Subject[];
  /** The headings of MeSH, each with its qualifiers: https://www.nlm.nih.gov/mesh/ */
  readonly headings: readonly { readonly heading: Subject; readonly qualifiers: readonly Subject[] }[];
  readonly keywords: readonly Fact<string>[];
  readonly related: readonly RelatedPublication[];
}
