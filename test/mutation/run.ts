// Changes files a little, and counts the changes that no test of their own part notices:
// node test/mutation/run.ts [--area NAME…] [--files 3] [--seed TEXT]
import { execFileSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { random } from '../random.ts';

const ROOT = join(import.meta.dirname, '../..');
const STRYKER = join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js');

const { values } = parseArgs({
  options: {
    area: { type: 'string', multiple: true },
    files: { type: 'string', default: '3' },
    seed: { type: 'string', default: 'one' },
  },
});

/** The files that are changed and the tests that have to notice it. */
const AREAS: Readonly<Record<string, { readonly files: string; readonly tests: readonly string[] }>> = {
  model: { files: 'src/model/**/*.ts', tests: ['test/model/**/*.test.ts', 'test/mapping/**/*.test.ts'] },
  mapping: { files: 'src/mapping/**/*.ts', tests: ['test/mapping/**/*.test.ts'] },
  checker: { files: 'src/statistics/**/*.ts', tests: ['test/statistics/**/*.test.ts'] },
  validator: { files: 'src/validation/**/*.ts', tests: ['test/validation/**/*.test.ts'] },
};

/** A change of a file: https://github.com/stryker-mutator/mutation-testing-elements/tree/master/packages/report-schema */
interface Mutant {
  readonly status: string;
  readonly replacement?: string;
  readonly location: { readonly start: { readonly line: number } };
}

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly Mutant[] }>>;
}

/** So many files, drawn by the seed; of types alone there is nothing to change. */
const drawn = (glob: string): readonly string[] => {
  const { below } = random(values.seed);
  const left = globSync(glob, { cwd: ROOT })
    .filter((file) => /=>|function/.test(readFileSync(join(ROOT, file), 'utf8')))
    .toSorted();
  const count = Math.min(Number(values.files), left.length);
  return Array.from({ length: count }, () => left.splice(below(left.length), 1)).flat();
};

/** What came of each change: https://stryker-mutator.io/docs/stryker-js/configuration/ */
const changed = (mutate: readonly string[], testFiles: readonly string[]): Report => {
  const folder = mkdtempSync(join(tmpdir(), 'mutation-'));
  const [settings, report] = [join(folder, 'settings.json'), join(folder, 'report.json')];
  writeFileSync(
    settings,
    JSON.stringify({
      mutate,
      testFiles,
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner'],
      coverageAnalysis: 'perTest',
      // What runs once when a module is loaded would have all tests run for each change.
      ignoreStatic: true,
      concurrency: 1,
      tempDirName: 'dist/mutation',
      ignorePatterns: ['bench', 'dist'],
      reporters: ['json'],
      jsonReporter: { fileName: report },
      logLevel: 'error',
    }),
  );
  try {
    execFileSync(process.execPath, [STRYKER, 'run', settings], { cwd: ROOT, stdio: 'inherit' });
    return JSON.parse(readFileSync(report, 'utf8')) as Report;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const NOTICED = new Set(['Killed', 'Timeout']);
const UNNOTICED = new Set(['Survived', 'NoCoverage']);

for (const [area, { files, tests }] of Object.entries(AREAS)) {
  if (values.area?.includes(area) === false) continue;
  const found = Object.entries(changed(drawn(files), tests).files).flatMap(([file, { mutants }]) =>
    mutants.map((mutant) => ({ file, ...mutant })),
  );
  const unnoticed = found.filter(({ status }) => UNNOTICED.has(status));
  for (const { file, location, status, replacement = '' } of unnoticed)
    console.log(`${file}:${location.start.line} ${status}: ${replacement}`);
  const noticed = found.filter(({ status }) => NOTICED.has(status)).length;
  const all = noticed + unnoticed.length;
  console.log(
    `${area}: ${noticed} of ${all} changes noticed (${((100 * noticed) / all).toFixed(0)} %), in ${[...new Set(found.map(({ file }) => file))].join(', ')}`,
  );
}
