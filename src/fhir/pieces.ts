import { openSync, readFileSync, readSync } from 'node:fs';

/** Where a piece of a file begins and ends, in bytes. */
export type Place = readonly [start: number, end: number];

interface Opened {
  readonly descriptor: number;
  readonly places: ReadonlyMap<string, Place>;
}

/** Finds pieces of a large file by key; it is opened for the first one, and its text stays on the disk. */
export const piecesOf = (
  file: URL,
  placesIn: (bytes: Buffer) => ReadonlyMap<string, Place>,
): ((key: string) => string | undefined) => {
  let opened: Opened | undefined;
  const open = (): Opened => {
    // By its descriptor throughout: what takes its name later is another file.
    const descriptor = openSync(file, 'r');
    return { descriptor, places: placesIn(readFileSync(descriptor)) };
  };
  return (key) => {
    opened ??= open();
    const place = opened.places.get(key);
    if (place === undefined) return undefined;
    const [start, end] = place;
    const bytes = Buffer.allocUnsafe(end - start);
    readSync(opened.descriptor, bytes, 0, bytes.length, start);
    return bytes.toString('utf8');
  };
};
