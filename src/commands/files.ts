import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A file's bytes, or why it cannot be read. */
export type FileRead =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly problem: string };

const SYSTEM_PROBLEMS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
};

const problemOf = (error: unknown): string => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return SYSTEM_PROBLEMS[code] ?? message;
};

/** Reads one file. */
export const readOne = async (path: string): Promise<FileRead> => {
  try {
    return { path, bytes: await readFile(path) };
  } catch (error) {
    return { path, problem: problemOf(error) };
  }
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
