import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { commandsOf, PAGES, ROOT, textOf } from './pages.ts';

/** The targets of links within the project. */
const linksOf = (page: string): readonly string[] =>
  [...textOf(page).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, to = '']) => to);

describe.each(PAGES)('%s', (page) => {
  test('leads only to what is there', () => {
    expect(linksOf(page).filter((to) => !existsSync(join(ROOT, dirname(page), to)))).toEqual([]);
  });

  test('names only scripts that are there', () => {
    const named = [...textOf(page).matchAll(/npm run (?:-\w+ )*([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !Object.hasOwn(packageJson.scripts, name))).toEqual([]);
  });

  test('has commands of the package’s own, of npm and of curl alone', () => {
    const others = commandsOf(page).filter((line) => !/^(?:npx trialbridge|npm|curl) /.test(line));
    expect(others).toEqual([]);
  });
});

test('each script of the package is told of', () => {
  const told = PAGES.map(textOf).join();
  const names = Object.keys(packageJson.scripts);
  expect(names.filter((name) => !new RegExp(`(?:npm(?: run)? |\`)${name}(?![\\w:-])`).test(told))).toEqual(
    [],
  );
});

describe('docs/architecture.md', () => {
  test('names the folders of the source, each once, and no other', () => {
    const named = [...textOf('docs/architecture.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map(({ name }) => name);
    expect(named.toSorted()).toEqual(folders.toSorted());
  });
});
