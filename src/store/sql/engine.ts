import type { TextQuery } from '../../fhir/search/search-request.ts';
import type { Row, Statement, Work } from './work.ts';

/** What processes on the same database let each other know of. */
export type News = 'search-parameters' | 'subscriptions';

/**
 * What concurrent writes take turns in: the schema, the conditions of batches, the search parameters to index by,
 * indexing anew, planning exports, following what is written.
 */
export type Turn =
  | 'migration'
  | 'guard'
  | 'search-parameters'
  | 'reindexing'
  | 'bulk-exports'
  | 'subscriptions';

/** What the engines say differently; everything else is said once for both. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgresql';
  /**
   * How many versions with a value are few, so that the others' values are looked up for each by itself; 0 where the
   * database knows itself how frequent values are.
   */
  readonly few: number;
  /** What says of a table that it is read by an index of it, where that can be said. */
  indexedBy(index: string): string;
  /** Conditions, asked of rows with this number, that stop what takes longer than it may; none where something else does. */
  inTime(seq: string): readonly Statement[];
  /** What is visible now, to be found again by later pages: an opaque text without `|`. */
  snapshot(): Work<string>;
  /** Condition on `version AS v`: this snapshot has the version, or has it ended (for one that `ended`). */
  visible(event: 'born' | 'ended', snapshot: string): Statement;
  /** Condition on `version AS v`: it was made after this snapshot. */
  since(snapshot: string): Statement;
  /** Condition on `version AS v`: it was the current one in this snapshot, and no deletion. */
  inSnapshot(snapshot: string): Statement;
  /** Condition that words follow each other in a column of `full_text AS t`. */
  matches(column: 'narrative' | 'content', words: Extract<TextQuery, { kind: 'words' }>): Statement;
  /** Condition that words, each without spaces, are in a column of `full_text AS t`, wherever they stand. */
  hasWords(column: 'narrative' | 'content', words: readonly string[]): Statement;
  /** Makes sure that nothing is left of the words that were deleted. */
  forgetWords(): Work<void>;
  /** What the database finds wrong with its own files. */
  faults(): Work<readonly string[]>;
  /** A condition that `column` is one of any number of texts, as one value. */
  isOneOf(column: string, values: readonly string[]): Statement;
  /**
   * A condition that `column` is what a query finds for one of any number of tuples, each looked up by itself; the
   * query names the parts of a tuple `j.value ->> 0`, `j.value ->> 1`, …
   */
  isFound(column: string, query: string, tuples: readonly (readonly string[])[]): Statement;
  /** Waits for its turn and has it until the end of the transaction; those who share it do not wait for each other. */
  turn(what: Turn, how?: 'shared' | 'alone'): Work<void>;
  /** Ends a SELECT of rows of `version AS v` that nobody else is to change, or only we, until the transaction ends. */
  locked(how: 'shared' | 'alone'): string;
  /** New values of `version.seq`. */
  seqs(count: number): Work<readonly number[]>;
  /** What `version.ended` becomes when the version with this `seq` replaces it. */
  endedBy(seq: number): Statement;
  /** Lets all processes hear, when it is committed, that there is news. */
  notify(news: News): Work<void>;
  /** Makes sure that the database can keep what is written, and tells what snapshots see if it is a copy. */
  settle(): Work<void>;
}

/** How a database is worked on. */
export interface EngineOptions {
  /** Whether writes wait for each other to reach the disk, until they are flushed: for one who writes alone. */
  readonly gathersWrites?: boolean;
  /** How long a search may take, in milliseconds; absent where it may take as long as it does. */
  readonly searchTime?: number;
}

/** A database. */
export interface Engine {
  readonly dialect: Dialect;
  /** One statement that only reads. */
  ask(statement: Statement): Promise<readonly Row[]>;
  /** All steps see the same state. Throws SearchTooLong. */
  read<T>(work: () => Work<T>): Promise<T>;
  /** All steps or none; what the work throws undoes them. Work that lost against another writer is run again. */
  write<T>(work: () => Work<T>): Promise<T>;
  /** Calls back when a process has told news, or may have. Gives what ends it. */
  listen(news: News, heard: () => void): () => Promise<void>;
  /** Resolves when all that was written is on the disk. Throws StoreUnavailable if the database has undone it. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
