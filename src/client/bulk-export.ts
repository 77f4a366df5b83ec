import type { FhirResource } from 'fhir/r5.js';
import type { Connection } from './connection.ts';
import { FhirError, retryAfter } from './fhir-error.ts';
import { lines } from './lines.ts';
import { parseWritten } from './written.ts';

/** A file of an export; `count` is the number of its lines, where the server tells it. */
export interface ExportFile {
  readonly type: string;
  readonly url: string;
  readonly count?: number;
}

/** What an export consists of: https://hl7.org/fhir/uv/bulkdata/STU2/export.html#response---complete-status */
export interface ExportManifest {
  readonly transactionTime: string;
  readonly request: string;
  readonly requiresAccessToken: boolean;
  readonly output: readonly ExportFile[];
  /** Bundles of what was deleted, where the export is of what has changed since. */
  readonly deleted?: readonly ExportFile[];
  /** OperationOutcomes. */
  readonly error: readonly ExportFile[];
}

const pause = (seconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });

/** An export that has begun. */
export class BulkExport {
  /** Where the server tells how far it is. */
  readonly location: string;
  readonly #connection: Connection;

  constructor(connection: Connection, location: string) {
    this.#connection = connection;
    this.location = location;
  }

  /** Waits until the files are there, asking as often as the server wants to be asked. Throws FhirError. */
  async manifest(): Promise<ExportManifest> {
    for (;;) {
      const told = await this.#status();
      if (typeof told === 'object') return told;
      await pause(told, this.#connection.signal);
    }
  }

  /** The resources of a file, each as it comes in. Throws FhirError. */
  async *resources({ url }: ExportFile): AsyncGenerator<FhirResource> {
    const { body } = await this.#connection.respond(url, { headers: { Accept: 'application/fhir+ndjson' } });
    if (body !== null) for await (const line of lines(body)) yield parseWritten(line) as FhirResource;
  }

  /** Ends it, and has the server forget its files. Throws FhirError. */
  async cancel(): Promise<void> {
    await this.#connection.respond(this.location, { method: 'DELETE' });
  }

  /** What the export consists of, or in how many seconds to ask again. */
  async #status(): Promise<ExportManifest | number> {
    try {
      const response = await this.#connection.respond(this.location, {
        headers: { Accept: 'application/json' },
      });
      return response.status === 200
        ? ((await response.json()) as ExportManifest)
        : (retryAfter(response.headers) ?? 1);
    } catch (error) {
      // It was asked too soon.
      if (error instanceof FhirError && error.status === 429) return error.retryAfter ?? 1;
      throw error;
    }
  }
}
