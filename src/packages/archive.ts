import { createReadStream } from 'node:fs';
import type { Header } from 'tar-stream';
import { BrokenArchive } from '../archives/entry.ts';
import { type Flow, gunzipped } from '../archives/flow.ts';
import { tarMembers } from '../archives/tar.ts';

/** How much an archive may hold, unpacked: R5's own package has 92 MB in 6,000 files. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_FILES = 50_000;

const isInside = (name: string): boolean =>
  !/^(?:[/\\]|[A-Za-z]:)/.test(name) && !name.split(/[/\\]/).includes('..');

const problemOf = ({ name, type }: Header): string | undefined => {
  if (!isInside(name)) return `“${name}” leads out of the archive`;
  return type === 'symlink' || type === 'link' ? `“${name}” is a link` : undefined;
};

const bounded = async function* (unpacked: Flow): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of unpacked) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES)
      throw new BrokenArchive(`it holds more than ${MOST_BYTES / 1024 / 1024} MB when it is unpacked`);
    yield chunk;
  }
};

/**
 * Calls `read` with each file of a `.tgz` whose name is wanted, one after the other; nothing is written anywhere.
 * Throws BrokenArchive, and what the operating system refuses.
 */
export const readArchive = async (
  path: string,
  isWanted: (name: string) => boolean,
  read: (name: string, bytes: Buffer) => void,
): Promise<void> => {
  const unpacked = bounded(gunzipped(createReadStream(path)));
  let files = 0;
  try {
    for await (const { header, bytes } of tarMembers(
      unpacked,
      ({ name, type }) => type === 'file' && isWanted(name),
    )) {
      const problem = problemOf(header);
      if (problem !== undefined) throw new BrokenArchive(problem);
      files += 1;
      if (files > MOST_FILES) throw new BrokenArchive(`it holds more than ${MOST_FILES} files`);
      if (bytes) read(header.name, bytes);
    }
  } catch (error) {
    if (error instanceof BrokenArchive || (error instanceof Error && 'syscall' in error)) throw error;
    throw new BrokenArchive(error instanceof Error ? error.message : String(error));
  }
};
