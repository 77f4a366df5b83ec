import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';

/** How much an archive may hold, unpacked: R5's own package has 92 MB in 6,000 files. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_FILES = 50_000;

/** The archive cannot be read; the message says why. */
export class BrokenArchive extends Error {}

const isInside = (name: string): boolean =>
  !/^(?:[/\\]|[A-Za-z]:)/.test(name) && !name.split(/[/\\]/).includes('..');

const problemOf = ({ name, type }: Header): string | undefined => {
  if (!isInside(name)) return `“${name}” leads out of the archive`;
  return type === 'symlink' || type === 'link' ? `“${name}” is a link` : undefined;
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
  const archive = extract();
  let bytes = 0;
  let files = 0;
  const take = async (): Promise<void> => {
    for await (const entry of archive) {
      const problem = problemOf(entry.header);
      if (problem !== undefined) throw new BrokenArchive(problem);
      files += 1;
      if (files > MOST_FILES) throw new BrokenArchive(`it holds more than ${MOST_FILES} files`);
      const { name } = entry.header;
      const keeps = entry.header.type === 'file' && isWanted(name);
      const chunks: Buffer[] = [];
      for await (const chunk of entry) if (keeps) chunks.push(chunk as Buffer);
      if (keeps) read(name, Buffer.concat(chunks));
    }
  };
  const bounded = async function* (unpacked: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of unpacked) {
      bytes += chunk.length;
      if (bytes > MOST_BYTES)
        throw new BrokenArchive(`it holds more than ${MOST_BYTES / 1024 / 1024} MB when it is unpacked`);
      yield chunk;
    }
  };
  // Either may fail first, and makes the other fail with less to say.
  const [packed, taken] = await Promise.allSettled([
    pipeline(createReadStream(path), createGunzip(), bounded, archive),
    take(),
  ]);
  const reasons = [packed, taken].flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []));
  const [first] = reasons;
  if (first === undefined) return;
  const broken = reasons.find((reason) => reason instanceof BrokenArchive);
  if (broken !== undefined) throw broken;
  const refused = reasons.find((reason) => 'syscall' in reason);
  if (refused !== undefined) throw refused;
  throw new BrokenArchive(first.message);
};
