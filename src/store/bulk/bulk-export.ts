import type { Issue } from '../../fhir/issue.ts';
import type { Criterion, Visible } from '../../fhir/search/search-request.ts';

/** What is to be exported: https://hl7.org/fhir/uv/bulkdata/STU2/export.html */
export interface BulkRequest {
  /** Address of the kick-off. */
  readonly url: string;
  /** The version of FHIR that its files are in. */
  readonly fhirVersion: string;
  /** The resources, type by type. */
  readonly parts: readonly { readonly type: string; readonly where: Criterion }[];
  /** Resources of these types are told that were deleted in this time: milliseconds since 1970, both exclusive. */
  readonly deletions?: { readonly types: readonly string[]; readonly since: number; readonly until: number };
  /** The elements that are wanted; absent for all. */
  readonly elements?: readonly string[];
  /** What was not understood of the kick-off, and left out. */
  readonly issues: readonly Issue[];
  /** What may be exported; absent where that is everything. */
  readonly visible?: Visible;
}

/** A file of resources of a type or, for `Bundle`s that delete resources, of `deleted`. */
export interface BulkFile {
  readonly number: number;
  readonly type: string;
  readonly count: number;
}

/** A version in a file; without text where its resource was deleted. */
export interface BulkVersion {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
}

/** The type of a file of deletions. */
export const DELETED = 'deleted';

/** The failure of an export whose criteria take longer than a search may. */
export const TOO_LONG = 'too long';

/** An export that was begun. */
export interface BulkExport {
  readonly id: string;
  /** Whose it is. */
  readonly owner: string;
  /** Milliseconds since 1970: when it is forgotten. */
  readonly until: number;
  /** Known to nobody but the server. */
  readonly secret: string;
  readonly request: BulkRequest;
  /** FHIR instant: what was there then is exported. */
  readonly transactionTime: string;
  /** From 0 to 1, where all files are known. */
  readonly progress: number;
  /** Why it cannot be done. */
  readonly failure?: string;
  readonly files: readonly BulkFile[];
}

/** Exports whose files are lists of stored versions, so that any process on the database gives them as they are asked for. */
export interface BulkExports {
  /** Begins to look for what is wanted of what is there now; that goes on after a restart. */
  begin(begun: Pick<BulkExport, 'id' | 'owner' | 'until' | 'request'>): Promise<void>;
  find(id: string): Promise<BulkExport | undefined>;
  /** How many of an owner are still being planned. */
  planning(owner: string): Promise<number>;
  /** The versions in a file, some at a time. */
  versions(found: BulkExport, file: BulkFile): AsyncIterable<readonly BulkVersion[]>;
  forget(id: string): Promise<void>;
}
