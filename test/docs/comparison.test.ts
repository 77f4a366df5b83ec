import { existsSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withComparison } from '../../bench/comparison/comparison.ts';
import { withGrowth } from '../../bench/comparison/growth.ts';
import type { Report } from '../../bench/rest/report.ts';
import packageJson from '../../package.json' with { type: 'json' };
import suite from '../../vitest.config.ts';
import { ROOT, textOf } from './pages.ts';

const PAGE = 'docs/comparison.md';

/** The cells of a line of a table. */
const cellsOf = (line: string): readonly string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const lines = textOf(PAGE)
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| |') && !line.startsWith('| Trialbridge |'));

const link = (cell: string): string | undefined => /^\[(?:yes|test)\]\(\.\.\/(.+)\)$/.exec(cell)?.[1];

const { include = [], exclude = [] } = suite.test ?? {};

/** Whether a script of the package runs a test. */
const isRun = (path: string): boolean => {
  const [, folder = ''] = path.split('/');
  return include.some((glob) => matchesGlob(path, glob)) && exclude.some((glob) => matchesGlob(path, glob))
    ? Object.values(packageJson.scripts).some((script) => script.includes(`test/${folder}/vitest.config.ts`))
    : include.some((glob) => matchesGlob(path, glob));
};

describe('what is said of Trialbridge beside others', () => {
  test.each(lines.map((line) => cellsOf(line)))('%s: %s', (_, cell = '') => {
    if (cell === 'no') return;
    const path = link(cell) ?? '';
    expect(path, `a test that shows “${cell}”`).not.toBe('');
    expect(existsSync(join(ROOT, path)), path).toBe(true);
    expect(isRun(path), `${path} is run by a script`).toBe(true);
  });

  test('has as many cells in each line as servers are compared', () => {
    const widths = Object.groupBy(lines, (line) => cellsOf(line).length);
    expect(Object.keys(widths)).toEqual(['2', '8']);
    expect(widths[8]?.length).toBeGreaterThan(30);
  });
});

test('a test that no script runs, or that is not there, is seen', () => {
  expect(isRun('test/rest/server.ts')).toBe(false);
  expect(isRun('test/nowhere/x.test.ts')).toBe(true);
  expect(existsSync(join(ROOT, 'test/nowhere/x.test.ts'))).toBe(false);
  expect(isRun('test/ui/study.test.ts')).toBe(true);
});

const kept = (name: string) =>
  JSON.parse(readFileSync(join(ROOT, 'bench/results', `${name}.json`), 'utf8')) as Report;

describe.each([
  ['comparison', 'README.md', kept('rest'), withComparison],
  ['growth', 'docs/scaling.md', kept('growth'), withGrowth],
] as const)('the measured %s', (mark, page, report, withMeasured) => {
  test('is what was kept of the last run', () => {
    expect(withMeasured(textOf(page), report)).toBe(textOf(page));
  });

  test('names each server, and says when and where it was measured', () => {
    const text = withMeasured(`<!-- ${mark} -->\nold\n<!-- /${mark} -->\n`, report);
    expect(text).not.toContain('old');
    for (const { server } of report.servers) expect(text).toContain(server);
    expect(text).toContain(report.date.slice(0, 10));
    expect(text).toContain(report.machine.processor);
    expect(() => withMeasured('# No place', report)).toThrow('no place');
  });
});
