import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The environment variable that names the folder with the five documents. */
export const FOLDER = 'SEEDS_FOLDER';

const NUMBERS = ['000', '001', '002', '003', '004'] as const;
export type SeedNumber = (typeof NUMBERS)[number];

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

const fileOf = (folder: string, number: SeedNumber): string | undefined =>
  namesIn(folder).find((name) => name.startsWith(`${number}_`));

/** The numbers of the documents that the folder lacks; all of them where there is no such folder. */
export const lacking = (folder: string): readonly SeedNumber[] =>
  NUMBERS.filter((number) => fileOf(folder, number) === undefined);

/** The bytes of a document, from the folder in the environment. */
export const seed = (number: SeedNumber): Buffer => {
  const folder = process.env[FOLDER] ?? '';
  const name = fileOf(folder, number);
  if (name === undefined) throw new Error(`There is no document ${number}_… in “${folder}”`);
  return readFileSync(join(folder, name));
};
