import { RESOURCE_TYPES } from '../fhir/resource-type.ts';
import { builtInSearchParameters } from '../fhir/search/search-parameters.ts';
import { digest } from './digest.ts';
import { AT_ONCE, indexAnew } from './index-version.ts';
import { AT_MOST, all, any, type Condition, condition } from './search/condition.ts';
import { forget, set, setting } from './setting.ts';
import type { Dialect } from './sql/engine.ts';
import { row, rows, type Work } from './sql/work.ts';
import { type StoredParameters, serveAll, storedParameters } from './stored-parameters.ts';

/** Indexing anew that is under way: versions up to `until`, of which those up to `after` are done. */
export interface Job {
  /** `Resource` for all types. */
  readonly types: readonly string[];
  readonly after: number;
  readonly until: number;
  readonly total: number;
  readonly done: number;
  /** What built-in definitions everything is indexed by at the end. */
  readonly definitions?: string;
}

const JOB = 'reindexing';
const DEFINITIONS = 'indexed-by';

/** The job that is under way. */
export function* currentJob(): Work<Job | undefined> {
  const found = yield* setting(JOB);
  return found === undefined ? undefined : JSON.parse(found);
}

/** Current versions of resources of these types, and of those that contain such. */
const current = (dialect: Dialect, types: readonly string[]): Condition => {
  const now = condition('v.container IS NULL AND v.ended IS NULL AND v.text IS NOT NULL');
  if (types.includes('Resource')) return now;
  const { sql, values } = dialect.isOneOf('c.type', types);
  const containing = condition(
    `v.seq IN (SELECT c.container FROM version AS c WHERE c.container IS NOT NULL AND ${sql})`,
    ...values,
  );
  return all([now, any([dialect.isOneOf('v.type', types), containing])]);
};

/**
 * Begins to index resources of these types anew, with those of a job under way. What is written from now on is
 * indexed by the new parameters, so it ends at the newest version; the caller keeps other writers away.
 */
export function* beginJob(dialect: Dialect, types: readonly string[], definitions?: string): Work<void> {
  const under = yield* currentJob();
  const both = [...new Set([...(under?.types ?? []), ...types])];
  const { sql, values } = current(dialect, both);
  const found = yield* row(
    `SELECT count(*) AS total, max(v.seq) AS until FROM version AS v WHERE ${sql}`,
    ...values,
  );
  const job: Job = {
    types: both,
    after: 0,
    until: Number(found?.until ?? 0),
    total: Number(found?.total),
    done: 0,
    ...(definitions === undefined
      ? under?.definitions && { definitions: under.definitions }
      : { definitions }),
  };
  yield* set(JOB, JSON.stringify(job));
}

/** Begins a job for everything if it is indexed by other built-in definitions than there are now. */
export function* beginJobForNewDefinitions(dialect: Dialect): Work<void> {
  yield* dialect.turn('search-parameters');
  const builtIn = builtInSearchParameters();
  const definitions = digest(JSON.stringify(RESOURCE_TYPES.map((type) => builtIn.of(type))));
  const [indexedBy, job] = [yield* setting(DEFINITIONS), yield* currentJob()];
  if (indexedBy !== definitions && job?.definitions !== definitions)
    yield* beginJob(dialect, ['Resource'], definitions);
}

/** Which current versions are indexed anew; `Resource` stands for all types. */
interface Selection {
  readonly types: readonly string[];
  readonly id?: string | undefined;
  readonly after: number;
  readonly until: number;
}

/** Waits for its turn to index anew: nobody else does it, and the search parameters stay as they are. */
function* turn(dialect: Dialect): Work<void> {
  yield* dialect.turn('reindexing');
  yield* dialect.turn('search-parameters', 'shared');
}

/** Indexes some of the current versions anew, in the order of `seq`; resolves to how many and where to go on. */
export function* reindexSome(
  dialect: Dialect,
  known: StoredParameters,
  { types, id, after, until }: Selection,
): Work<{ readonly count: number; readonly after: number }> {
  yield* turn(dialect);
  const { indexed } = yield* storedParameters(known);
  const { sql, values } = all([
    current(dialect, types),
    condition('v.seq > ? AND v.seq <= ?', after, until),
    ...(id === undefined ? [] : [condition('v.id = ?', id)]),
  ]);
  const versions = yield* rows(
    `SELECT v.seq, v.type, v.id, v.text FROM version AS v WHERE ${sql} ORDER BY v.seq ${AT_MOST}`,
    ...values,
    AT_ONCE,
  );
  yield* indexAnew(versions, indexed);
  const last = versions.length < AT_ONCE ? undefined : versions.at(-1);
  return { count: versions.length, after: last ? Number(last.seq) : until };
}

/** A step of the job under way: some resources. Resolves to whether there are more. */
export function* stepJob(dialect: Dialect, known: StoredParameters): Work<boolean> {
  yield* turn(dialect);
  const job = yield* currentJob();
  if (job === undefined || job.after >= job.until) return false;
  const { count, after } = yield* reindexSome(dialect, known, job);
  yield* set(JOB, JSON.stringify({ ...job, after, done: job.done + count } satisfies Job));
  return after < job.until;
}

/** Ends the job under way if nothing is left of it: everything is indexed by all search parameters. */
export function* endJob(dialect: Dialect, known: StoredParameters): Work<void> {
  yield* dialect.turn('search-parameters');
  const job = yield* currentJob();
  if (job === undefined || job.after < job.until) return;
  yield* serveAll(yield* storedParameters(known));
  if (job.definitions !== undefined) yield* set(DEFINITIONS, job.definitions);
  yield* forget(JOB);
  yield* dialect.notify('search-parameters');
}
