// Puts what bench:rest kept into the README: node bench/comparison/run.ts
import { readFileSync, writeFileSync } from 'node:fs';
import type { Report } from '../rest/report.ts';
import { withComparison } from './comparison.ts';

const README = new URL('../../README.md', import.meta.url);

const kept = JSON.parse(readFileSync(new URL('../results/rest.json', import.meta.url), 'utf8')) as Report;
writeFileSync(README, withComparison(readFileSync(README, 'utf8'), kept));
