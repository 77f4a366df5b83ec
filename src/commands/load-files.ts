import { isError } from '../fhir/issue.ts';
import type { Ingested, Pipeline } from '../pipeline.ts';
import { listFiles, readOne } from './files.ts';
import { issueLine, say } from './output.ts';

const summary = (outcome: Ingested): string => {
  if (outcome.kind === 'written') {
    const warnings = outcome.issues.filter(({ severity }) => severity === 'warning').length;
    return `${outcome.study}: ${outcome.versions.length} resources written, ${warnings} warnings`;
  }
  if (outcome.kind === 'unchanged') return `${outcome.study}: unchanged`;
  return outcome.kind === 'conflict' ? 'not loaded: the study is stored from another source' : 'not loaded';
};

/** Loads the documents that paths stand for, telling of each on standard error; gives how many failed. */
export const loadFiles = async (pipeline: Pipeline, paths: readonly string[]): Promise<number> => {
  const files = await listFiles(paths);
  let failed = 0;
  for (const [index, path] of files.entries()) {
    const progress = `[${index + 1}/${files.length}] ${path}`;
    const file = await readOne(path);
    if ('problem' in file) {
      failed += 1;
      say(`${progress}: ${file.problem}`);
      continue;
    }
    const outcome = await pipeline.ingest(file.bytes);
    const isLoaded = outcome.kind === 'written' || outcome.kind === 'unchanged';
    if (!isLoaded) failed += 1;
    say(`${progress}: ${summary(outcome)}`);
    if (!isLoaded) for (const issue of outcome.issues.filter(isError)) say(`  ${issueLine(path, issue)}`);
  }
  say(`${files.length - failed} loaded, ${failed} failed`);
  return failed;
};
