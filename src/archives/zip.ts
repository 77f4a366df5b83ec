import { crc32 } from 'node:zlib';
import { getFileNameLowLevel, openPromise, type Entry as ZipEntry, type ZipFile } from 'yauzl';
import { collected, TOO_LONG } from './collect.ts';
import { cutZipEntries } from './cut-zip.ts';
import { type Entry, isDocument, MOST_BYTES, problemOf, unnested } from './entry.ts';

/** Text of records is packed to a tenth, seldom to a twentieth; what unpacks to far more is no text of use. */
const MOST_RATIO = 200;

/** In bytes; what is this short unpacked does no harm, whatever its ratio. */
const HARMLESS = 1024 * 1024;

const STORED = 0;

const refusal = (entry: ZipEntry): string | undefined => {
  const { compressedSize, compressionMethod, uncompressedSize } = entry;
  if (entry.isEncrypted()) return 'it is encrypted';
  if (!entry.canDecodeFileData())
    return `it is packed by a method that is not read here (${compressionMethod})`;
  if (uncompressedSize > MOST_BYTES) return TOO_LONG;
  return compressionMethod !== STORED && uncompressedSize > Math.max(HARMLESS, compressedSize * MOST_RATIO)
    ? `it unpacks to more than ${MOST_RATIO} times its size`
    : undefined;
};

/** A file's bytes as they are unpacked, or why they are not. */
const contentOf = async (
  zip: ZipFile,
  entry: ZipEntry,
): Promise<{ readonly bytes: Buffer } | { readonly problem: string }> => {
  const problem = refusal(entry);
  if (problem !== undefined) return { problem };
  try {
    const bytes = (await collected(await zip.openReadStreamPromise(entry))) ?? Buffer.alloc(0);
    return crc32(bytes) === entry.crc32
      ? unnested(bytes)
      : { problem: 'it is damaged: its checksum is another' };
  } catch (error) {
    return { problem: problemOf(error) };
  }
};

// Names are not checked: nothing is written under them.
const nameOf = (entry: ZipEntry): string =>
  getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);

/** The archive by its directory, which stands at its end; nothing where it has none. */
const opened = (path: string): Promise<ZipFile | undefined> =>
  openPromise(path, { lazyEntries: true, decodeStrings: false, autoClose: false }).catch((error: Error) => {
    if (/central directory/i.test(error.message)) return undefined;
    throw error;
  });

/** The files of a zip archive. Throws where it cannot be read any further. */
export const zipEntries = async function* (path: string, from: number): AsyncGenerator<Entry> {
  const zip = await opened(path);
  if (zip === undefined) return yield* cutZipEntries(path, from);
  try {
    let position = 0;
    for await (const entry of zip.eachEntry()) {
      const place = nameOf(entry);
      if (!isDocument(place)) continue;
      if (position >= from) yield { position, place, ...(await contentOf(zip, entry)) };
      position += 1;
    }
  } finally {
    zip.close();
  }
};
