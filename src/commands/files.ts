import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { documentsIn } from '../archives/documents.ts';

/** Where a document stands, for people: a file, or what a file has under a name or in a line. */
export const sourceOf = (path: string, place: string | undefined): string =>
  place === undefined ? path : `${path}:${place}`;

/** A document's bytes, or why it cannot be read; `path` is where it stands. */
export type FileRead =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly problem: string };

/** Reads the documents in a file, which may be an archive, one after the other. */
export const readFiles = async function* (path: string): AsyncGenerator<FileRead> {
  for await (const { position: _, place, ...read } of documentsIn(path))
    yield { path: sourceOf(path, place), ...read };
};

const isVisible = (name: string): boolean => !name.startsWith('.');

const filesBelow = async (path: string, wanted: (name: string) => boolean): Promise<readonly string[]> => {
  const entries = (await readdir(path, { withFileTypes: true })).filter(({ name }) => isVisible(name));
  const sorted = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const found = await Promise.all(
    sorted.map((entry) => {
      const below = join(path, entry.name);
      if (entry.isDirectory()) return filesBelow(below, wanted);
      return wanted(entry.name) ? [below] : [];
    }),
  );
  return found.flat();
};

/** The files that paths stand for: a file for itself, a folder for all in it, at any depth, that are wanted. */
export const listFiles = async (
  paths: readonly string[],
  wanted: (name: string) => boolean = () => true,
): Promise<readonly string[]> => {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const isFolder = await stat(path).then(
        (found) => found.isDirectory(),
        () => false,
      );
      return isFolder ? filesBelow(path, wanted) : [path];
    }),
  );
  return lists.flat();
};
