import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { collected, TOO_LONG } from './collect.ts';
import { BrokenArchive, type Entry, isDocument, problemOf, unnested } from './entry.ts';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/** In bytes: with and without a signature, with sizes of four and of eight bytes. */
const DESCRIPTORS = [16, 12, 24, 20];

const bytesAt = async (file: FileHandle, position: number, length: number): Promise<Buffer> => {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
};

/** What stands before a file: APPNOTE 4.3.7. */
interface LocalHeader {
  readonly name: string;
  readonly isEncrypted: boolean;
  /** The checksum and the sizes stand behind the content. */
  readonly isStreamed: boolean;
  readonly method: number;
  readonly crc: number;
  /** Of the packed content, in bytes. */
  readonly size: number;
  /** Where the content begins. */
  readonly start: number;
}

const localHeader = async (file: FileHandle, at: number): Promise<LocalHeader> => {
  const bytes = await bytesAt(file, at, 30);
  if (bytes.length < 30 || bytes.readUInt32LE(0) !== LOCAL_HEADER)
    throw new BrokenArchive('it is cut off: the directory at its end is missing');
  const flags = bytes.readUInt16LE(6);
  const nameLength = bytes.readUInt16LE(26);
  return {
    name: (await bytesAt(file, at + 30, nameLength)).toString(),
    isEncrypted: (flags & 1) !== 0,
    isStreamed: (flags & 8) !== 0,
    method: bytes.readUInt16LE(8),
    crc: bytes.readUInt32LE(14),
    size: bytes.readUInt32LE(18),
    start: at + 30 + nameLength + bytes.readUInt16LE(28),
  };
};

/** The unpacked content, nothing if it is too long, and where it ends. */
const unpacked = async (
  path: string,
  { name, method, size, start, isStreamed, isEncrypted }: LocalHeader,
): Promise<{ readonly bytes: Buffer | undefined; readonly end: number }> => {
  if (isEncrypted || (method !== DEFLATED && (method !== STORED || isStreamed)))
    throw new BrokenArchive(`it is cut off, and “${name}” cannot be read without the directory at its end`);
  const packed = createReadStream(path, {
    start,
    ...(!isStreamed && { end: start + size - 1 }),
  });
  try {
    if (method === STORED) {
      const bytes = size === 0 ? Buffer.alloc(0) : await collected(packed);
      if (bytes !== undefined && bytes.length < size) throw new Error('unexpected end of file');
      return { bytes, end: start + size };
    }
    const inflate = packed.pipe(createInflateRaw());
    const bytes = await collected(inflate);
    return { bytes, end: start + (isStreamed ? inflate.bytesWritten : size) };
  } catch (error) {
    throw new BrokenArchive(`it is cut off or damaged in “${name}”: ${problemOf(error)}`);
  } finally {
    packed.destroy();
  }
};

/** What follows the content of a file whose sizes stand behind it: its checksum, and where the next begins. */
const descriptor = async (
  file: FileHandle,
  at: number,
): Promise<{ readonly crc: number; readonly next: number } | undefined> => {
  const bytes = await bytesAt(file, at, 28);
  const length = DESCRIPTORS.find(
    (one) => bytes.length >= one + 4 && [LOCAL_HEADER, DIRECTORY_HEADER].includes(bytes.readUInt32LE(one)),
  );
  if (length === undefined) return undefined;
  return { crc: bytes.readUInt32LE(length % 8 === 0 ? 4 : 0), next: at + length };
};

/**
 * The files of a zip archive whose end is cut off, and with it the directory: by what stands before each of them.
 * Throws where it is cut off.
 */
export const cutZipEntries = async function* (path: string, from: number): AsyncGenerator<Entry> {
  const file = await open(path);
  try {
    let position = 0;
    for (let at = 0; ; ) {
      const header = await localHeader(file, at);
      const { bytes, end } = await unpacked(path, header);
      const behind = header.isStreamed ? await descriptor(file, end) : { crc: header.crc, next: end };
      if (behind === undefined) throw new BrokenArchive(`it is cut off behind “${header.name}”`);
      at = behind.next;
      if (!isDocument(header.name)) continue;
      const place = header.name;
      if (position >= from) {
        if (bytes === undefined) yield { position, place, problem: TOO_LONG };
        else if (crc32(bytes) !== behind.crc)
          yield { position, place, problem: 'it is damaged: its checksum is another' };
        else yield { position, place, ...unnested(bytes) };
      }
      position += 1;
    }
  } finally {
    await file.close();
  }
};
