import type { Content } from '../fhir/content.ts';
import type { Page, SearchRequest } from '../fhir/search-request.ts';

/** A stored version of a resource; `text` is its JSON with `id` and `meta` in it. */
export interface Version {
  readonly type: string;
  readonly id: string;
  readonly versionId: number;
  /** FHIR instant. */
  readonly lastUpdated: string;
  readonly text: string;
  /** SHA-256, in hexadecimal, of the text as it was sent, before `id` and `meta` were set in it. */
  readonly digest: string;
}

/** A resource to be stored. */
export interface Write {
  readonly type: string;
  readonly id: string;
  readonly content: Content;
  /** The version this one replaces, 0 for none; the batch is refused if it is not the current one. */
  readonly replaces: number;
}

/** Another writer was first. */
export class VersionConflict extends Error {
  readonly type: string;
  readonly id: string;
  constructor(type: string, id: string) {
    super(`${type}/${id} has been changed by another request`);
    this.type = type;
    this.id = id;
  }
}

/** A search goes on from a page that this store did not give for this search. */
export class UnknownPage extends Error {}

/** The database cannot be used; the message is for the person who named it. */
export class StoreUnavailable extends Error {}

/** Keeps every version of every resource: https://hl7.org/fhir/R5/http.html#versions */
export interface Store {
  /** The current version. */
  read(type: string, id: string): Promise<Version | undefined>;
  vread(type: string, id: string, versionId: number): Promise<Version | undefined>;
  /** All of it, in one transaction, or none. Throws VersionConflict. */
  write(batch: readonly Write[], lastUpdated: string): Promise<readonly Version[]>;
  /** Throws UnknownPage. */
  search(request: SearchRequest): Promise<Page<Version>>;
  close(): Promise<void>;
}
