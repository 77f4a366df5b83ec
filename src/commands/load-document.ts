import type { Issue } from '../fhir/issue.ts';
import type { Ingested, Pipeline } from '../pipeline.ts';

/** What loading a record came to, or the error that nobody foresaw. */
type Outcome = Ingested | { readonly kind: 'thrown'; readonly issues: readonly Issue[] };

const thrown = (error: unknown): Outcome => {
  const text = `It could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
  return { kind: 'thrown', issues: [{ severity: 'fatal', code: 'exception', text }] };
};

const outcomesOf = async function* (pipeline: Pipeline, bytes: Uint8Array): AsyncGenerator<Outcome> {
  const records = pipeline.ingestAll(bytes);
  for (;;)
    try {
      const { done, value } = records.next();
      if (done) return;
      yield await value;
    } catch (error) {
      yield thrown(error);
    }
};

/** A record that was loaded, or was not: `source` is where it stands. */
export interface Loaded {
  readonly source: string;
  readonly outcome: Outcome;
}

/** Loads the records of a document; gives what each came to, and where it stands: `#2` for the second of several. */
export const loadDocument = async function* (
  pipeline: Pipeline,
  source: string,
  bytes: Uint8Array,
): AsyncGenerator<Loaded> {
  let last: Outcome | undefined;
  let count = 0;
  for await (const outcome of outcomesOf(pipeline, bytes)) {
    if (last !== undefined) yield { source: `${source}#${count}`, outcome: last };
    last = outcome;
    count += 1;
  }
  if (last !== undefined) yield { source: count === 1 ? source : `${source}#${count}`, outcome: last };
};
