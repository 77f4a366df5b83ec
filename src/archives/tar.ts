import { pipeline } from 'node:stream/promises';
import { extract, type Header } from 'tar-stream';
import { collected, TOO_LONG } from './collect.ts';
import { BrokenArchive, type Entry, isDocument, MOST_BYTES, unnested } from './entry.ts';
import { type Flow, untilFault } from './flow.ts';

/**
 * The members of a tar archive, with the bytes of those that are wanted:
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html. Throws where the archive cannot be read any
 * further.
 */
export const tarMembers = async function* (
  packed: Flow,
  isWanted: (header: Header) => boolean,
): AsyncGenerator<{ readonly header: Header; readonly bytes?: Buffer }> {
  const archive = extract();
  const { flow, fault } = untilFault(packed);
  const fed = pipeline(flow, archive).catch(() => undefined);
  try {
    for await (const file of archive) {
      const { header } = file;
      if (isWanted(header)) {
        const bytes = (await collected(file as Flow)) ?? Buffer.alloc(0);
        if (bytes.length < header.size) throw new BrokenArchive(`it is cut off in “${header.name}”`);
        yield { header, bytes };
      } else {
        for await (const _ of file);
        yield { header };
      }
    }
    if (fault()) throw fault();
  } catch (error) {
    throw fault() ?? error;
  } finally {
    archive.destroy();
    await fed;
  }
};

const isFile = ({ name, type }: Header): boolean =>
  (type === 'file' || type === 'contiguous-file') && isDocument(name);

/** The files of a tar archive. Links are passed over. Throws where it cannot be read any further. */
export const tarEntries = async function* (packed: Flow, from: number): AsyncGenerator<Entry> {
  let position = 0;
  const isWanted = (header: Header): boolean =>
    isFile(header) && position >= from && header.size <= MOST_BYTES;
  for await (const { header, bytes } of tarMembers(packed, isWanted)) {
    if (!isFile(header)) continue;
    const place = header.name;
    if (bytes) yield { position, place, ...unnested(bytes) };
    else if (position >= from) yield { position, place, problem: TOO_LONG };
    position += 1;
  }
};
