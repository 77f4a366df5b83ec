import { createReadStream } from 'node:fs';
import { collected, TOO_LONG } from './collect.ts';
import { archiveKind, BrokenArchive, type Entry, MOST_ENTRIES, nestedIn, problemOf } from './entry.ts';
import { type Flow, gunzipped, peeked } from './flow.ts';
import { lineEntries } from './lines.ts';
import { tarEntries } from './tar.ts';
import { zipEntries } from './zip.ts';

/** In bytes; a tar archive says what it is within them. */
const HEAD = 512;

const document = async function* (flow: Flow, from: number): AsyncGenerator<Entry> {
  if (from > 0) return;
  const bytes = await collected(flow);
  yield bytes === undefined ? { position: 0, problem: TOO_LONG } : { position: 0, bytes };
};

/** The documents of a flow, by how it begins and by its name without that of a gzip. */
const flowEntries = (head: Buffer, flow: Flow, name: string, from: number): AsyncIterable<Entry> => {
  if (archiveKind(head) === 'tar' || /\.tar$/i.test(name)) return tarEntries(flow, from);
  return /\.(?:ndjson|jsonl)$/i.test(name) ? lineEntries(flow, from) : document(flow, from);
};

const entries = async function* (path: string, from: number): AsyncGenerator<Entry> {
  const file = createReadStream(path);
  try {
    const { head, flow } = await peeked(file, HEAD);
    const kind = archiveKind(head);
    if (kind === 'zip' || /\.zip$/i.test(path)) return yield* zipEntries(path, from);
    if (kind !== 'gzip') return yield* flowEntries(head, flow, path, from);
    const inner = await peeked(gunzipped(flow), HEAD);
    const nested = archiveKind(inner.head);
    if (nested === 'zip' || nested === 'gzip') throw new BrokenArchive(nestedIn(nested));
    yield* flowEntries(inner.head, inner.flow, path.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar'), from);
  } finally {
    file.destroy();
  }
};

/**
 * The documents in a file, one after the other: those of an archive (zip, tar, either or NDJSON in gzip), the lines of
 * NDJSON, else the file itself; those from a position on. Whatever its size, no more of it is held than a document.
 * What is wrong with one does not keep the others from being read; what is wrong with the archive comes last.
 */
export const documentsIn = async function* (path: string, from = 0): AsyncGenerator<Entry> {
  let position = from;
  try {
    for await (const entry of entries(path, from)) {
      if (entry.position >= MOST_ENTRIES)
        throw new BrokenArchive(`it holds more than ${MOST_ENTRIES} documents`);
      yield entry;
      position = entry.position + 1;
    }
  } catch (error) {
    yield { position, problem: problemOf(error) };
  }
};
