import type { Coding } from 'fhir/r5.js';
import type { Content } from '../fhir/content.ts';
import type { SearchParameters } from '../fhir/search/search-parameter.ts';
import type { Criterion, SearchRequest, Visible } from '../fhir/search/search-request.ts';
import type { Answers } from './answers.ts';
import type { BulkExports } from './bulk/bulk-export.ts';
import type { Subscriptions } from './subscription/subscription-types.ts';

/** What made a version: https://hl7.org/fhir/R5/http.html#history */
export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Place {
  readonly type: string;
  readonly id: string;
  readonly versionId: number;
  /** FHIR instant. */
  readonly lastUpdated: string;
  readonly method: Method;
}

/** A stored version of a resource; `text` is its JSON with `id` and `meta` in it. */
export interface Version extends Place {
  readonly deleted: false;
  readonly text: string;
  /** SHA-256, in hexadecimal, of the text as it was sent, before `id` and `meta` were set in it. */
  readonly digest: string;
}

/** The version that says that a resource was deleted. */
export interface Deletion extends Place {
  readonly deleted: true;
}

/** A resource to be stored, or (without content) deleted. */
export interface Write {
  readonly type: string;
  readonly id: string;
  readonly method: Method;
  readonly content?: Content;
  /**
   * The version this one replaces, 0 for none: the current one, or one that the batch makes before it; else the batch
   * is refused.
   */
  readonly replaces: number;
}

/** What a condition found when the batch was made; the batch is refused if it finds anything else now. */
export interface Guard {
  readonly request: SearchRequest;
  /** The ids found, none or one. */
  readonly found: readonly string[];
}

/** What a resource has to meet before a batch is made, or after it. */
export interface Demand {
  readonly when: 'before' | 'after';
  readonly type: string;
  readonly id: string;
  readonly where: Criterion;
}

/** Writes that are made together or not at all. */
export interface Batch {
  readonly writes: readonly Write[];
  readonly guards?: readonly Guard[];
  readonly demands?: readonly Demand[];
  /** What the program keeps from then on under names of its own, beside the resources. */
  readonly notes?: Readonly<Record<string, string>>;
}

/** Another writer was first: a version to be replaced is not the current one, or a guard finds something else. */
export class VersionConflict extends Error {
  readonly type: string;
  readonly id: string;
  constructor(type: string, id: string) {
    super(`${type}/${id} has been changed by another request`);
    this.type = type;
    this.id = id;
  }
}

/** A batch is not made, as a resource does not meet what is demanded of it. */
export class DemandUnmet extends Error {}

/** A literal reference from a resource to one here. */
export interface Link {
  /** `Type/id` of the resource that holds it. */
  readonly from: string;
  /** `Type/id`, or `Type/id/_history/version`. */
  readonly to: string;
}

/** References would lead to nothing: to what is not there, or to what is to be deleted. */
export class BrokenReferences extends Error {
  readonly links: readonly Link[];
  constructor(links: readonly Link[]) {
    super(links.map(({ from, to }) => `${from} refers to ${to}`).join('; '));
    this.links = links;
  }
}

/** A search or a history goes on from a page that this store did not give for it. */
export class UnknownPage extends Error {}

/** A page was given too long ago: what it showed is no longer kept. */
export class ExpiredPage extends Error {}

/** A search takes longer than it may. */
export class SearchTooLong extends Error {}

/** The database cannot be used; the message is for the person who named it. */
export class StoreUnavailable extends Error {}

/** The database takes nothing more: it is full, or may only be read. */
export class CannotStore extends StoreUnavailable {}

/** What a search found; with `fragment`, `text` is that of the resource contained in the version by that id. */
export interface Match extends Version {
  readonly fragment?: string;
}

/** A page of what was found; `next` is the `page` of the request that goes on. */
export interface SearchPage {
  /** Of all pages; absent where the request wants none. */
  readonly total?: number;
  readonly matches: readonly Match[];
  /** What the request wants included with the matches of this page, none of which is a match. */
  readonly included: readonly Version[];
  /** Where more is to be included than a page holds. */
  readonly truncated?: true;
  readonly next?: string;
}

