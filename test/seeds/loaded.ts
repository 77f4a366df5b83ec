import { afterAll, beforeAll } from 'vitest';
import type { Answer, Client } from './client.ts';
import { type SeedNumber, seed } from './documents.ts';
import { startServer } from './server.ts';
import { readTrial, type ServedTrial } from './trial.ts';

/** A document sent to a server of its own, and the trial that this server then serves. */
export interface Loaded {
  readonly client: Client;
  readonly bytes: Buffer;
  /** The decoded document. */
  readonly document: string;
  readonly answer: Answer;
  readonly trial: ServedTrial;
}

/** Posts a document as plain text. */
export const ingest = (client: Client, bytes: Uint8Array): Promise<Answer> =>
  client.post('$ingest', bytes, 'text/plain; charset=utf-8');

/** Loads a document before the tests of a file and stops the server after them. */
export const loadBeforeAll = (number: SeedNumber): (() => Loaded) => {
  let loaded: Loaded | undefined;
  let stop = async () => {};
  beforeAll(async () => {
    const { client, close } = await startServer();
    stop = close;
    const bytes = seed(number);
    const answer = await ingest(client, bytes);
    if (answer.status !== 201) throw new Error(`${answer.status}: ${answer.text}`);
    const study = answer.headers.get('location') ?? '';
    const trial = await readTrial(client, study.slice(study.indexOf('ResearchStudy/')));
    loaded = { client, bytes, document: new TextDecoder().decode(bytes), answer, trial };
  });
  afterAll(() => stop());
  return () => {
    if (loaded === undefined) throw new Error('The document has not been loaded');
    return loaded;
  };
};
