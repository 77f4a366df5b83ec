import type { Criterion } from '../../fhir/search/search-request.ts';
import { indexAnew } from '../index-version.ts';
import { AT_MOST, all, type Condition, condition, isNumberOf, isOneOf } from '../search/condition.ts';
import { isMetBy } from '../search/criterion.ts';
import { setting } from '../setting.ts';
import type { Dialect } from '../sql/engine.ts';
import { type Row, row, rows, run, type Work } from '../sql/work.ts';
import type { StoredParameters } from '../stored-parameters.ts';
import { states } from './state.ts';
import type { Logged, LogPage } from './subscription-types.ts';

/**
 * Where the log is read: all that was made after the snapshot `from`, or, of what `to` sees of that, what comes `after`
 * a number.
 */
type Place =
  | { readonly from: string }
  | { readonly from: string; readonly to: string; readonly after: number };

/** Under which name the database remembers where the log is read. */
export const LOG_PLACE = 'subscription-log';

/** How many versions are followed at once. */
const AT_ONCE = 200;

/** These change what is looked for, so that what comes after them is read when they have been followed. */
const DEFINING = ['Subscription', 'SubscriptionTopic'];

/** What is read of the log where somebody waits for versions of these types. */
export const followedTypes = (wanted: readonly string[]): readonly string[] => [
  ...new Set([...wanted, ...DEFINING]),
];

/** That between a place and the `next` there is nothing of these types. */
export interface Nothing {
  readonly types: readonly string[];
  readonly place: string;
  readonly next: string;
}

const within = (dialect: Dialect, types: readonly string[], from: string, to: string): Condition =>
  all([
    condition('v.container IS NULL'),
    dialect.since(from),
    dialect.visible('born', to),
    isOneOf(dialect, 'v.type', types),
  ]);

/** Where to begin with what is new, or that there is nothing. */
function* opened(dialect: Dialect, types: readonly string[], from: string): Work<Place> {
  const to = yield* dialect.snapshot();
  const { sql, values } = within(dialect, types, from, to);
  // The sum keeps PostgreSQL from going through all versions in the order of `seq`, to find the first.
  const first = yield* row(`SELECT min(v.seq + 0) AS seq FROM version AS v WHERE ${sql}`, ...values);
  return first?.seq == null ? { from: to } : { from, to, after: Number(first.seq) - 1 };
}

const loggedOf = (found: Row): Logged => ({
  seq: Number(found.seq),
  type: String(found.type),
  id: String(found.id),
  versionId: Number(found.version),
  lastUpdated: String(found.last_updated),
  ...(found.text !== null && { text: String(found.text) }),
  ...(found.previous_text !== null && {
    previous: { seq: Number(found.previous_seq), text: String(found.previous_text) },
  }),
  isForgotten:
    (found.text !== null && found.indexed === 0) ||
    (found.previous_text !== null && found.previous_indexed === 0),
});

/** Up to the first that changes what is looked for. */
const untilDefining = (all: readonly Logged[]): readonly Logged[] => {
  const at = all.findIndex(({ type }) => DEFINING.includes(type));
  return at === -1 ? all : all.slice(0, at + 1);
};

/**
 * The next versions of these types, in an order in which those of a resource follow each other; what is committed later
 * comes later.
 */
export function* nextVersions(
  dialect: Dialect,
  types: readonly string[],
  nothing: Nothing | undefined,
): Work<LogPage> {
  const known = yield* setting(LOG_PLACE);
  const page = { states: yield* states(), versions: [], place: known, more: false };
  if (known === undefined) return { ...page, next: JSON.stringify({ from: yield* dialect.snapshot() }) };
  const isBehind = nothing?.place === known && types.every((type) => nothing.types.includes(type));
  const read = JSON.parse(isBehind ? nothing.next : known) as Place;
  const place = 'to' in read ? read : yield* opened(dialect, types, read.from);
  if (!('to' in place)) return { ...page, next: JSON.stringify(place) };
  const { from, to, after } = place;
  const { sql, values } = within(dialect, types, from, to);
  const found = yield* rows(
    `SELECT v.seq, v.type, v.id, v.version, v.last_updated, v.text, v.indexed,
       p.seq AS previous_seq, p.text AS previous_text, p.indexed AS previous_indexed
     FROM version AS v LEFT JOIN version AS p
       ON p.type = v.type AND p.id = v.id AND p.version = v.version - 1 AND p.container IS NULL
     WHERE v.seq > ? AND ${sql} ORDER BY v.seq ${AT_MOST}`,
    after,
    ...values,
    AT_ONCE,
  );
  const versions = untilDefining(found.map(loggedOf));
  const last = versions.at(-1);
  const isEnd = last === undefined || (versions.length === found.length && found.length < AT_ONCE);
  const next: Place = isEnd ? { from: to } : { from, to, after: last.seq };
  return { ...page, versions, next: JSON.stringify(next), more: true };
}

/** Those of these versions that meet a criterion, by their `seq`; each is seen as it was made. */
export function* meeting(
  dialect: Dialect,
  seqs: readonly number[],
  where: Criterion,
): Work<ReadonlySet<number>> {
  const { sql, values } = isMetBy(dialect, seqs, where);
  const found = yield* rows(`SELECT v.seq FROM version AS v WHERE ${sql}`, ...values);
  return new Set(found.map(({ seq }) => Number(seq)));
}

/** Makes versions be found again of which it was forgotten how to find them, as they were replaced long ago. */
export function* indexForgotten(
  dialect: Dialect,
  seqs: readonly number[],
  { indexed }: StoredParameters,
): Work<void> {
  yield* dialect.turn('reindexing');
  const { sql, values } = isNumberOf('seq', seqs);
  const forgotten = yield* rows(
    `SELECT seq, type, id, text FROM version WHERE ${sql} AND indexed = 0 AND text IS NOT NULL`,
    ...values,
  );
  yield* indexAnew(forgotten, indexed);
  for (const { seq } of forgotten) yield* run('UPDATE version SET indexed = 1 WHERE seq = ?', Number(seq));
}