/** https://hl7.org/fhir/R5/http.html#history */
export interface HistoryRequest {
  /** Absent for all types. */
  readonly type?: string;
  readonly id?: string;
  /** FHIR instant; only versions made at or after it. */
  readonly since?: string;
  /** Milliseconds since 1970, `high` exclusive; only versions that were current at some time in it. */
  readonly at?: { readonly low: number; readonly high: number };
  /** What may be told; absent where that is everything. */
  readonly visible?: Visible;
  readonly count: number;
  readonly page?: string;
}

/** Newest first. */
export interface HistoryPage {
  readonly total: number;
  readonly versions: readonly (Version | Deletion)[];
  readonly next?: string;
}

/** How far the index follows a search parameter that was stored at run time. */
export interface Reindexing {
  /** Canonical URLs of the search parameters that are not served yet. */
  readonly parameters: readonly string[];
  /** How many resources are to be looked at, and how many have been. */
  readonly total: number;
  readonly done: number;
}

/** Where a version is found otherwise than its resource says. */
export interface Disagreement {
  /** `Type/id/_history/version`, with `#id` for what that contains; or what else is wrong. */
  readonly place: string;
  readonly text: string;
}

/** What a part of an audit has seen: how many resources, and what is wrong with them. */
export interface Audited {
  readonly checked: number;
  readonly disagreements: readonly Disagreement[];
}

/** What resources are labelled with: https://hl7.org/fhir/R5/resource.html#Meta */
export interface Labels {
  readonly profile?: string[];
  readonly security?: Coding[];
  readonly tag?: Coding[];
}

/** Keeps every version of every resource: https://hl7.org/fhir/R5/http.html#versions */
export interface Store {
  /** The current version, which may say that the resource was deleted. */
  read(type: string, id: string): Promise<Version | Deletion | undefined>;
  /** The same of several, by `Type/id`. */
  readAll(places: readonly Pick<Place, 'type' | 'id'>[]): Promise<ReadonlyMap<string, Version | Deletion>>;
  vread(type: string, id: string, versionId: number): Promise<Version | Deletion | undefined>;
  /** Throws UnknownPage, ExpiredPage, SearchTooLong. */
  history(request: HistoryRequest): Promise<HistoryPage>;
  /** All of it, in one transaction, or none. Throws VersionConflict, BrokenReferences, DemandUnmet. */
  write(batch: Batch, lastUpdated: string): Promise<readonly (Version | Deletion)[]>;
  /** Removes deleted resources of a type, or one, with all their versions, as if they had never been. */
  purge(type: string, id?: string): Promise<{ readonly resources: number; readonly versions: number }>;
  /** Removes the versions of a resource that were replaced, or one of them; resolves to how many it are. */
  forgetHistory(place: Pick<Place, 'type' | 'id'>, versionId?: number): Promise<number>;
  /** Throws UnknownPage, ExpiredPage, SearchTooLong. */
  search(request: SearchRequest): Promise<SearchPage>;
  /** The search parameters by which everything stored is indexed. */
  searchParameters(): SearchParameters;
  /** Indexes anew: everything, or resources of one type, or one resource. Resolves to how many it were. */
  reindex(type?: string, id?: string): Promise<number>;
  reindexing(): Reindexing | undefined;
  /** Compares all that is current with all it is found by, some at a time, once nothing is being indexed anew. */
  audit(): AsyncIterable<Audited>;
  /** Literal references to these resources from the current versions of any others; at most a hundred. */
  referrers(places: readonly Pick<Place, 'type' | 'id'>[]): Promise<readonly Link[]>;
  /** The profiles, tags and security labels that current versions have, of one type or of all. */
  labels(type?: string): Promise<Labels>;
  /** What the program keeps in the database under a name, beside the resources. */
  note(name: string): Promise<string | undefined>;
  /** Keeps a note, or forgets it. */
  setNote(name: string, note: string | undefined): Promise<void>;
  readonly answers: Answers;
  readonly bulkExports: BulkExports;
  readonly subscriptions: Subscriptions;
  /** Resolves when all that was written is on the disk, which a store that gathers writes waits for. Throws StoreUnavailable. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
