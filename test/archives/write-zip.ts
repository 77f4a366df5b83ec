import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a zip archive; what is given besides is written instead of what is so. */
export interface ZipFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly crc?: number;
  /** The unpacked size that the directory tells. */
  readonly size?: number;
  readonly encrypted?: boolean;
  readonly method?: number;
  /** The sizes and the checksum are told only after the content, as those do that write without looking back. */
  readonly streamed?: boolean;
}

const words = (...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    values.map(([bytes, value]) => {
      const word = Buffer.alloc(bytes);
      word.writeUIntLE(value, 0, bytes);
      return word;
    }),
  );

const DATE = [
  [2, 0],
  [2, 0x21],
] as const;

/** The bytes of a zip archive: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export const zip = (files: readonly ZipFile[]): Buffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, streamed = false, ...file } of files) {
    const bytes = Buffer.from(content);
    const method = file.method ?? 8;
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const flags = (file.encrypted ? 1 : 0) | (streamed ? 8 : 0) | 0x800;
    const sums = [
      [4, file.crc ?? crc32(bytes)],
      [4, packed.length],
      [4, file.size ?? bytes.length],
    ] as const;
    const lengths = [
      [2, Buffer.byteLength(name)],
      [2, 0],
    ] as const;
    const zeros = [
      [4, 0],
      [4, 0],
      [4, 0],
    ] as const;
    const start = [[2, 20], [2, flags], [2, method], ...DATE] as const;
    const local = Buffer.concat([
      words([4, 0x04034b50], ...start, ...(streamed ? zeros : sums), ...lengths),
      Buffer.from(name),
      packed,
      ...(streamed ? [words([4, 0x08074b50], ...sums)] : []),
    ]);
    parts.push(local);
    directory.push(
      words(
        [4, 0x02014b50],
        [2, 20],
        ...start,
        ...sums,
        ...lengths,
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ),
      Buffer.from(name),
    );
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const count = [2, files.length] as const;
  return Buffer.concat([
    ...parts,
    listed,
    words([4, 0x06054b50], [2, 0], [2, 0], count, count, [4, listed.length], [4, offset], [2, 0]),
  ]);
};
