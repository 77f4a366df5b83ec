import type { ElementTable } from '../element-table.ts';
import type { Issue } from '../issue.ts';
import type { SearchParameters } from './search-parameter.ts';
import type { Wrong } from './wrong.ts';

/** A code in its code system. */
export interface SystemCode {
  readonly system: string;
  readonly code: string;
}

/** What searches ask of terminology; what it does not know is an issue. */
export interface SearchTerminology {
  /** By the canonical URL, with or without `|version`, or by `ValueSet/id` where it is stored here. */
  codesIn(valueSet: string): Promise<readonly SystemCode[] | Issue>;
  /** The code and all that it subsumes. */
  codesBelow(system: string, code: string): Promise<readonly SystemCode[] | Issue>;
  /** The code and all that subsume it. */
  codesAbove(system: string, code: string): Promise<readonly SystemCode[] | Issue>;
}

/** What the reading of a search needs to know. */
export interface SearchContext {
  readonly parameters: SearchParameters;
  /** The types that can be searched; absent for all. */
  readonly types?: readonly string[];
  /** The elements that types have as they are shown, and as which type a type is. */
  readonly elements: ElementTable;
  readonly shownAs: (type: string) => string;
  /** The address of this server's FHIR API, without a slash at its end. */
  readonly base: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether what is not understood is left out rather than refused. */
  readonly lenient: boolean;
  /** How many resources a page holds at most. */
  readonly mostOnPage: number;
  readonly terminology: SearchTerminology;
  /** The resource in whose compartment is searched. */
  readonly compartment?: { readonly type: string; readonly id: string };
}

/** The same while a search is being read. */
export interface ReadingContext extends SearchContext {
  /** Counts values that are looked for; what is wrong once there are too many. */
  readonly spend: (values: number) => Wrong | undefined;
}
