import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { collected, TOO_LONG } from './collect.ts';
import { BrokenArchive, type Entry, isDocument, MOST_BYTES, unnested } from './entry.ts';
import { type Flow, untilFault } from './flow.ts';

const isFile = ({ name, type }: Header): boolean =>
  (type === 'file' || type === 'contiguous-file') && isDocument(name);

/**
 * The files of a tar archive: https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html. Links are passed
 * over. Throws where the archive cannot be read any further.
 */
export const tarEntries = async function* (packed: Flow, from: number): AsyncGenerator<Entry> {
  const archive = extract();
  const { flow, fault } = untilFault(packed);
  const fed = pipeline(flow, archive).catch(() => undefined);
  try {
    let position = 0;
    for await (const file of archive) {
      const { header } = file;
      const isWanted = isFile(header) && position >= from;
      const place = header.name;
      if (!isWanted || header.size > MOST_BYTES) {
        for await (const _ of file);
        if (isWanted) yield { position, place, problem: TOO_LONG };
      } else {
        const bytes = (await collected(file as Flow)) ?? Buffer.alloc(0);
        if (bytes.length < header.size) throw new BrokenArchive(`it is cut off in “${place}”`);
        yield { position, place, ...unnested(bytes) };
      }
      if (isFile(header)) position += 1;
    }
    if (fault()) throw fault();
  } catch (error) {
    throw fault() ?? error;
  } finally {
    archive.destroy();
    await fed;
  }
};
