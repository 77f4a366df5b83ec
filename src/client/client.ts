import type { Bundle, BundleEntry, Evidence, FhirResource, OperationOutcome, Parameters } from 'fhir/r5.js';
import type { components } from '../../openapi/types.d.ts';
import { BulkExport } from './bulk-export.ts';
import { Connection, type ConnectionOptions, type Sent } from './connection.ts';
import {
  type Query,
  type Resource,
  type ResourceType,
  type SearchParameters,
  type Stored,
  withQuery,
} from './query.ts';
import { stringifyWritten } from './written.ts';

const FHIR_JSON = 'application/fhir+json';

/** The version that a change is meant for; a change of another is refused with 412. */
export interface IfMatch {
  /** As in `meta.versionId`. */
  readonly ifMatch?: string;
}

const matching = ({ ifMatch }: IfMatch): Readonly<Record<string, string>> =>
  ifMatch === undefined ? {} : { 'If-Match': `W/"${ifMatch}"` };

const sending = (body: object, more: Sent = {}): Sent => ({
  method: 'POST',
  ...more,
  headers: { 'Content-Type': FHIR_JSON, Prefer: 'return=representation', ...more.headers },
  body: stringifyWritten(body),
});

/** The media types of documents. */
type DocumentType = keyof components['requestBodies']['ingest']['content'];

const pathOf = (...parts: readonly (string | undefined)[]): string =>
  parts.flatMap((part) => (part === undefined ? [] : [encodeURIComponent(part)])).join('/');

/**
 * A client of the FHIR interface at an address (`http://127.0.0.1:8080/fhir`): https://hl7.org/fhir/R5/http.html
 * What the server refuses is thrown as a FhirError. Numbers go back as they came (1.50), as long as the object that
 * holds them is the one that was read.
 */
export class TrialbridgeClient {
  readonly #connection: Connection;

  constructor(base: string, options: ConnectionOptions = {}) {
    this.#connection = new Connection(base, options);
  }

  /** The current version. */
  read<Type extends ResourceType>(type: Type, id: string): Promise<Stored<Resource<Type>>> {
    return this.#connection.resource(pathOf(type, id));
  }

  /** A version. */
  vread<Type extends ResourceType>(
    type: Type,
    id: string,
    versionId: string,
  ): Promise<Stored<Resource<Type>>> {
    return this.#connection.resource(pathOf(type, id, '_history', versionId));
  }

  /** The versions of a resource, newest first; of a type without `id`, of everything without `type`. */
  async *history(
    type?: ResourceType,
    id?: string,
    parameters: Query<'historySystem'> = {},
  ): AsyncGenerator<BundleEntry<FhirResource>> {
    const path = withQuery(pathOf(type, id, '_history'), parameters);
    for await (const { entry = [] } of this.#connection.pages(path)) yield* entry;
  }

  /** The pages of what is found, with what is included and the total. */
  pages<Type extends ResourceType>(
    type: Type,
    parameters: SearchParameters<Type>,
  ): AsyncGenerator<Bundle<FhirResource>> {
    return this.#connection.pages(withQuery(type, parameters));
  }

  /** What is found, without what is included; later pages are asked for when they are come to. */
  async *search<Type extends ResourceType>(
    type: Type,
    parameters: SearchParameters<Type>,
  ): AsyncGenerator<Stored<Resource<Type>>> {
    for await (const { entry = [] } of this.pages(type, parameters))
      for (const { resource, search } of entry)
        if (search?.mode === 'match') yield resource as Stored<Resource<Type>>;
  }

  /** Creates a resource, under an id of the server's. */
  create<R extends FhirResource>(resource: R): Promise<Stored<R>> {
    return this.#connection.resource(resource.resourceType, sending(resource));
  }

  /** Replaces a resource, or creates it under its id. */
  update<R extends FhirResource & { id: string }>(resource: R, options: IfMatch = {}): Promise<Stored<R>> {
    return this.#connection.resource(
      pathOf(resource.resourceType, resource.id),
      sending(resource, { method: 'PUT', headers: matching(options) }),
    );
  }

