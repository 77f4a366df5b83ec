import type { ContainedRequest } from '../../fhir/search/search-request.ts';
import { type Row, rows, type Work } from '../sql/work.ts';
import type { Match } from '../store.ts';
import { VERSION, versionOf } from '../version-row.ts';
import { isNumberOf } from './condition.ts';
import type { Shown } from './include.ts';

/** A match on a page, with the version that it is or, where it is one by itself, of what is contained in that. */
interface ShownMatch extends Shown {
  readonly match: Match;
}

/** The rows of these `seq`s, in their order. */
function* rowsOf(seqs: readonly number[]): Work<readonly Row[]> {
  if (seqs.length === 0) return [];
  const { sql, values } = isNumberOf('v.seq', seqs);
  const read = yield* rows(
    `SELECT v.seq, v.container, v.fragment, ${VERSION} FROM version AS v WHERE ${sql}`,
    ...values,
  );
  const bySeq = new Map(read.map((row) => [Number(row.seq), row]));
  return seqs.map((seq) => bySeq.get(seq)).filter((row) => row !== undefined);
}

const whole = (row: Row): ShownMatch => ({
  seq: Number(row.seq),
  type: String(row.type),
  match: versionOf(row),
});

const part = (row: Row, container: Row): ShownMatch => ({
  ...whole(row),
  match: { ...versionOf(container), text: String(row.text), fragment: String(row.fragment) },
});

/** What is shown of what was found, in the order of the `seq`s given. */
export function* shown(
  seqs: readonly number[],
  as: ContainedRequest['as'] = 'container',
): Work<readonly ShownMatch[]> {
  const found = yield* rowsOf(seqs);
  const contained = found.filter(({ container }) => container !== null);
  const containers = yield* rowsOf(contained.map(({ container }) => Number(container)));
  const bySeq = new Map(containers.map((row) => [Number(row.seq), row]));
  return found.map((row) => {
    const container = bySeq.get(Number(row.container));
    if (container === undefined) return whole(row);
    return as === 'container' ? whole(container) : part(row, container);
  });
}
