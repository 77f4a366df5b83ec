import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the project. */
export const ROOT = join(import.meta.dirname, '../..');

const text = readFileSync(join(ROOT, 'Dockerfile'), 'utf8').replaceAll(/\\\n\s*/g, '');

const instructions = text.split('\n').flatMap((line) => {
  const [, stage, instruction, rest] = /^(?:(FROM)|([A-Z]+)) (.+)$/.exec(line) ?? [];
  return rest === undefined ? [] : [{ name: stage ?? instruction ?? '', rest }];
});

/** What an instruction says, each time it is there: https://docs.docker.com/reference/dockerfile/ */
export const instructed = (name: string): readonly string[] =>
  instructions.filter((one) => one.name === name).map(({ rest }) => rest);

/** The files and folders of the project that are copied into the image and its stages. */
export const copied: readonly string[] = instructed('COPY')
  .filter((rest) => !rest.startsWith('--from'))
  .flatMap((rest) => rest.split(' ').slice(0, -1));

/** The environment of the image. */
export const environment: Readonly<Record<string, string>> = Object.fromEntries(
  instructed('ENV').flatMap((rest) => rest.split(' ').map((one) => one.split('=', 2) as [string, string])),
);