  /** Changes a part of a resource, by JSON Patch or, in Parameters, FHIRPath Patch. */
  patch<Type extends ResourceType>(
    type: Type,
    id: string,
    patch: components['schemas']['JsonPatch'] | Parameters,
    options: IfMatch = {},
  ): Promise<Stored<Resource<Type>>> {
    const contentType = Array.isArray(patch) ? 'application/json-patch+json' : FHIR_JSON;
    return this.#connection.resource(
      pathOf(type, id),
      sending(patch, { method: 'PATCH', headers: { 'Content-Type': contentType, ...matching(options) } }),
    );
  }

  /** Deletes a resource; its versions stay. */
  async delete(type: ResourceType, id: string, options: IfMatch = {}): Promise<void> {
    await this.#connection.respond(pathOf(type, id), { method: 'DELETE', headers: matching(options) });
  }

  /** Carries out a transaction, all of it or nothing, or a batch, as the Bundle says: what came of each entry. */
  transaction(bundle: Bundle): Promise<Bundle<FhirResource>> {
    return this.#connection.resource('', sending(bundle));
  }

  /** What is wrong with a resource, whether or not it is stored. */
  validate(resource: FhirResource, parameters: Query<'validateType'> = {}): Promise<OperationOutcome> {
    return this.#connection.resource(
      withQuery(`${resource.resourceType}/$validate`, parameters),
      sending(resource),
    );
  }

  /** Reads a document that reports a trial, and stores the trial: what was written, or what is stored of it already. */
  ingest(document: NonNullable<Sent['body']>, mediaType: DocumentType): Promise<Bundle<FhirResource>> {
    return this.#read('$ingest', document, mediaType);
  }

  /** What `ingest` would write of a document; nothing is stored. */
  preview(document: NonNullable<Sent['body']>, mediaType: DocumentType): Promise<Bundle<FhirResource>> {
    return this.#read('$preview', document, mediaType);
  }

  #read(
    operation: string,
    document: NonNullable<Sent['body']>,
    mediaType: DocumentType,
  ): Promise<Bundle<FhirResource>> {
    return this.#connection.resource(operation, {
      method: 'POST',
      headers: { 'Content-Type': mediaType },
      body: document,
    });
  }

  /** What checks find of the numbers of Evidence that is stored under an id, or of what is sent. */
  check(evidence: string | Evidence | Bundle): Promise<Parameters> {
    return typeof evidence === 'string'
      ? this.#connection.resource(`${pathOf('Evidence', evidence)}/$check`)
      : this.#connection.resource('Evidence/$check', sending(evidence));
  }

  /** What studies found of one outcome, pooled; the Evidence of it is not stored. */
  pool(parameters: Omit<Query<'poolTypeByGetEvidence'>, 'format'>): Promise<Evidence> {
    return this.#connection.resource(withQuery('Evidence/$pool', parameters));
  }

  /** A study with all that belongs to it. */
  everything(
    id: string,
    parameters: Query<'everythingInstanceByGetResearchStudy'> = {},
  ): Promise<Bundle<FhirResource>> {
    return this.#connection.resource(withQuery(`${pathOf('ResearchStudy', id)}/$everything`, parameters));
  }

  /** A study in a form that is not FHIR's, as text. */
  async exportAs(id: string, format: components['parameters']['format']): Promise<string> {
    const path = withQuery(`${pathOf('ResearchStudy', id)}/$export-as`, { format });
    const response = await this.#connection.respond(path, { headers: { Accept: '*/*' } });
    return response.text();
  }

  /** Begins to export everything or, with `_id`, all that belongs to these studies, as it is now. */
  async export(parameters: Query<'exportTypeByGetResearchStudy'> = {}): Promise<BulkExport> {
    const level = parameters._id === undefined ? '$export' : 'ResearchStudy/$export';
    const { headers } = await this.#connection.respond(withQuery(level, parameters), {
      headers: { Prefer: 'respond-async' },
    });
    return new BulkExport(this.#connection, headers.get('Content-Location') ?? '');
  }
}
