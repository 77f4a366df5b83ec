/** A document of an archive, or what is wrong where one should be. */
export type Entry = {
  /** How many came before it; the same each time the archive is read. */
  readonly position: number;
  /** Its name in the archive, or its line; absent where it is the whole file. */
  readonly place?: string;
} & ({ readonly bytes: Uint8Array } | { readonly problem: string });

/** In bytes; a document, or a line with one, is not taken if it is longer unpacked. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** How many documents are read of one archive; there are not a million trials in all registries. */
export const MOST_ENTRIES = 5_000_000;

/** What is wrong with an archive, not with a document of it; nothing is read of it after this. */
export class BrokenArchive extends Error {}

const SYSTEM_PROBLEMS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
};

/** What an error says, for the person who named the file. */
export const problemOf = (error: unknown): string => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code.startsWith('Z_')) return `it cannot be unpacked: ${message}`;
  return SYSTEM_PROBLEMS[code] ?? message;
};

/** Whether a name in an archive is that of a document, and not of a folder or of what systems add for themselves. */
export const isDocument = (name: string): boolean =>
  !name.endsWith('/') && !name.split('/').some((part) => /^\.[^./]|^__MACOSX$/.test(part));

const startsWith = (head: Buffer, magic: string): boolean =>
  head.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'));

/** What bytes are by how they begin: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, RFC 1952, POSIX ustar */
export const archiveKind = (head: Buffer): 'zip' | 'gzip' | 'tar' | undefined => {
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return 'zip';
  if (startsWith(head, '\x1f\x8b')) return 'gzip';
  return startsWith(head.subarray(257), 'ustar') ? 'tar' : undefined;
};

/** Why an archive in an archive is not read. */
export const nestedIn = (kind: string): string => `it is an archive in an archive (${kind}); unpack it first`;

/** A document's bytes, unless they are an archive again. */
export const unnested = (bytes: Buffer): { readonly bytes: Buffer } | { readonly problem: string } => {
  const kind = archiveKind(bytes);
  return kind === undefined ? { bytes } : { problem: nestedIn(kind) };
};
