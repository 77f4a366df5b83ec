// Puts what bench:rest kept into the pages that show it: node bench/comparison/run.ts
import { readFileSync, writeFileSync } from 'node:fs';
import type { Report } from '../rest/report.ts';
import { withComparison } from './comparison.ts';
import { withGrowth } from './growth.ts';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);

const put = (page: string, results: string, withResults: (page: string, report: Report) => string): void => {
  const report = JSON.parse(readFileSync(at(results), 'utf8')) as Report;
  writeFileSync(at(page), withResults(readFileSync(at(page), 'utf8'), report));
};

put('README.md', 'bench/results/rest.json', withComparison);
put('docs/scaling.md', 'bench/results/growth.json', withGrowth);
