import { writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { type Pack, pack } from 'tar-stream';

type Header = Parameters<Pack['entry']>[0];

/** A file of an archive: its name, or all that its header says, and its text or bytes. */
export type File = readonly [header: string | Header, content: string | Buffer];

/** The bytes of a `.tgz` with these files. */
export const tgz = async (files: readonly File[]): Promise<Buffer> => {
  const archive = pack();
  for (const [header, content] of files)
    archive.entry(typeof header === 'string' ? { name: header } : header, content);
  archive.finalize();
  return gzipSync(await buffer(archive));
};

/** The manifest of a package. */
export const manifest = (more: object = {}): File => [
  'package/package.json',
  JSON.stringify({ name: 'example.trials', version: '1.0.0', fhirVersions: ['5.0.0'], ...more }),
];

/** A resource of a package. */
export const resource = (value: {
  readonly resourceType: string;
  readonly id?: string | undefined;
}): File => [`package/${value.resourceType}-${value.id}.json`, JSON.stringify(value)];

/** Writes a package of these files. */
export const writePackage = async (path: string, files: readonly File[]): Promise<void> =>
  writeFileSync(path, await tgz(files));
