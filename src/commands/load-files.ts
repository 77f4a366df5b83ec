import { setImmediate } from 'node:timers/promises';
import { documentsIn } from '../archives/documents.ts';
import type { Entry } from '../archives/entry.ts';
import { type Issue, isError } from '../fhir/issue.ts';
import type { Pipeline } from '../pipeline.ts';
import type { Store } from '../store/store.ts';
import { checkpointOf } from './checkpoint.ts';
import { listFiles, sourceOf } from './files.ts';
import { type Loaded, loadDocument } from './load-document.ts';
import { issueLine, say } from './output.ts';
import { NOTHING, plus, type Tally, tallied } from './tally.ts';
import { createTelling, type Telling } from './telling.ts';

/** In milliseconds. */
const PROGRESS_EVERY = 5_000;
const CHECKPOINT_EVERY = 2_000;

/** So many errors that nobody foresaw, one after the other, are not the records' fault. */
const MOST_THROWN = 10;

/** How files are loaded. */
export interface Loading {
  readonly pipeline: Pipeline;
  readonly store: Store;
  /** Ends the loading after the record that is being loaded. */
  readonly stop?: AbortSignal;
  /** Is told of each record that fails. */
  readonly failed?: (source: string, issues: readonly Issue[]) => void;
}

const summary = (outcome: Loaded['outcome']): string => {
  if (outcome.kind === 'written') {
    const warnings = outcome.issues.filter(({ severity }) => severity === 'warning').length;
    return `${outcome.study}: ${outcome.versions.length} resources written, ${warnings} warnings`;
  }
  if (outcome.kind === 'unchanged') return `${outcome.study}: unchanged`;
  return outcome.kind === 'conflict' ? 'not loaded: the study is stored from another source' : 'not loaded';
};

const tallyOf = ({ kind }: Loaded['outcome']): Tally => {
  const isLoaded = kind === 'written' || kind === 'unchanged';
  return { loaded: Number(isLoaded), unchanged: Number(kind === 'unchanged'), failed: Number(!isLoaded) };
};

/** What an entry comes to: its records, or why it has none. */
const loadEntry = async function* (pipeline: Pipeline, source: string, entry: Entry): AsyncGenerator<Loaded> {
  if ('bytes' in entry) yield* loadDocument(pipeline, source, entry.bytes);
  else {
    const issues: readonly Issue[] = [{ severity: 'fatal', code: 'structure', text: entry.problem }];
    yield { source, outcome: { kind: 'refused', issues } };
  }
};

/** Tells a line of progress every so often, with what came since. */
const createProgress = (tell: Telling['tell'], label: string) => {
  const start = performance.now();
  let next = start + PROGRESS_EVERY;
  return (before: Tally, now: Tally): void => {
    const time = performance.now();
    if (time < next) return;
    next = time + PROGRESS_EVERY;
    const count = now.loaded + now.failed - before.loaded - before.failed;
    tell(`${label}: ${tallied(now)}; ${((count * 1000) / (time - start)).toFixed(1)} records a second`);
  };
};

/** Loads what one file has, from where it was stopped before. */
const loadFile = async (
  { pipeline, store, stop, failed }: Loading,
  { tell, flush, isDue }: Telling,
  path: string,
  label: string,
): Promise<{ readonly tally: Tally; readonly isStopped: boolean }> => {
  const { reached, keep, forget } = await checkpointOf(store, path);
  if (reached.position > 0)
    tell(`${label}: goes on after ${reached.position}; so far ${tallied(reached.tally)}`);
  const progress = createProgress(tell, label);
  let { tally } = reached;
  let thrown = 0;
  let isArchive = false;
  let kept = performance.now();
  for await (const entry of documentsIn(path, reached.position)) {
    const isPart = entry.place !== undefined;
    isArchive ||= isPart;
    for await (const { source, outcome } of loadEntry(pipeline, sourceOf(path, entry.place), entry)) {
      const one = tallyOf(outcome);
      tally = plus(tally, one);
      thrown = outcome.kind === 'thrown' ? thrown + 1 : 0;
      if (!isPart) tell(`${label}${source.slice(path.length)}: ${summary(outcome)}`);
      if (one.failed > 0) {
        for (const issue of outcome.issues.filter(isError)) tell(`  ${issueLine(source, issue)}`);
        failed?.(source, outcome.issues);
      }
      progress(reached.tally, tally);
      if (one.failed > 0 || isDue()) await flush();
    }
    const isStopped = stop?.aborted === true || thrown >= MOST_THROWN;
    if (isStopped || performance.now() - kept > CHECKPOINT_EVERY) {
      await keep({ position: entry.position + 1, tally });
      kept = performance.now();
    }
    if (isStopped) return { tally, isStopped };
    // Lets signals be heard.
    await setImmediate();
  }
  await forget();
  if (isArchive) tell(`${label}: ${tallied(tally)}`);
  return { tally, isStopped: false };
};

/** Loads the documents that paths stand for, telling of them on standard error; gives how many records failed. */
export const loadFiles = async (loading: Loading, paths: readonly string[]): Promise<number> => {
  const files = await listFiles(paths);
  const start = performance.now();
  const telling = createTelling(loading.store);
  let all = NOTHING;
  try {
    for (const [index, path] of files.entries()) {
      const label = `[${index + 1}/${files.length}] ${path}`;
      const { tally, isStopped } = await loadFile(loading, telling, path, label);
      all = plus(all, tally);
      if (isStopped) {
        telling.tell('stopped; the same again goes on from here');
        break;
      }
    }
  } finally {
    await telling.flush();
  }
  say(`${tallied(all)}, in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return all.failed;
};
