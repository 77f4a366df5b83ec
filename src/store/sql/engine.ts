import type { TextQuery } from '../../fhir/search/search-request.ts';
import type { Statement, Work } from './work.ts';

/** What the engines say differently; everything else is said once for both. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgresql';
  /** What is visible now, to be found again by later pages: an opaque text without `|`. */
  snapshot(): Work<string>;
  /** Condition on `version AS v`: it was the current one in this snapshot, and no deletion. */
  inSnapshot(snapshot: string): Statement;
  /** Condition that the words of a text query are in a column (`narrative`, `content`) of `full_text AS t`. */
  matches(column: 'narrative' | 'content', query: TextQuery): Statement;
  /** A condition that `column` is one of any number of texts, as one value. */
  isOneOf(column: string, values: readonly string[]): Statement;
}

/** A database. */
export interface Engine {
  readonly dialect: Dialect;
  /** All steps see the same state. */
  read<T>(work: () => Work<T>): Promise<T>;
  /** All steps or none; what the work throws undoes them. Work that lost against another writer is run again. */
  write<T>(work: () => Work<T>): Promise<T>;
  close(): Promise<void>;
}
