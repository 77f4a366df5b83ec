import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** What people read, by its path in the project. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  'openapi/client/README.md',
  ...globSync('docs/*.md', { cwd: ROOT }),
];

export const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');

/** The commands of a page's shell blocks, those that go on over several lines as one, without their remarks. */
export const commandsOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/^```sh\n(.*?)^```$/gms)]
    .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.replace(/\s+# .*$/, '').trim())
    .filter((line) => line !== '');
