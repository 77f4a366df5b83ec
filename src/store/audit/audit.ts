import type { SearchParameters } from '../../fhir/search/search-parameter.ts';
import { INDEX_TABLES } from '../index/index-table.ts';
import type { Indexing } from '../indexing.ts';
import { isNumberOf } from '../search/condition.ts';
import type { Dialect, Engine } from '../sql/engine.ts';
import { row, rows, type Work } from '../sql/work.ts';
import type { Audited, Disagreement } from '../store.ts';
import { nextVersions, ownDisagreements } from './kept.ts';
import { strays } from './strays.ts';
import { rowText, type Subject, subjectsOf } from './subject.ts';

/** The rows of the index for some versions, by the version. */
function* keptRows(seqs: readonly number[]): Work<ReadonlyMap<number, readonly string[]>> {
  const found: [number, string][] = [];
  for (const table of INDEX_TABLES) {
    const { sql, values } = isNumberOf('version', seqs);
    const kept = yield* rows(`SELECT ${table.columns.join(', ')} FROM ${table.name} WHERE ${sql}`, ...values);
    for (const one of kept) {
      const text = rowText(
        table,
        table.columns.map((column) => one[column]),
      );
      found.push([Number(one.version), text]);
    }
  }
  const byVersion = Map.groupBy(found, ([seq]) => seq);
  return new Map([...byVersion].map(([seq, all]) => [seq, all.map(([, text]) => text)]));
}

/** What is in one list and not in the other, each as often as it is there more often. */
const without = (all: readonly string[], others: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
};

function* subjectDisagreements(
  dialect: Dialect,
  { place, seq, rows: expected, words }: Subject,
  kept: readonly string[],
): Work<readonly Disagreement[]> {
  const texts = [
    ...without(expected, kept).map((one) => `not in the index: ${one}`),
    ...without(kept, expected).map((one) => `in the index, but not in the resource: ${one}`),
  ];
  for (const column of ['narrative', 'content'] as const) {
    const { sql, values } = dialect.hasWords(column, words[column]);
    const found = yield* row(
      `SELECT t.rowid FROM full_text AS t WHERE t.rowid = ? AND ${sql}`,
      seq,
      ...values,
    );
    if (found === undefined) texts.push(`its words (${column}) are not in the index`);
  }
  return texts.map((text) => ({ place, text }));
}

/** Compares the next versions with all they are found by; `after` says where to go on. */
function* auditSome(
  dialect: Dialect,
  parameters: SearchParameters,
  after: number,
): Work<Audited & { readonly after: number | undefined }> {
  const versions = yield* nextVersions(after);
  const disagreements = versions.flatMap(ownDisagreements);
  const subjects = versions.flatMap((one) => subjectsOf(one, parameters));
  const kept = yield* keptRows(subjects.map(({ seq }) => seq));
  for (const one of subjects)
    disagreements.push(...(yield* subjectDisagreements(dialect, one, kept.get(one.seq) ?? [])));
  return { checked: versions.length, disagreements, after: versions.at(-1)?.seq };
}

/** Compares all that is current with all it is found by, some at a time; others may write meanwhile. */
export async function* audit(engine: Engine, indexing: Indexing): AsyncGenerator<Audited> {
  const { dialect } = engine;
  await indexing.settled();
  const { indexed } = indexing.parameters();
  yield { checked: 0, disagreements: await engine.read(() => strays(dialect)) };
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from: number = after;
    const some = await engine.read(() => auditSome(dialect, indexed, from));
    yield some;
    after = some.after;
  }
}
